// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useState } from 'react';

/** Where one is: a question by its place, or one of the pages around them. */
export type Step = 'start' | 'review' | 'paused' | 'sent' | number;

type Walk = { step: Step /** Back to the review after this question. */; toReview?: boolean };

const here = (): Walk | undefined => (history.state as { walk?: Walk } | null)?.walk;

/** The steps as pages of the browser: its own way back leads to the question before. */
export function useSteps() {
  const [walk, setWalk] = useState<Walk>({ step: 'start' });

  useEffect(() => {
    history.replaceState({ walk: { step: 'start' } }, '');
    const onPop = () => setWalk(here() ?? { step: 'start' });
    addEventListener('popstate', onPop);
    return () => removeEventListener('popstate', onPop);
  }, []);

  const go = useCallback((step: Step, toReview = false) => {
    const next: Walk = toReview ? { step, toReview } : { step };
    history.pushState({ walk: next }, '');
    setWalk(next);
  }, []);

  return { step: walk.step, toReview: walk.toReview ?? false, go };
}
