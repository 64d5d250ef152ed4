// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/texts';
import { Button } from './Button';
import { Icon } from './Icon';
import { texts } from './texts';

/** A column: its head, its cell, and what its sorting is called where it can be sorted. */
export type Column<T> = {
  key: string;
  head: string;
  cell: (row: T) => ReactNode;
  /** Figures stand to the right. */
  numeric?: boolean;
  /** The first column names the row. */
  rowHead?: boolean;
  sortable?: boolean;
  className?: string;
};

/** How a table is sorted now. */
export type Sorting = { key: string; descending: boolean };

type Props<T> = {
  caption: ReactNode;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  sorting?: Sorting | undefined;
  onSort?: (sorting: Sorting) => void;
  /** Dense lists are for those who work in them all day. */
  dense?: boolean;
  /** On a phone each row becomes a card. */
  cards?: boolean;
  /** It never needs to scroll sideways: its class lays it out anew on a phone. */
  fits?: boolean;
  className?: string;
  isSelected?: (row: T) => boolean;
};

/** A table that stays a table: caption, scope, sort buttons, figures to the right. */
export function Table<T>({ caption, columns, rows, rowKey, sorting, onSort, dense, cards, fits, className, isSelected }: Props<T>) {
  const look = ['table', dense && 'table--dense', cards && 'table--cards', className].filter(Boolean).join(' ');
  return (
    <ScrollBox name={typeof caption === 'string' ? caption : undefined} still={cards || fits}>
      <table className={look}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} aria-selected={isSelected?.(row) || undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** A frame in which a wide table scrolls, also by keyboard; a table of cards never needs to. */
export function ScrollBox({
  name,
  still = false,
  children,
}: {
  name?: string | undefined;
  still?: boolean | undefined;
  children: ReactNode;
}) {
  if (still || !name) return <div className="tablewrap">{children}</div>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, one too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className="tablewrap" role="group" aria-label={name} tabIndex={0}>
      {children}
    </div>
  );
}

const cellClass = <T,>(column: Column<T>) => [column.numeric && 'num', column.className].filter(Boolean).join(' ') || undefined;

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  if (column.rowHead) {
    return (
      <th scope="row" className={cellClass(column)}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={cellClass(column)} data-l={column.head}>
      {column.cell(row)}
    </td>
  );
}

function Head<T>({
  column,
  sorting,
  onSort,
}: {
  column: Column<T>;
  sorting: Sorting | undefined;
  onSort: ((sorting: Sorting) => void) | undefined;
}) {
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" className={cellClass(column)}>
        {column.head}
      </th>
    );
  }
  const sorted = sorting?.key === column.key ? sorting : undefined;
  return (
    <th scope="col" className={cellClass(column)} aria-sort={sorted && (sorted.descending ? 'descending' : 'ascending')}>
      <button type="button" onClick={() => onSort({ key: column.key, descending: sorted ? !sorted.descending : false })}>
        {column.head} <Icon small name={sorted ? (sorted.descending ? 'down' : 'up') : 'sort'} />
      </button>
    </th>
  );
}

/** The foot of a list that comes page by page. */
export function LoadMore({ shown, hasMore, busy, onMore }: { shown: number; hasMore: boolean; busy: boolean; onMore: () => void }) {
  const t = useTexts(texts);
  return (
    <div className="tablefoot">
      <span>{hasMore ? t.showing(String(shown)) : t.showingAll(String(shown))}</span>
      {hasMore && (
        <Button small busy={busy} onClick={onMore}>
          {t.more}
        </Button>
      )}
    </div>
  );
}
