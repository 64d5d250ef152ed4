// SPDX-License-Identifier: EUPL-1.2
import type { MapEdge } from '@/api';

/** What the labels of the map tell. */
export const MEASURES = ['frequency', 'median', 'p90', 'mean', 'max', 'sum'] as const;
export type Measure = (typeof MEASURES)[number];

/** The value a label tells: how often, or seconds. */
export function measureOf(edge: MapEdge, measure: Measure): number {
  if (measure === 'frequency') return edge.frequency;
  return { median: edge.medianSeconds, p90: edge.p90Seconds, mean: edge.meanSeconds, max: edge.maxSeconds, sum: edge.sumSeconds }[measure];
}

/** The name of a pair of neighbours within a map; activities may hold any character, so the pair is written as JSON. */
export const edgeKey = (edge: { from: string; to: string }) => JSON.stringify([edge.from, edge.to]);

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Limits between the five steps of colour, in seconds; the unit is the one the legend is written in. */
export type TimeScale = { unit: 'minute' | 'hour' | 'day'; limits: readonly [number, number, number, number] };

const SCALES: readonly TimeScale[] = [
  { unit: 'minute', limits: [MINUTE, 5 * MINUTE, 15 * MINUTE, 60 * MINUTE] },
  { unit: 'hour', limits: [HOUR, 4 * HOUR, 8 * HOUR, 24 * HOUR] },
  { unit: 'day', limits: [DAY, 7 * DAY, 14 * DAY, 21 * DAY] },
  { unit: 'day', limits: [7 * DAY, 30 * DAY, 90 * DAY, 180 * DAY] },
  { unit: 'day', limits: [30 * DAY, 180 * DAY, 365 * DAY, 730 * DAY] },
];

const IN_SCALE = 0.8;

/** The finest scale whose upper limit at least four in five of the times keep within: the darkest step stays the exception. */
export function scaleFor(seconds: readonly number[]): TimeScale {
  const sorted = [...seconds].sort((a, b) => a - b);
  const high = sorted[Math.floor((sorted.length - 1) * IN_SCALE)] ?? 0;
  return SCALES.find((scale) => high < scale.limits[3]) ?? (SCALES[SCALES.length - 1] as TimeScale);
}

/** The step 1–5 of a time; a time at a limit belongs to the step above. */
export function stepOf(seconds: number, scale: TimeScale): 1 | 2 | 3 | 4 | 5 {
  return (1 + scale.limits.filter((limit) => seconds >= limit).length) as 1 | 2 | 3 | 4 | 5;
}

const WIDEST = 13;
const THINNEST = 1.5;

/** Width of a line in pixels: its share of the most frequent pair. */
export const widthOf = (frequency: number, most: number) => THINNEST + (WIDEST - THINNEST) * (most > 0 ? frequency / most : 0);
