// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { scaleFor, stepOf, widthOf } from './measure';

const DAY = 86_400;

describe('the five steps of time', () => {
  it('are days where most ways take days, with limits at 1, 7, 14 and 21', () => {
    const scale = scaleFor([0.5 * DAY, 2 * DAY, 6 * DAY, 11 * DAY, 29 * DAY]);

    expect(scale).toEqual({ unit: 'day', limits: [DAY, 7 * DAY, 14 * DAY, 21 * DAY].map(Number) });
    expect([0.5, 1, 6, 7, 20, 21, 29].map((days) => stepOf(days * DAY, scale))).toEqual([1, 2, 2, 3, 4, 5, 5]);
  });

  it('are minutes where nine ways in ten take less than an hour, whatever the tenth takes', () => {
    expect(scaleFor([20, 30, 31, 35, 60, 62, 117, 120, 456, 77_000]).unit).toBe('minute');
  });

  it('leave no way without a step, however long or short', () => {
    expect(stepOf(0, scaleFor([]))).toBe(1);
    expect(stepOf(40 * 365 * DAY, scaleFor([40 * 365 * DAY]))).toBe(5);
  });
});

it('draws the most frequent way widest and never a way without width', () => {
  expect(widthOf(412, 412)).toBe(13);
  expect(widthOf(206, 412)).toBeCloseTo(7.25);
  expect(widthOf(1, 100_000)).toBeGreaterThan(1);
});
