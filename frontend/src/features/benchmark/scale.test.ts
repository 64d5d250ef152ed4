// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { axisOf } from './scale';

describe('the axis of a band', () => {
  it('is the whole of one for a share, so that bands of different measures can be held against each other', () => {
    expect(axisOf([0.1, 0.2], 'share')).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('begins at nothing and reaches beyond everything drawn', () => {
    for (const values of [[3], [14, 29, 62], [0.7, 2.5], [1200]]) {
      const axis = axisOf(values, 'days');
      expect(axis[0]).toBe(0);
      expect(axis.at(-1)).toBeGreaterThan(Math.max(...values));
      expect(axis.length).toBeLessThanOrEqual(7);
    }
  });

  it('has whole steps', () => {
    expect(axisOf([62], 'per_100_cases')).toEqual([0, 20, 40, 60, 80]);
  });

  it('is an axis also where all is nothing', () => {
    expect(axisOf([0], 'days').length).toBeGreaterThan(1);
  });
});
