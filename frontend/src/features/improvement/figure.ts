// SPDX-License-Identifier: EUPL-1.2
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** Writes an indicator's value with its unit: shares (0–1) as per cent, hours and days in words. */
export function useFigure(): (value: number, unit: string | undefined) => string {
  const t = useTexts(texts);
  const { number, percent } = useFormats();
  return (value, unit) => {
    if (unit === 'share') return percent(value, 1);
    const word = t.units[unit as keyof typeof t.units] ?? '';
    return word ? `${number(value)} ${word}` : number(value, 2);
  };
}
