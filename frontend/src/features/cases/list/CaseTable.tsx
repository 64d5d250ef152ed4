// SPDX-License-Identifier: EUPL-1.2
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { type CaseSummary, useMay } from '@/api';
import { shortcutsOn, useShortcut } from '@/shared/hooks/useShortcut';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Table, Tag } from '@/shared/ui';
import { StateTag } from '../StateTag';
import { texts } from '../texts';
import { texts as work } from '../work/texts';
import type { Chosen } from '../work/useChosen';
import { ByLaw, Due } from './Due';

type Props = {
  caption: ReactNode;
  cases: readonly CaseSummary[];
  withOfficer?: boolean;
  /** A queue shows when a case came in, its statutory date and its priority. */
  look?: 'queue';
  /** Rows can be chosen, by the box or by X. */
  chosen?: Chosen;
  /** The row one was at, from the address; and being told which row one is at. */
  at?: string | undefined;
  onAt?: (caseId: string) => void;
  /** A row's own button. */
  onAssign?: (row: CaseSummary) => void;
};

/** Cases as rows; J and K move between them, Enter opens, X chooses. On a phone each is two lines. */
export function CaseTable({ caption, cases, withOfficer = false, look, chosen, at, onAt, onAssign }: Props) {
  const t = useTexts(texts);
  const w = useTexts(work);
  const may = useMay();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const first = useRef(at);
  useEffect(() => {
    if (first.current) box.current?.querySelector<HTMLAnchorElement>(`tbody th a[href$="/${CSS.escape(first.current)}"]`)?.focus();
  }, []);
  const step = (by: number) => {
    const links = [...(box.current?.querySelectorAll<HTMLAnchorElement>('tbody th a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  useShortcut('x', () => {
    const row = document.activeElement?.closest('tr');
    row?.querySelector<HTMLInputElement>('.c-pick input')?.click();
  });
  useShortcut('r', () => {
    if (may('case:register')) void navigate({ to: '/cases/new' });
  });
  const columns: Column<CaseSummary>[] = [
    ...(chosen
      ? [
          {
            key: 'pick',
            head: w.pick,
            className: 'c-pick',
            cell: (row: CaseSummary) => (
              <input
                type="checkbox"
                aria-label={w.pickOne(row.number)}
                checked={chosen.has(row.id)}
                onChange={() => chosen.toggle(row.id)}
              />
            ),
          },
        ]
      : []),
    {
      key: 'number',
      head: t.number,
      rowHead: true,
      className: 'nowrap',
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.id }} onFocus={() => onAt?.(row.id)}>
          {row.number}
        </Link>
      ),
    },
    {
      key: 'subject',
      head: t.subject,
      className: 'c-subj',
      cell: (row) => (
        <>
          {row.subject} {row.onBehalfOf && <Tag mood="info">{w.forWhom(row.onBehalfOf.displayName)}</Tag>}
          {look !== 'queue' && row.priority === 1 && <Tag mood="warn">{w.priorities[1]}</Tag>}
        </>
      ),
    },
    ...(look === 'queue' ? queueColumns(w, onAssign) : listColumns(t, withOfficer)),
  ];
  return (
    <div ref={box}>
      <Table
        caption={caption}
        columns={columns}
        rows={cases}
        rowKey={(row) => row.id}
        dense
        fits
        className={chosen ? 'caselist caselist--pick' : 'caselist'}
        {...(chosen ? { isSelected: (row: CaseSummary) => chosen.has(row.id) } : {})}
      />
    </div>
  );
}

type Words<T> = ReturnType<typeof useTexts<T>>;

function queueColumns(w: Words<(typeof work)['sv']>, onAssign: Props['onAssign']): Column<CaseSummary>[] {
  return [
    {
      key: 'priority',
      head: w.priority,
      className: 'c-state',
      cell: (row) =>
        row.priority === 1 || row.priority === 3 ? (
          <Tag mood={row.priority === 1 ? 'warn' : undefined}>{w.priorities[row.priority]}</Tag>
        ) : (
          <span className="muted">{w.priorities[2]}</span>
        ),
    },
    { key: 'arrived', head: w.arrived, numeric: true, className: 'c-now nowrap', cell: (row) => row.arrivalDate },
    {
      key: 'law',
      head: w.byLaw,
      numeric: true,
      className: 'c-date',
      cell: (row) => <ByLaw day={row.statutoryDue} />,
    },
    ...(onAssign
      ? [
          {
            key: 'assign',
            head: w.act,
            className: 'c-act',
            cell: (row: CaseSummary) => (
              <Button small aria-label={w.assignOne(row.number)} onClick={() => onAssign(row)}>
                {w.assign}
              </Button>
            ),
          },
        ]
      : []),
  ];
}

function listColumns(t: Words<(typeof texts)['sv']>, withOfficer: boolean): Column<CaseSummary>[] {
  return [
    { key: 'type', head: t.type, className: 'c-type muted', cell: (row) => <LocalizedText text={row.caseTypeName} /> },
    { key: 'state', head: t.state, className: 'c-state', cell: (row) => <StateTag state={row.state} waits={row.waits} /> },
    withOfficer
      ? {
          key: 'officer',
          head: t.officer,
          className: 'c-now',
          cell: (row) => row.officer?.displayName ?? <span className="muted">{t.noOfficer}</span>,
        }
      : {
          key: 'now',
          head: t.now,
          className: 'c-now',
          cell: (row) => (row.nextDue ? <LocalizedText text={row.nextDue.name} /> : t.steps[row.state]),
        },
    { key: 'due', head: t.nextDue, numeric: true, className: 'c-date', cell: (row) => <Due due={row.nextDue} /> },
  ];
}

/** What the keys do, for those who use them. */
export function KeyHints({ picks = false }: { picks?: boolean }) {
  const t = useTexts(texts);
  const w = useTexts(work);
  const may = useMay();
  if (!shortcutsOn()) return null;
  return (
    <p className="row small muted hide-s keyhints">
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {t.keyMove}
      </span>
      <span>
        <kbd>Enter</kbd> {t.keyOpen}
      </span>
      {picks && (
        <span>
          <kbd>X</kbd> {w.keyPick}
        </span>
      )}
      {may('case:register') && (
        <span>
          <kbd>R</kbd> {t.keyNew}
        </span>
      )}
      <span>
        <kbd>/</kbd> {t.keySearch}
      </span>
    </p>
  );
}
