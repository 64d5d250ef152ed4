// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { placed, sixWeeks } from './timeline';

describe('six weeks', () => {
  it('go from interviews to report, over the turn of a year', () => {
    const steps = sixWeeks('2026-12-07');
    expect(steps[0]).toEqual({ kind: 'interviews', startsOn: '2026-12-07', endsOn: '2026-12-18' });
    expect(steps.at(-1)).toEqual({ kind: 'report', startsOn: '2027-01-11', endsOn: '2027-01-15' });
  });
});

describe('the picture', () => {
  it('places each step along the whole, its last day included', () => {
    const { bars, today } = placed(
      [
        { startsOn: '2026-11-02', endsOn: '2026-11-06' },
        { startsOn: '2026-11-07', endsOn: '2026-11-11' },
      ],
      '2026-11-04',
    );
    expect(bars).toEqual([
      { from: 0, width: 0.5 },
      { from: 0.5, width: 0.5 },
    ]);
    expect(today).toBeCloseTo(0.25);
  });

  it('has no line for a day outside', () => {
    expect(placed([{ startsOn: '2026-11-02', endsOn: '2026-11-06' }], '2026-12-01').today).toBeUndefined();
  });
});
