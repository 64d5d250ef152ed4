// SPDX-License-Identifier: EUPL-1.2
import { useId, useState } from 'react';
import type { MonthFigures, MonthSeries } from '@/api';
import { save, toCsv } from '@/shared/chart';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Icon, Source } from '@/shared/ui';
import { useDurations } from '../text/durations';
import { useNote } from '../text/note';
import { figureTexts } from './texts';

const WIDTH = 236;
const BASE = 92;
const TOP = 24;
const LEFT = 10;

type Series = { key: string; title: string; values: (number | undefined)[]; write: (value: number) => string };

/** `nov 2025`. */
export function monthName(month: string, language: 'sv' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(`${month}-01T00:00:00Z`))
    .replace('.', '');
}

/** The same cases month by month, as small drawings on scales of their own, with a table twin. */
export function Months({ series }: { series: MonthSeries }) {
  const t = useTexts(figureTexts);
  const { language } = useLanguage();
  const { number } = useFormats();
  const { short } = useDurations();
  const note = useNote(series.selection);
  const heading = useId();
  const [asTable, setAsTable] = useState(false);
  const { months } = series;
  if (months.length === 0) return null;
  const count = (value: number) => number(value, 0);
  const all: Series[] = [
    { key: 'lead', title: t.lead, values: months.map((month) => month.medianSeconds), write: short },
    { key: 'started', title: t.started, values: months.map((month) => month.started), write: count },
    { key: 'ended', title: t.ended, values: months.map((month) => month.ended), write: count },
    { key: 'inProgress', title: t.inProgress, values: months.map((month) => month.inProgressAtStart), write: count },
  ];
  const head = [t.month, t.started, t.ended, t.inProgress, `${t.lead} (s)`];
  const rows = months.map((month) => [month.month, month.started, month.ended, month.inProgressAtStart, month.medianSeconds]);
  return (
    <section className="section" aria-labelledby={heading}>
      <div className="sechead">
        <h2 id={heading}>{t.months}</h2>
        <div className="charttools">
          <span className="muted">{t.monthsNote}</span>
          <Source note={note(series.definition)} />
          <button type="button" className="src" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t.asTable}
          </button>
          <button
            type="button"
            className="src row"
            onClick={() => save(`${t.months}.csv`, 'text/csv;charset=utf-8', `\ufeff${toCsv(head, rows, language)}`)}
          >
            <Icon small name="download" />
            CSV
            <span className="vh">: {t.months}</span>
          </button>
        </div>
      </div>
      {asTable ? (
        <MonthTable months={months} />
      ) : (
        <div className="multiples">
          {all.map((one) => (
            <Multiple key={one.key} series={one} months={months} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Lowest and highest in words: what is there, without a judgement. */
export function rangeReading(
  { values, write }: Pick<Series, 'values' | 'write'>,
  months: readonly string[],
  language: 'sv' | 'en',
  t: (typeof figureTexts)['sv'],
): string {
  const known = values.flatMap((value, at) => (value === undefined ? [] : [{ value, month: monthName(months[at] ?? '', language) }]));
  const [first] = known;
  if (!first) return t.noValue;
  if (known.length === 1) return t.oneMonth(write(first.value), first.month);
  const least = known.reduce((low, one) => (one.value < low.value ? one : low), first);
  const most = known.reduce((high, one) => (one.value > high.value ? one : high), first);
  return least.value === most.value
    ? t.steady(write(first.value))
    : t.range(write(least.value), least.month, write(most.value), most.month);
}

function Multiple({ series, months }: { series: Series; months: readonly MonthFigures[] }) {
  const t = useTexts(figureTexts);
  const { language } = useLanguage();
  const { values, title, write } = series;
  const most = Math.max(1e-9, ...values.filter((value) => value !== undefined));
  const x = (at: number) => LEFT + (at * (WIDTH - 2 * LEFT)) / Math.max(1, values.length - 1);
  const y = (value: number) => BASE - ((BASE - TOP) * value) / most;
  const points = values.flatMap((value, at) => (value === undefined ? [] : [{ at, value }]));
  const path = points
    .map(
      ({ at, value }, index) => `${index === 0 || points[index - 1]?.at !== at - 1 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  const [first, last] = [points[0], points[points.length - 1]];
  const names = months.map((month) => month.month);
  const name = (at: number) => monthName(names[at] ?? '', language);
  const list = values.map((value, at) => `${name(at)} ${value === undefined ? '–' : write(value)}`).join(', ');
  return (
    <figure>
      <figcaption>
        <h3>{title}</h3>
        <p>{rangeReading(series, names, language, t)}</p>
      </figcaption>
      <svg className="chart" viewBox={`0 0 ${WIDTH} 112`} role="img" aria-label={t.perMonth(title, list)}>
        <line className="ax" x1={4} x2={WIDTH - 4} y1={BASE} y2={BASE} />
        <path className="ln" d={path} />
        {first && <circle className="pt" cx={x(first.at)} cy={y(first.value)} r={3.5} />}
        {first && (
          <text
            className="t13"
            x={x(first.at)}
            textAnchor={x(first.at) > WIDTH / 2 ? 'end' : 'start'}
            y={Math.min(y(first.value), y(points[1]?.value ?? first.value)) - 9}
          >
            {write(first.value)}
          </text>
        )}
        {last && last !== first && <circle className="pt" cx={x(last.at)} cy={y(last.value)} r={3.5} />}
        {last && last !== first && (
          <text
            className="t13 tb"
            x={x(last.at)}
            y={Math.min(y(last.value), y(points[points.length - 2]?.value ?? last.value)) - 9}
            textAnchor="end"
          >
            {write(last.value)}
          </text>
        )}
        <text className="t13 tm" x={4} y={108}>
          {name(0)}
        </text>
        {months.length > 1 && (
          <text className="t13 tm" x={WIDTH - 4} y={108} textAnchor="end">
            {name(months.length - 1)}
          </text>
        )}
      </svg>
    </figure>
  );
}

function MonthTable({ months }: { months: readonly MonthFigures[] }) {
  const t = useTexts(figureTexts);
  const { number, duration } = useFormats();
  const count = (value: number | undefined) => (value === undefined ? '–' : number(value, 0));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its frame, also by keyboard
    <section className="tablewrap" tabIndex={0} aria-label={t.months}>
      <table className="table table--dense">
        <caption className="vh">{t.months}</caption>
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            {[t.started, t.ended, t.inProgress, t.lead].map((head) => (
              <th key={head} scope="col" className="num">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <tr key={month.month}>
              <th scope="row">{month.month}</th>
              <td className="num">{count(month.started)}</td>
              <td className="num">{count(month.ended)}</td>
              <td className="num">{count(month.inProgressAtStart)}</td>
              <td className="num">{month.medianSeconds === undefined ? '–' : duration(month.medianSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
