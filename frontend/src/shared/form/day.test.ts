// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { plusDays, readDay } from './day';

const TODAY = '2026-11-25';

describe('a typed day', () => {
  it.each([
    ['2026-03-31', '2026-03-31'],
    ['2026-3-1', '2026-03-01'],
    ['20260331', '2026-03-31'],
    ['260331', '2026-03-31'],
    ['idag', '2026-11-25'],
    [' I dag ', '2026-11-25'],
    ['today', '2026-11-25'],
    ['i morgon', '2026-11-26'],
    ['igår', '2026-11-24'],
    ['+14', '2026-12-09'],
    ['-25', '2026-10-31'],
    ['31 mars 2027', '2027-03-31'],
    ['1 maj', '2027-05-01'],
    ['3 okt', '2027-10-03'],
    ['31/3 2026', '2026-03-31'],
    ['31/3/2026', '2026-03-31'],
    ['29/2 2028', '2028-02-29'],
  ])('%s is %s', (written, day) => {
    expect(readDay(written, TODAY)).toEqual({ day });
  });

  it('without year is the nearest ahead for a deadline and behind for a receipt', () => {
    expect(readDay('31/3', TODAY)).toEqual({ day: '2027-03-31' });
    expect(readDay('31/3', TODAY, 'behind')).toEqual({ day: '2026-03-31' });
    expect(readDay('24/12', TODAY)).toEqual({ day: '2026-12-24' });
    expect(readDay('24/12', TODAY, 'behind')).toEqual({ day: '2025-12-24' });
    expect(readDay('25/11', TODAY)).toEqual({ day: TODAY });
    expect(readDay('25/11', TODAY, 'behind')).toEqual({ day: TODAY });
  });

  it.each([
    ['31/2', 'impossible'],
    ['2026-02-29', 'impossible'],
    ['2026-13-01', 'impossible'],
    ['snart', 'unknown'],
    ['', 'unknown'],
    ['12', 'unknown'],
    ['3 xyz', 'unknown'],
  ])('%s is refused as %s', (written, fault) => {
    expect(readDay(written, TODAY)).toEqual({ fault });
  });

  it('counts over month and year', () => {
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(plusDays('2028-03-01', -1)).toBe('2028-02-29');
  });
});
