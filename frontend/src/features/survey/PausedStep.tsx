// SPDX-License-Identifier: EUPL-1.2
import type { SurveyQuestion } from '@/api/gen/types.gen';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { answeredCount, type Draft } from './draft';
import { StartOver } from './StartStep';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

/** A rest: what is kept, where, and how to come back. */
export function PausedStep({
  draft,
  all,
  onGoOn,
  onStartOver,
}: {
  draft: Draft;
  all: readonly SurveyQuestion[];
  onGoOn: () => void;
  onStartOver: () => void;
}) {
  const t = useTexts(texts);
  const done = answeredCount(draft, all);
  return (
    <SurveyFrame title={t.pausedTitle} progress={done / all.length}>
      <p>{t.pausedWhat(done, all.length)}</p>
      <p>{t.pausedShared}</p>
      <Button look="primary" className="btn--lg btn--block" onClick={onGoOn}>
        {t.goOn}
      </Button>
      <StartOver onSure={onStartOver} />
    </SurveyFrame>
  );
}
