// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { pathOf, placeOf, scaleOf, valuesOf } from './axis';

describe('the axis of an effect chart', () => {
  it('spans its values with few round marks', () => {
    expect(scaleOf([78, 96, 110, 82]).ticks).toEqual([60, 80, 100, 120]);
    expect(scaleOf([0.31, 0.38]).ticks).toEqual([0.3, 0.325, 0.35, 0.375, 0.4]);
    expect(scaleOf([5, 5]).low).toBeLessThanOrEqual(5);
    expect(scaleOf([5, 5]).high).toBeGreaterThanOrEqual(5);
    for (const values of [
      [-3, 12],
      [0, 0],
      [1e-4, 3e-4],
      [1e6, 9e6],
    ]) {
      const { low, high, ticks } = scaleOf(values);
      expect(low).toBeLessThanOrEqual(Math.min(...values));
      expect(high).toBeGreaterThanOrEqual(Math.max(...values));
      expect(ticks.length).toBeLessThanOrEqual(6);
    }
  });

  it('does not go below zero for a measure that never does', () => {
    const months = [{ month: '2026-01', part: 'before', state: 'counted', value: 4 }];
    const limits = { centre: 4, upper: 9, lower: -1, meanRange: 1, rangeUpper: 3, upperCut: false, lowerCut: false, months: 8 };
    expect(Math.min(...valuesOf({ months, compared: [], limits }))).toBe(0);
  });

  it('places a day within its month', () => {
    expect(placeOf('2026-03-01', ['2026-02', '2026-03'])).toBe(0.5);
    expect(placeOf('2026-02-15', ['2026-02', '2026-03'])).toBe(0);
    expect(placeOf('2026-05-01', ['2026-02', '2026-03'])).toBeUndefined();
  });

  it('does not draw a line over a month that is not shown', () => {
    const path = pathOf(
      [
        { at: 0, value: 1 },
        { at: 1, value: 2 },
        { at: 3, value: 3 },
      ],
      (at) => at,
      (value) => value,
    );
    expect(path).toBe('M0.0 1.0L1.0 2.0M3.0 3.0');
  });
});
