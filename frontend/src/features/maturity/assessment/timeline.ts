// SPDX-License-Identifier: EUPL-1.2
import type { TimelineStep, TimelineStepKind } from '@/api';
import { plusDays } from '@/shared/form';

/** The steps of an assessment, in their order. */
export const STEP_KINDS = ['interviews', 'survey', 'workshops', 'decision', 'report'] as const satisfies readonly TimelineStepKind[];

/** First and last day of each step in six weeks, counted from the first Monday. */
const SIX_WEEKS: Record<TimelineStepKind, readonly [number, number]> = {
  interviews: [0, 11],
  survey: [7, 18],
  workshops: [21, 25],
  decision: [28, 32],
  report: [35, 39],
};

/** The template of six weeks: interviews, survey, workshops, decision, report. */
export const sixWeeks = (firstDay: string) =>
  STEP_KINDS.map((kind) => {
    const [from, to] = SIX_WEEKS[kind];
    return { kind, startsOn: plusDays(firstDay, from), endsOn: plusDays(firstDay, to) };
  });

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Where a step lies along the whole, as shares from 0 to 1; `today` only where it lies within. */
export function placed(steps: readonly Pick<TimelineStep, 'startsOn' | 'endsOn'>[], today: string) {
  const first = steps.map(({ startsOn }) => startsOn).sort()[0] ?? today;
  const last =
    steps
      .map(({ endsOn }) => endsOn)
      .sort()
      .at(-1) ?? today;
  const all = days(first, last) + 1;
  const share = (day: string) => days(first, day) / all;
  return {
    bars: steps.map(({ startsOn, endsOn }) => ({ from: share(startsOn), width: share(endsOn) + 1 / all - share(startsOn) })),
    today: today < first || today > last ? undefined : share(today) + 0.5 / all,
  };
}
