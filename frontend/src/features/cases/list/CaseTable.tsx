// SPDX-License-Identifier: EUPL-1.2
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { type CaseSummary, useMay } from '@/api';
import { shortcutsOn, useShortcut } from '@/shared/hooks/useShortcut';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Table } from '@/shared/ui';
import { StateTag } from '../StateTag';
import { texts } from '../texts';
import { Due } from './Due';

/** Cases as rows; J and K move between them, Enter opens. On a phone each is two lines. */
export function CaseTable({
  caption,
  cases,
  withOfficer = false,
}: {
  caption: ReactNode;
  cases: readonly CaseSummary[];
  withOfficer?: boolean;
}) {
  const t = useTexts(texts);
  const may = useMay();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const links = [...(box.current?.querySelectorAll<HTMLAnchorElement>('tbody th a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut('j', () => step(1));
  useShortcut('k', () => step(-1));
  useShortcut('r', () => {
    if (may('case:register')) void navigate({ to: '/cases/new' });
  });
  const columns: Column<CaseSummary>[] = [
    {
      key: 'number',
      head: t.number,
      rowHead: true,
      className: 'nowrap',
      cell: (row) => (
        <Link to="/cases/$caseId" params={{ caseId: row.id }}>
          {row.number}
        </Link>
      ),
    },
    { key: 'subject', head: t.subject, className: 'c-subj', cell: (row) => row.subject },
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
  return (
    <div ref={box}>
      <Table caption={caption} columns={columns} rows={cases} rowKey={(row) => row.id} dense fits className="caselist" />
    </div>
  );
}

/** What the keys do, for those who use them. */
export function KeyHints() {
  const t = useTexts(texts);
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
