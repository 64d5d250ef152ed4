// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { CaseTypeChange, CaseTypeVersionDetail } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Loading, ProblemAlert, Table, Tag } from '@/shared/ui';
import { partOf } from './definition';
import { changesQuery } from './queries';
import { texts } from './texts';

const SHORT = 240;
const cut = (value: string | undefined) => (value === undefined ? '' : value.length > SHORT ? `${value.slice(0, SHORT)}…` : value);

/** What differs from the version a draft was begun from. */
export function ChangesTable({ detail }: { detail: CaseTypeVersionDetail }) {
  const t = useTexts(texts);
  const query = useQuery(changesQuery(detail.id, detail.version.version));
  if (query.isPending) return <Loading lines={3} />;
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <p className="muted">{t.noChanges}</p>;
  const moods = { added: 'ok', removed: 'alarm', changed: 'info' } as const;
  const columns: Column<CaseTypeChange>[] = [
    {
      key: 'place',
      head: t.place,
      rowHead: true,
      cell: (change) => (
        <>
          {t.parts[partOf(change.pointer)]}
          {change.of && (
            <>
              : <LocalizedText text={change.of} />
            </>
          )}
          <br />
          <code className="small muted">{change.pointer.split('/').slice(-2).join(' / ')}</code>
        </>
      ),
    },
    { key: 'kind', head: t.what, cell: (change) => <Tag mood={moods[change.kind]}>{t.changeKinds[change.kind]}</Tag> },
    { key: 'before', head: t.beforeValue, cell: (change) => <span className="typevalue">{cut(change.before)}</span> },
    { key: 'after', head: t.afterValue, cell: (change) => <span className="typevalue">{cut(change.after)}</span> },
  ];
  return (
    <>
      <Table caption={t.changes} columns={columns} rows={query.data.items} rowKey={(change) => change.pointer} dense cards />
      {!query.data.complete && <p className="muted">{t.moreChanges}</p>}
    </>
  );
}

/** The same as a section of the page. */
export function ChangesSection({ detail }: { detail: CaseTypeVersionDetail }) {
  const t = useTexts(texts);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t.changesFrom(detail.version.basedOn?.version ?? 0)}</h2>
      <ChangesTable detail={detail} />
    </section>
  );
}
