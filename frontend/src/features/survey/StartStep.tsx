// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { SurveyQuestion, SurveySession } from '@/api/gen/types.gen';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { Icon } from '@/shared/ui/Icon';
import { answeredCount, type Draft } from './draft';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

type Props = { session: SurveySession; draft: Draft; all: readonly SurveyQuestion[]; onGoOn: () => void; onStartOver: () => void };

/** What this is, what is promised, and the way in. */
export function StartStep({ session, draft, all, onGoOn, onStartOver }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const { longDate } = useFormats();
  const done = answeredCount(draft, all);
  return (
    <SurveyFrame title={t.startTitle} place={<LocalizedText text={session.authorityName} />}>
      <p className="survey__lead">
        {session.assessmentName}, <LocalizedText text={session.process?.name ?? session.unitName} />
      </p>
      <p>
        <b>{t.startLead(pick(session.groupName).toLocaleLowerCase('sv'))}</b> {t.startFacts(all.length)}
        {session.closesOn && ` ${t.closesOn(longDate(session.closesOn))}`}
      </p>
      <ul className="survey__promises plain">
        {t.promises.split('\n').map((promise) => (
          <li key={promise}>
            <Icon name="check" />
            <span>{promise}</span>
          </li>
        ))}
      </ul>
      {done > 0 && <p className="note">{t.begun(done, all.length)}</p>}
      <Button look="primary" className="btn--lg btn--block" onClick={onGoOn}>
        {done > 0 ? t.goOn : t.begin}
      </Button>
      {done > 0 && <StartOver onSure={onStartOver} />}
    </SurveyFrame>
  );
}

/** Removes what was answered; asked twice, since it cannot be undone. */
export function StartOver({ onSure }: { onSure: () => void }) {
  const t = useTexts(texts);
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <Button className="btn--block" onClick={() => setAsked(true)}>
        {t.startOver}
      </Button>
    );
  }
  return (
    <div className="survey__sure" role="alert">
      <p>{t.startOverWhat}</p>
      <div className="actbar">
        <Button look="danger" onClick={onSure}>
          {t.startOverSure}
        </Button>
        <Button onClick={() => setAsked(false)}>{t.keep}</Button>
      </div>
    </div>
  );
}
