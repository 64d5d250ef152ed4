// SPDX-License-Identifier: EUPL-1.2
import { type FormEvent, useState } from 'react';
import type { WorkshopOwnTestVote, WorkshopTestQuestion, WorkshopTestVote } from '@/api/gen/types.gen';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { texts } from '../texts';
import { PhoneFrame } from './PhoneFrame';
import { useDelivery } from './useDelivery';

type Props = {
  test: WorkshopTestQuestion;
  place: string;
  own: WorkshopOwnTestVote | undefined;
  isLost: boolean;
};

/** A question about nothing: one chooses, sends, and sees that it works. */
export function TestStep({ test, place, own, isLost }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const [kept, setKept] = useState(own);
  const [choice, setChoice] = useState(own?.choice);
  const [isMissing, setMissing] = useState(false);
  const { sending, deliver } = useDelivery<WorkshopTestVote, WorkshopOwnTestVote>({
    method: 'PUT',
    path: '/workshop-sessions/current/test-vote',
    onKept: setKept,
    // The test question has been taken away; the room is told of it.
    onRefused: () => setMissing(false),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (choice === undefined) return setMissing(true);
    deliver({ choice, attempt: Math.max(kept?.attempt ?? 0, sending?.body.attempt ?? 0) + 1 });
  };
  return (
    <PhoneFrame title={pick(test.question)} place={place} page="test" ownHeading isLost={isLost}>
      <form onSubmit={onSubmit}>
        {isMissing && (
          <p className="error-text" role="alert">
            {t.testChoose}
          </p>
        )}
        <fieldset>
          <legend>
            <span className="small muted">{t.testTitle}</span>
            <h1 tabIndex={-1} className="ws__question">
              <LocalizedText text={test.question} />
            </h1>
          </legend>
          {test.choices.map((each) => (
            <label className="choice" key={each.choice}>
              <input
                type="radio"
                name="choice"
                value={each.choice}
                checked={choice === each.choice}
                onChange={() => {
                  setMissing(false);
                  setChoice(each.choice);
                }}
              />
              <span className="lvl ws__dk" aria-hidden="true">
                {'ABCDEFG'[each.choice - 1]}
              </span>
              <span>
                <LocalizedText text={each.text} />
              </span>
            </label>
          ))}
        </fieldset>
        <div className="ws__send">
          <Button look="primary" type="submit" className="btn--lg btn--block" busy={sending !== undefined}>
            {sending ? t.sending : kept ? t.testAgain : t.send}
          </Button>
        </div>
        <div role="status">
          {sending && sending.tries > 0 && <p className="ws__lost small">{t.notSent}</p>}
          {!sending && kept && <p className="ws__works">{t.testWorks}</p>}
        </div>
      </form>
      <p className="small muted ws__foot">{t.testWhat}</p>
    </PhoneFrame>
  );
}
