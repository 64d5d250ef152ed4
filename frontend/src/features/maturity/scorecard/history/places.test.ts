// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { LevelThen } from '@/api';
import { levelY, linesOf, placesOf } from './places';

const SCALE = [1, 2, 3, 4, 5];
const point = (decidedAt: string, level?: number): LevelThen => ({
  assessmentId: decidedAt,
  decidedAt,
  notApplicable: level === undefined,
  rated: [],
  ...(level === undefined ? {} : { level }),
});

test('points stand by their date, the first at one edge and the last at the other', () => {
  const places = placesOf([point('2025-01-01T00:00:00Z', 2), point('2025-04-01T00:00:00Z', 2), point('2026-01-01T00:00:00Z', 3)], SCALE);

  const [first, middle, last] = places.map(({ x }) => x);
  expect([first, last]).toEqual([58, 282]);
  expect(Number(middle)).toBeCloseTo(58 + (282 - 58) * (90 / 365), 5);
});

test('a higher level stands higher, the ends of the scale at the ends of the drawing', () => {
  expect(levelY(1, SCALE)).toBe(100);
  expect(levelY(5, SCALE)).toBe(16);
  expect(levelY(3, SCALE)).toBe(58);
});

test('one point alone stands in the middle and has no line', () => {
  const places = placesOf([point('2025-01-01T00:00:00Z', 2)], SCALE);

  expect(places[0]?.x).toBe(170);
  expect(linesOf(places)).toEqual([]);
});

test('the line is broken where the criterion did not apply', () => {
  const places = placesOf([point('2024-01-01T00:00:00Z', 2), point('2025-01-01T00:00:00Z'), point('2026-01-01T00:00:00Z', 3)], SCALE);

  expect(places[1]?.y).toBeUndefined();
  expect(linesOf(places)).toEqual([]);
});
