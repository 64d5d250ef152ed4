// SPDX-License-Identifier: EUPL-1.2
// Where decided levels stand in the drawing of a criterion over time. Units are those of the drawing.
import type { LevelThen } from '@/api';
import type { Scale } from '../marks';

export const WIDTH = 340;
export const HEIGHT = 132;
const LEFT = 58;
const RIGHT = 58;
const TOP = 16;
const FLOOR = 100;

/** A decided level in the drawing; `y` is absent where the criterion was held not to apply. */
export type Place = { id: string; x: number; y: number | undefined; level: number | undefined; decidedAt: string };

/** Where a level stands. */
export function levelY(level: number, scale: Scale): number {
  const [low, high] = [scale[0] ?? 1, scale.at(-1) ?? 5];
  return high > low ? FLOOR - ((level - low) / (high - low)) * (FLOOR - TOP) : FLOOR;
}

/** The points by date: the first at the left edge, the last at the right; one alone in the middle. */
export function placesOf(points: readonly LevelThen[], scale: Scale): Place[] {
  const times = points.map((point) => Date.parse(point.decidedAt));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const inner = WIDTH - LEFT - RIGHT;
  return points.map(({ assessmentId, decidedAt, level }) => ({
    id: assessmentId,
    x: last > first ? LEFT + ((Date.parse(decidedAt) - first) / (last - first)) * inner : WIDTH / 2,
    y: level === undefined ? undefined : levelY(level, scale),
    level,
    decidedAt,
  }));
}

/** Lines between points that follow each other; broken where a criterion did not apply. */
export function linesOf(places: readonly Place[]): string[] {
  return places.flatMap((place, at) => {
    const before = places[at - 1];
    return before?.y !== undefined && place.y !== undefined ? [`M${before.x} ${before.y}L${place.x} ${place.y}`] : [];
  });
}
