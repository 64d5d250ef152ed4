// SPDX-License-Identifier: EUPL-1.2
import { useMemo } from 'react';
import { type Language, useLanguage } from '@/shared/i18n/language';

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** Below this many of a unit a smaller one is used: two days are still written in days, one and a half in hours. */
const FEW = 2;
const DECIMAL_UNDER = 10;

type Unit = 'second' | 'minute' | 'hour' | 'day';

const WORDS = {
  sv: { second: ['sekund', 'sekunder'], minute: ['minut', 'minuter'], hour: ['timme', 'timmar'], day: ['dygn', 'dygn'] },
  en: { second: ['second', 'seconds'], minute: ['minute', 'minutes'], hour: ['hour', 'hours'], day: ['day', 'days'] },
} as const;

const SHORT = {
  sv: { second: 's', minute: 'min', hour: 'tim', day: 'dgr' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd' },
} as const;

/** Times in one unit, rounded as one says them. */
export type Durations = {
  /** `11 dygn`, `2,5 timmar`: in running text. */
  words: (seconds: number) => string;
  /** `11 dgr`, `19 tim`: on the map and in narrow columns. */
  short: (seconds: number) => string;
  /** The figure alone, in days: for axes that say the unit themselves. */
  days: (seconds: number) => string;
};

function unitOf(seconds: number): [Unit, number] {
  if (seconds >= FEW * DAY) return ['day', seconds / DAY];
  if (seconds >= FEW * HOUR) return ['hour', seconds / HOUR];
  if (seconds >= FEW * MINUTE) return ['minute', seconds / MINUTE];
  return ['second', seconds];
}

/** Durations in a language. */
export function durationsFor(language: Language): Durations {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const figure = (value: number, digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  const rounded = (value: number) => figure(value, Math.abs(value) < DECIMAL_UNDER ? 1 : 0);
  return {
    words: (seconds) => {
      const [unit, value] = unitOf(seconds);
      const text = unit === 'second' ? figure(value, 0) : rounded(value);
      return `${text} ${WORDS[language][unit][text === '1' ? 0 : 1]}`;
    },
    short: (seconds) => {
      const [unit, value] = unitOf(seconds);
      const text = unit === 'second' ? figure(value, 0) : rounded(value);
      return `${text} ${unit === 'day' && language === 'sv' && text === '1' ? 'dag' : SHORT[language][unit]}`;
    },
    days: (seconds) => rounded(seconds / DAY),
  };
}

/** Durations in the language of the page. */
export function useDurations(): Durations {
  const { language } = useLanguage();
  return useMemo(() => durationsFor(language), [language]);
}
