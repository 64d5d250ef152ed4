// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { MaturityModelChange, MaturityModelMapping } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Loading, ProblemAlert, Table, Tag } from '@/shared/ui';
import { type ModelPath, modelChangesQuery } from './queries';
import { texts } from './texts';

const KINDS = { added: 'ok', removed: 'alarm', changed: 'info' } as const;
const CARRIES = { compared: 'ok', new_meaning: 'warn', new: 'info', gone: undefined } as const;

/** What differs from the version it began as a copy of, and what becomes of its results. */
export function ModelChanges({ path }: { path: ModelPath }) {
  const t = useTexts(texts);
  const query = useQuery(modelChangesQuery(path));
  if (query.isPending) return <Loading lines={3} />;
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  const { against, changes, leastStep, leastVersion, mapping } = query.data;
  if (!against) return null;
  const compared = mapping.filter(({ carry }) => carry === 'compared').length;
  const now = mapping.filter(({ carry }) => carry !== 'gone').length;
  return (
    <>
      <section aria-labelledby="changes">
        <h2 id="changes">{t.changesTitle(against.id, against.version)}</h2>
        {changes.length === 0 ? (
          <p className="muted">{t.changesNone}</p>
        ) : (
          <>
            <p>
              {t.changesLeast(t.steps[leastStep])} {leastVersion && t.changesLeastVersion(leastVersion)}
            </p>
            {leastStep !== 'major' && <p className="hint">{t.meaning}</p>}
            <ChangesTable changes={changes} />
          </>
        )}
      </section>
      <section aria-labelledby="carry">
        <h2 id="carry">{t.carryTitle}</h2>
        <p>{t.carrySum(compared, now)}</p>
        <details className="modelmore">
          <summary>{t.showAll}</summary>
          <CarryTable mapping={mapping} />
        </details>
      </section>
    </>
  );
}

function ChangesTable({ changes }: { changes: readonly MaturityModelChange[] }) {
  const t = useTexts(texts);
  const columns: Column<MaturityModelChange>[] = [
    {
      key: 'place',
      head: t.place,
      rowHead: true,
      cell: (change) => (
        <>
          {t.parts[change.part]} {change.code} <LocalizedText text={change.name} />
        </>
      ),
    },
    {
      key: 'what',
      head: t.what,
      cell: (change) => (
        <>
          <Tag mood={KINDS[change.kind]}>{t.kinds[change.kind]}</Tag> <Field change={change} />
        </>
      ),
    },
    {
      key: 'before',
      head: t.before,
      cell: (change) => (
        <span className="modelvalue" lang={change.locale}>
          {change.before}
        </span>
      ),
    },
    {
      key: 'after',
      head: t.after,
      cell: (change) => (
        <span className="modelvalue" lang={change.locale}>
          {change.after}
        </span>
      ),
    },
    { key: 'step', head: t.step, cell: (change) => t.steps[change.step] },
  ];
  return (
    <Table
      caption={t.changesCaption}
      columns={columns}
      rows={changes}
      rowKey={(change) => [change.part, change.code, change.field, change.locale].join('/')}
      dense
      cards
    />
  );
}

/** `levels.3` reads as "levels 3". */
function Field({ change }: { change: MaturityModelChange }) {
  const t = useTexts(texts);
  const [field = '', ...more] = change.field.split('.');
  return (
    <span className="muted">
      {[t.fields[field] ?? field, ...more].join(' ')} {change.locale && `(${change.locale})`}
    </span>
  );
}

function CarryTable({ mapping }: { mapping: readonly MaturityModelMapping[] }) {
  const t = useTexts(texts);
  const columns: Column<MaturityModelMapping>[] = [
    {
      key: 'criterion',
      head: t.criteria,
      rowHead: true,
      cell: (row) => (
        <>
          {row.code} <LocalizedText text={row.name} />
        </>
      ),
    },
    { key: 'carry', head: t.what, cell: (row) => <Tag mood={CARRIES[row.carry]}>{t.carry[row.carry]}</Tag> },
  ];
  return <Table caption={t.carryCaption} columns={columns} rows={mapping} rowKey={(row) => row.code} dense />;
}
