// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext, useMemo } from 'react';
import { type Language, useLanguage } from './language';

/** Ways to write numbers, days and instants as one writes them in Swedish (`3 923,1`, `12 %`, `2026-03-31`, `kl. 13.15`, `v. 14`). */
export type Formats = {
  /** `3 923,1`; at most `digits` decimals (default 1). */
  number: (value: number, digits?: number) => string;
  /** A share 0–1 as `12 %`. */
  percent: (share: number, digits?: number) => string;
  /** The day of an instant or an ISO date: `2026-03-31`. */
  date: (value: string | Date) => string;
  /** `tisdag 31 mars 2026`. */
  longDate: (value: string | Date) => string;
  /** `31 mars`, and the year only where it is not this one. */
  dayMonth: (value: string | Date) => string;
  /** `tis`. */
  weekday: (value: string | Date) => string;
  /** `kl. 13.15`; 1.15 pm is written `13:15` in English. */
  time: (value: string | Date) => string;
  /** `31 mars, kl. 13.15`. */
  moment: (value: string | Date) => string;
  /** `v. 14`, of ISO 8601. */
  week: (value: string | Date) => string;
  /** Seconds as words in the two largest units that matter: `3 dygn 4 tim`. */
  duration: (seconds: number) => string;
  /** Bytes as `12,4 MB` (powers of ten). */
  bytes: (count: number) => string;
};

const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

/** The ISO day of an instant in a zone; a day stays the day it is. */
export function isoDay(value: string | Date, zone: string): string {
  if (typeof value === 'string' && DAY_ONLY.test(value)) return value;
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  return parts.format(new Date(value));
}

/** ISO 8601 week of an ISO day. */
export function isoWeek(day: string): number {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = date.getUTCDay() || 7;
  date.setUTCDate(date.getUTCDate() + 4 - weekday);
  const newYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  return Math.ceil(((date.getTime() - newYear) / 86_400_000 + 1) / 7);
}

const UNITS = {
  sv: { day: 'dygn', hour: 'tim', minute: 'min', second: 's' },
  en: { day: 'd', hour: 'h', minute: 'min', second: 's' },
} as const;

/** Formats for a language and a zone. */
export function formatsFor(language: Language, zone: string): Formats {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const number = (value: number, digits = 1) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const dayFormat = (options: Intl.DateTimeFormatOptions) => (value: string | Date) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }).format(new Date(`${isoDay(value, zone)}T00:00:00Z`));
  const clock = (value: string | Date) => {
    const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(value));
    return language === 'sv' ? `kl. ${text.replace(':', '.')}` : text;
  };
  const dayMonth = (value: string | Date) => {
    const thisYear = isoDay(value, zone).slice(0, 4) === isoDay(new Date(), zone).slice(0, 4);
    return dayFormat({ day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) })(value);
  };
  return {
    number,
    percent: (share, digits = 0) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share),
    date: (value) => isoDay(value, zone),
    longDate: dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    dayMonth,
    weekday: dayFormat({ weekday: 'short' }),
    time: clock,
    moment: (value) => `${dayMonth(value)}, ${clock(value)}`,
    week: (value) => `${language === 'sv' ? 'v.' : 'week'} ${isoWeek(isoDay(value, zone))}`,
    duration: (seconds) => durationIn(seconds, UNITS[language], number),
    bytes: (count) => bytesIn(count, number),
  };
}

function durationIn(seconds: number, words: Record<'day' | 'hour' | 'minute' | 'second', string>, number: Formats['number']): string {
  const total = Math.round(seconds);
  const [days, hours, minutes] = [Math.floor(total / 86_400), Math.floor((total % 86_400) / 3600), Math.floor((total % 3600) / 60)];
  const both = (first: string, second: number, word: string) => (second > 0 ? `${first} ${second} ${word}` : first);
  if (days >= 10) return `${number(seconds / 86_400)} ${words.day}`;
  if (days > 0) return both(`${days} ${words.day}`, hours, words.hour);
  if (hours > 0) return both(`${hours} ${words.hour}`, minutes, words.minute);
  if (minutes > 0) return both(`${minutes} ${words.minute}`, total % 60, words.second);
  return `${number(seconds)} ${words.second}`;
}

function bytesIn(count: number, number: Formats['number']): string {
  const steps = ['B', 'kB', 'MB', 'GB'] as const;
  const step = count < 1000 ? 0 : count < 1e6 ? 1 : count < 1e9 ? 2 : 3;
  return `${number(count / 1000 ** step)} ${steps[step]}`;
}

/** The zone of the authority's screens. */
export const ZoneContext = createContext('Europe/Stockholm');

/** Formats in the language of the page and the zone of the authority. */
export function useFormats(): Formats {
  const { language } = useLanguage();
  const zone = useContext(ZoneContext);
  return useMemo(() => formatsFor(language, zone), [language, zone]);
}

/** Today as an ISO day, in the zone of the authority. */
export function useToday(): string {
  return isoDay(new Date(), useContext(ZoneContext));
}
