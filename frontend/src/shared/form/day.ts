// SPDX-License-Identifier: EUPL-1.2
/** A day as written by hand, understood or not. */
export type DayReading = { day: string } | { fault: 'unknown' | 'impossible' };

/** Where a day without year is looked for: deadlines lie ahead, receipts behind. */
export type Lean = 'ahead' | 'behind';

const WORDS: Record<string, number> = {
  idag: 0,
  'i dag': 0,
  today: 0,
  imorgon: 1,
  'i morgon': 1,
  tomorrow: 1,
  igår: -1,
  'i går': -1,
  yesterday: -1,
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'ma[jy]', 'jun', 'jul', 'aug', 'sep', 'o[kc]t', 'nov', 'dec'].map(
  (start) => new RegExp(`^${start}`),
);

/**
 * Reads a typed day: `2026-03-31`, `20260331`, `260331`, `31/3`, `31/3 2026`, `31 mars`, `idag`, `i morgon`, `+14`, `-3`.
 * A day without year is the nearest one ahead of today (today included), or behind it.
 */
export function readDay(written: string, today: string, lean: Lean = 'ahead'): DayReading {
  const text = written.trim().toLowerCase();
  const word = WORDS[text];
  if (word !== undefined) return { day: plusDays(today, word) };
  const shift = /^([+-])\s?(\d{1,4})$/.exec(text);
  if (shift) return { day: plusDays(today, Number(shift[2]) * (shift[1] === '-' ? -1 : 1)) };
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return exact(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const short = /^(\d{2})(\d{2})(\d{2})$/.exec(text);
  if (short) return exact(2000 + Number(short[1]), Number(short[2]), Number(short[3]));
  const slashed = /^(\d{1,2})\s?\/\s?(\d{1,2})(?:[\s/-]+(\d{4}))?$/.exec(text);
  if (slashed) return near(Number(slashed[1]), Number(slashed[2]), slashed[3], today, lean);
  const named = /^(\d{1,2})\.?\s?([a-zåäö]{3,9})\.?(?:\s+(\d{4}))?$/.exec(text);
  const month = named ? MONTHS.findIndex((start) => start.test(named[2] ?? '')) + 1 : 0;
  if (named && month > 0) return near(Number(named[1]), month, named[3], today, lean);
  return { fault: 'unknown' };
}

/** The ISO day some days later. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function exact(year: number, month: number, day: number): DayReading {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { day: date.toISOString().slice(0, 10) } : { fault: 'impossible' };
}

function near(day: number, month: number, year: string | undefined, today: string, lean: Lean): DayReading {
  const thisYear = Number(today.slice(0, 4));
  if (year) return exact(Number(year), month, day);
  const found = exact(thisYear, month, day);
  if (!('day' in found)) return found;
  if (lean === 'ahead' && found.day < today) return exact(thisYear + 1, month, day);
  if (lean === 'behind' && found.day > today) return exact(thisYear - 1, month, day);
  return found;
}
