// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { instantOf, readTime, timeIn } from './clock';

const ZONE = 'Europe/Stockholm';
const at = (day: string, time: string) => instantOf(day, time, ZONE).toISOString();

describe('a typed time', () => {
  it.each([
    ['13.15', '13:15'],
    ['13:15', '13:15'],
    ['0905', '09:05'],
    ['9', '09:00'],
  ])('%s is %s', (written, time) => expect(readTime(written)).toBe(time));

  it.each(['24.00', '12.60', 'nu', ''])('%s is none', (written) => expect(readTime(written)).toBeUndefined());
});

describe('the instant of a time in Stockholm', () => {
  it('follows winter and summer time', () => {
    expect(at('2026-01-15', '13:15')).toBe('2026-01-15T12:15:00.000Z');
    expect(at('2026-07-15', '13:15')).toBe('2026-07-15T11:15:00.000Z');
  });

  it('is right on both sides of a change of the clock', () => {
    expect(at('2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z');
    expect(at('2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(at('2026-10-25', '03:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('is an hour later where the clock skips it, and the first of two', () => {
    expect(at('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('comes back as it was', () => {
    expect(timeIn(instantOf('2026-07-15', '13:15', ZONE), ZONE)).toBe('13:15');
  });
});
