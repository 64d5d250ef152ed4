// SPDX-License-Identifier: EUPL-1.2
import type { MaturityUnit } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from '../texts';

/** Writes an indicator's value in its unit. */
export function useValues(): (value: number, unit: MaturityUnit) => string {
  const t = useTexts(texts);
  const { number, percent } = useFormats();
  return (value, unit) => {
    switch (unit) {
      case 'share':
        return percent(value, Math.abs(value) < 0.1 ? 1 : 0);
      case 'hours':
        return t.hours(number(value));
      case 'days':
        return t.days(number(value));
      case 'per_100_cases':
        return number(value);
      case 'ratio':
        return number(value, 2);
    }
  };
}

/** Writes a coefficient with two decimals always, so that a column of them lines up. */
export function useCoefficient(): (value: number) => string {
  const { language } = useLanguage();
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (value) => format.format(value);
}
