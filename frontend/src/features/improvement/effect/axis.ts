// SPDX-License-Identifier: EUPL-1.2
import type { IndicatorEffect } from '@/api';

/** Round values between the lowest and the highest, at most five of them, and the range they span. */
export function scaleOf(values: readonly number[]): { low: number; high: number; ticks: number[] } {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough) ?? 10) * power;
  const from = Math.floor(low / step + 1e-9) * step;
  const to = Math.ceil(high / step - 1e-9) * step;
  const count = Math.max(1, Math.round((to - from) / step));
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((from + at * step).toPrecision(12)));
  return { low: ticks[0] ?? low, high: ticks[ticks.length - 1] ?? high, ticks };
}

/** Everything that must have room on the axis; a measure that is never below zero is not drawn below it. */
export function valuesOf({ months, compared, limits }: Pick<IndicatorEffect, 'months' | 'compared' | 'limits'>): number[] {
  const values = [...months.flatMap((month) => (month.value === undefined ? [] : [month.value])), ...compared.map((month) => month.value)];
  if (!limits) return values;
  return [...values, limits.upper, limits.centre, values.some((value) => value < 0) ? limits.lower : Math.max(0, limits.lower)];
}

/** Where a day stands among the months, counted in months from the middle of the first; undefined outside them. */
export function placeOf(day: string, months: readonly string[]): number | undefined {
  const at = months.indexOf(day.slice(0, 7));
  if (at < 0) return undefined;
  const [year = 0, month = 0, date = 1] = day.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return at - 0.5 + (date - 1) / days;
}

/** Points joined where months follow each other; a month that is not shown breaks the line. */
export function pathOf(points: readonly { at: number; value: number }[], x: (at: number) => number, y: (value: number) => number): string {
  return points
    .map(({ at, value }, i) => `${i > 0 && points[i - 1]?.at === at - 1 ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)
    .join('');
}
