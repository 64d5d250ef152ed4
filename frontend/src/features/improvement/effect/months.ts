// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '@/shared/i18n/language';

const format = (month: string, language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { timeZone: 'UTC', ...options }).format(new Date(`${month}-01T00:00:00Z`));

/** `mars 2027`. */
export const monthName = (month: string, language: Language) => format(month, language, { month: 'long', year: 'numeric' });

/** `mar`, and the year where it is asked for. */
export const shortMonth = (month: string, withYear: boolean, language: Language) =>
  format(month, language, { month: 'short', ...(withYear ? { year: 'numeric' } : {}) }).replace('.', '');

/** First and last day of a month. */
export function daysOf(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
}
