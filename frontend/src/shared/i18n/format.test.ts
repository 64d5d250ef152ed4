// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { formatsFor, isoWeek } from './format';

const sv = formatsFor('sv', 'Europe/Stockholm');
const en = formatsFor('en', 'Europe/Stockholm');
/** No-break spaces count as spaces here. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('figures in Swedish', () => {
  it('have space between thousands and comma before decimals', () => {
    expect(plain(sv.number(3_923_234.14))).toBe('3 923 234,1');
    expect(plain(sv.percent(0.123))).toBe('12 %');
    expect(plain(sv.bytes(12_400_000))).toBe('12,4 MB');
    expect(plain(en.number(3_923_234.14))).toBe('3,923,234.1');
  });

  it('name durations in their two largest units', () => {
    expect(sv.duration(3 * 86_400 + 4 * 3600 + 59)).toBe('3 dygn 4 tim');
    expect(plain(sv.duration(38.5 * 86_400))).toBe('38,5 dygn');
    expect(sv.duration(90)).toBe('1 min 30 s');
    expect(sv.duration(7200)).toBe('2 tim');
    expect(sv.duration(0)).toBe('0 s');
  });
});

describe('days and times', () => {
  it('are those of the authority, not of the computer', () => {
    expect(sv.date('2026-03-28T23:30:00Z')).toBe('2026-03-29');
    expect(sv.time('2026-03-29T11:15:00Z')).toBe('kl. 13.15');
    expect(en.time('2026-03-29T11:15:00Z')).toBe('13:15');
    expect(sv.longDate('2026-03-31')).toBe('tisdag 31 mars 2026');
    expect(en.longDate('2026-03-31')).toContain('31 March 2026');
  });

  it('count weeks after ISO 8601', () => {
    expect(sv.week('2026-03-31')).toBe('v. 14');
    expect(isoWeek('2027-01-01')).toBe(53);
    expect(isoWeek('2026-12-28')).toBe(53);
    expect(isoWeek('2025-12-29')).toBe(1);
  });
});
