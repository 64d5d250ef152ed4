// SPDX-License-Identifier: EUPL-1.2
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** A figure in two parts: what is large and its unit. */
export type Written = { value: string; unit: string };

/** Writes a figure of a report or of the start page: shares (0–1) as per cent, seconds as a duration. */
export function useWritten(): (value: number, unit: string) => Written {
  const t = useTexts(texts);
  const { number, percent, duration } = useFormats();
  return (value, unit) => {
    if (unit === 'share') return { value: percent(value), unit: '' };
    if (unit === 'seconds') return { value: duration(value), unit: '' };
    return { value: number(value, unit === 'ratio' ? 2 : 1), unit: t.units[unit as keyof typeof t.units] ?? '' };
  };
}
