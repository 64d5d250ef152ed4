// SPDX-License-Identifier: EUPL-1.2
import { useFormats } from './format';
import { defineTexts, useTexts } from './texts';

const units = defineTexts(
  { hours: 'timmar', days: 'dygn', cases: 'ärenden', per_100_cases: 'per 100 ärenden', percentage_points: 'procentenheter' },
  { hours: 'hours', days: 'days', cases: 'cases', per_100_cases: 'per 100 cases', percentage_points: 'percentage points' },
);

/** Writes a value in two parts, the figure and its unit: shares (0–1) as per cent, seconds as a duration. */
export function useMeasure(): (value: number, unit: string) => { value: string; unit: string } {
  const t = useTexts(units);
  const { number, percent, duration } = useFormats();
  return (value, unit) => {
    if (unit === 'share') return { value: percent(value), unit: '' };
    if (unit === 'seconds') return { value: duration(value), unit: '' };
    return { value: number(value, unit === 'ratio' ? 2 : 1), unit: t[unit as keyof typeof t] ?? '' };
  };
}
