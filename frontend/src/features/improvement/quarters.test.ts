// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { axisOf, nameOf, placeOf, quarterOf } from './quarters';

describe('the axis of the roadmap', () => {
  it('counts a day as the share of its quarter that has passed before it', () => {
    expect(quarterOf('2026-01-01')).toEqual({ index: 2026 * 4, share: 0 });
    expect(quarterOf('2026-10-16').share).toBeCloseTo(15 / 92, 10);
    expect(nameOf(quarterOf('2027-08-01').index)).toEqual({ quarter: '3', year: '2027' });
  });

  it('shows at least six quarters and holds today', () => {
    const axis = axisOf([], '2026-11-25');

    expect(axis.count).toBe(6);
    expect(placeOf('2026-11-25', axis)).toBeGreaterThan(0);
  });

  it('reaches from the earliest start to the latest end', () => {
    const axis = axisOf([{ startDate: '2026-02-01', endDate: '2028-06-30' }], '2026-11-25');

    expect(nameOf(axis.first)).toEqual({ quarter: '1', year: '2026' });
    expect(nameOf(axis.first + axis.count - 1)).toEqual({ quarter: '2', year: '2028' });
  });

  it('lets go of the oldest when there are more than sixteen quarters', () => {
    const axis = axisOf([{ startDate: '2020-01-01', endDate: '2027-12-31' }], '2026-11-25');

    expect(axis.count).toBe(16);
    expect(placeOf('2020-01-01', axis)).toBe(0);
    expect(placeOf('2027-12-31', axis)).toBeGreaterThan(0.99);
  });
});
