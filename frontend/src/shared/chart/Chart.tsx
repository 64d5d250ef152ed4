// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useId, useRef, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { useTexts } from '../i18n/texts';
import { Source, type SourceNote } from '../ui/Popover';
import { ScrollBox } from '../ui/Table';
import { texts } from '../ui/texts';
import { save, toCsv, toSvg } from './download';

/** The figures of a chart as rows; numbers as numbers, so that they can be written in the reader's way. */
export type ChartTable = { head: readonly string[]; rows: readonly (readonly (string | number | null | undefined)[])[] };

type Props = {
  /** The measure and its unit. */
  title: string;
  /** What it shows, in one sentence a director can repeat. */
  reading: ReactNode;
  table: ChartTable;
  /** How a number of the table is written. */
  write?: (value: number, column: number) => string;
  note?: SourceNote;
  /** File name without ending. */
  name: string;
  /** The drawing: an `<svg>` with role img and a name. */
  children: ReactNode;
  level?: 2 | 3;
};

/** A chart: reading, drawing, table twin, downloads, and how it is counted. */
export function Chart({ title, reading, table, write = String, note, name, children, level = 2 }: Props) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const heading = useId();
  const figure = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const Heading = `h${level}` as const;
  return (
    <figure aria-labelledby={heading}>
      <div className="charthead">
        <Heading id={heading} className="h3">
          {title}
        </Heading>
        <div className="charttools">
          <button type="button" className="src" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {t.table}
          </button>
          <button
            type="button"
            className="src"
            onClick={() => save(`${name}.csv`, 'text/csv;charset=utf-8', `\ufeff${toCsv(table.head, table.rows, language)}`)}
          >
            CSV
            <span className="vh">: {title}</span>
          </button>
          <button
            type="button"
            className="src"
            onClick={() => {
              const drawing = figure.current?.querySelector('svg');
              if (drawing) save(`${name}.svg`, 'image/svg+xml', toSvg(drawing));
            }}
          >
            SVG
            <span className="vh">: {title}</span>
          </button>
        </div>
      </div>
      <p className="measure">{reading}</p>
      <div ref={figure} className={asTable ? 'vh' : 'chartbox'} aria-hidden={asTable || undefined}>
        {children}
      </div>
      {asTable && <Twin title={title} table={table} write={write} />}
      {note && <Source note={note} />}
    </figure>
  );
}

function Twin({ title, table, write }: { title: string; table: ChartTable; write: (value: number, column: number) => string }) {
  return (
    <ScrollBox name={title}>
      <table className="table table--dense">
        <caption className="vh">{title}</caption>
        <thead>
          <tr>
            {table.head.map((head, column) => (
              <th key={head} scope="col" className={column > 0 ? 'num' : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join('|')}>
              {row.map((value, column) => {
                const text = typeof value === 'number' ? write(value, column) : (value ?? '–');
                return column === 0 ? (
                  <th key={table.head[column]} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={table.head[column]} className="num">
                    {text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
