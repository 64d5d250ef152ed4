// SPDX-License-Identifier: EUPL-1.2
import type { BenchmarkComparison, BenchmarkContribution } from '@/api';
import { usePick } from '@/shared/i18n/language';
import { useMeasure } from '@/shared/i18n/measure';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** Writes a value of a measure with its unit: `41 %`, `62 per 100 ärenden`, `nivå 3`. */
export function useValue(): (value: number, unit: string) => string {
  const t = useTexts(texts);
  const write = useMeasure();
  return (value, unit) => {
    if (unit === 'level') return t.level(value);
    const written = write(value, unit);
    return written.unit ? `${written.value} ${written.unit}` : written.value;
  };
}

/** The figure alone, where the unit has been said: `62`; a share keeps its sign. */
export function useFigure(): (value: number, unit: string) => string {
  const write = useMeasure();
  return (value, unit) => write(value, unit).value;
}

/** Whom something is compared with, in words. */
export function useGroup(): (what: BenchmarkComparison | BenchmarkContribution) => string {
  const t = useTexts(texts);
  const pick = usePick();
  return (what) =>
    what.sizeClass
      ? (t.sizes[what.sizeClass as keyof typeof t.sizes] ?? what.sizeClass)
      : t.ofType(what.caseTypeName ? pick(what.caseTypeName) : (what.caseTypeKey ?? ''));
}
