// SPDX-License-Identifier: EUPL-1.2
// The roadmap's axis: whole quarters, counted from year 0, so that arithmetic needs no calendar.

/** Quarters since year 0 of an ISO day, with the share of the quarter that has passed before it. */
export function quarterOf(day: string): { index: number; share: number } {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const quarter = Math.floor((month - 1) / 3);
  const first = Date.UTC(year, quarter * 3, 1);
  const next = Date.UTC(year, quarter * 3 + 3, 1);
  return { index: year * 4 + quarter, share: (Date.parse(`${day}T00:00:00Z`) - first) / (next - first) };
}

/** The quarter in figures: `{ quarter: '3', year: '2027' }`. */
export const nameOf = (index: number) => ({ quarter: String((index % 4) + 1), year: String(Math.floor(index / 4)) });

/** Which quarters a roadmap shows. */
export type Axis = { first: number; count: number };

const FEWEST = 6;
const MOST = 16;

/** Quarters from the earliest start to the latest end, today among them; at least six, at most sixteen, the oldest left out first. */
export function axisOf(spans: readonly { startDate: string; endDate: string }[], today: string): Axis {
  const starts = [quarterOf(today).index - 1, ...spans.map((span) => quarterOf(span.startDate).index)];
  const ends = [quarterOf(today).index, ...spans.map((span) => quarterOf(span.endDate).index)];
  const last = Math.max(...ends, Math.min(...starts) + FEWEST - 1);
  const first = Math.max(Math.min(...starts), last - MOST + 1);
  return { first, count: last - first + 1 };
}

/** Where a day stands on the axis, 0–1; cut at both ends. */
export function placeOf(day: string, axis: Axis): number {
  const { index, share } = quarterOf(day);
  return Math.min(1, Math.max(0, (index + share - axis.first) / axis.count));
}
