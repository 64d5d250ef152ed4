// SPDX-License-Identifier: EUPL-1.2

const STEPS = [1, 2, 2.5, 5, 10];
const MARKS = 5;
const ROOM = 1.15;

/** The axis of a band: from nothing to somewhat beyond what is drawn, with whole steps; a share is always drawn out of one. */
export function axisOf(values: readonly number[], unit: string): number[] {
  if (unit === 'share') return [0, 0.2, 0.4, 0.6, 0.8, 1];
  const most = Math.max(...values) * ROOM || 1;
  const rough = most / MARKS;
  const tens = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((each) => each * tens >= rough) ?? 10) * tens;
  const marks = [0];
  while ((marks.at(-1) ?? 0) < most) marks.push(Number((marks.length * step).toPrecision(6)));
  return marks;
}
