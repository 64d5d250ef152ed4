// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { lines } from './curve';

const steps = (...themes: number[]) => themes.map((count) => ({ themes: count, criteria: Math.ceil(count / 2) }));

describe('the curve of saturation', () => {
  it('never falls, and is flat where an interview gave nothing new', () => {
    const { themes } = lines(steps(3, 5, 5, 5));
    const ys = themes.points.map(({ y }) => y);

    expect(ys[1]).toBeLessThan(ys[0] ?? 0);
    expect(ys.slice(1)).toEqual([ys[1], ys[1], ys[1]]);
  });

  it('has whole numbers on its scale, at most five, the largest within it', () => {
    for (const most of [1, 4, 7, 13, 55]) {
      const { ticks } = lines(steps(1, most));
      expect(ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
      expect(ticks.length).toBeLessThanOrEqual(5);
      expect(ticks.at(-1)?.value).toBeGreaterThanOrEqual(most);
    }
  });

  it('keeps the names of its lines apart where they end together', () => {
    const { criteria, themes } = lines([{ themes: 1, criteria: 1 }]);

    expect(criteria.labelY - themes.labelY).toBeGreaterThanOrEqual(14);
  });
});
