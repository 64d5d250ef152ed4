// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type CaseType, useMay, useMayExport } from '@/api';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, type Column, Empty, Loading, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { downloadBundle } from './download';
import { typesQuery } from './queries';
import { texts } from './texts';

/** A type with its newest version in each state. */
type Row = { id: string; shown: CaseType; published?: CaseType; draft?: CaseType };

function rowsOf(versions: readonly CaseType[]): Row[] {
  const rows = new Map<string, Row>();
  for (const version of versions) {
    const row = rows.get(version.id) ?? { id: version.id, shown: version };
    if (version.status === 'published') rows.set(version.id, { ...row, published: version, shown: version });
    else if (version.status === 'draft') rows.set(version.id, { ...row, draft: version });
    else rows.set(version.id, row);
  }
  return [...rows.values()];
}

/** All case types: which version holds, and where a draft is being written. */
export function TypesPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const may = useMay();
  const query = useQuery(typesQuery);
  const mayExport = useMayExport();
  const exporting = useMutation({ mutationFn: () => downloadBundle([]) });
  const rows = rowsOf(query.data ?? []).sort((one, other) => pick(one.shown.name).localeCompare(pick(other.shown.name), 'sv'));
  const columns: Column<Row>[] = [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: ({ shown }) => (
        <Link to="/case-types/$typeId" params={{ typeId: shown.id }} search={{}}>
          <LocalizedText text={shown.name} />
        </Link>
      ),
    },
    {
      key: 'inForce',
      head: t.inForceNow,
      cell: ({ published }) =>
        published ? (
          <span>
            {t.versionNo(published.version)} <span className="muted nowrap">{t.since(published.validFrom)}</span>
          </span>
        ) : (
          <span className="muted">{t.noneInForce}</span>
        ),
    },
    {
      key: 'draft',
      head: t.statuses.draft,
      cell: ({ draft }) =>
        draft && (
          <Link to="/case-types/$typeId" params={{ typeId: draft.id }} search={{ version: draft.version }}>
            {t.draftNo(draft.version)}
          </Link>
        ),
    },
    { key: 'initiative', head: t.initiative, cell: ({ shown }) => t.initiatives[shown.initiative] },
    { key: 'unit', head: t.unit, cell: ({ shown }) => shown.defaultUnit },
    { key: 'class', head: t.classCode, cell: ({ shown }) => <span className="num">{shown.classCode}</span> },
    {
      key: 'secrecy',
      head: t.secrecyDefault,
      cell: ({ shown }) =>
        shown.secrecyDefault === 'open' ? t.secrecyLevels.open : <Tag mood="warn">{t.secrecyLevels[shown.secrecyDefault]}</Tag>,
    },
  ];
  return (
    <Page
      title={t.types}
      purpose={t.typesPurpose}
      crumbs={[{ text: t.home, to: '/' }]}
      actions={
        <>
          {mayExport && (
            <Button icon="download" busy={exporting.isPending} onClick={() => exporting.mutate()}>
              {t.exportAll}
            </Button>
          )}
          {may('case-type:import') && (
            <Link to="/case-types/import" className={buttonClass()}>
              {t.importBundle}
            </Link>
          )}
        </>
      }
    >
      {query.isPending && <Loading />}
      {query.error && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {exporting.error && <ProblemAlert problem={exporting.error} />}
      {query.data && rows.length === 0 && <Empty title={t.noTypes}>{t.noTypesWhat}</Empty>}
      {rows.length > 0 && <Table caption={t.typesCaption} columns={columns} rows={rows} rowKey={(row) => row.id} cards dense />}
    </Page>
  );
}
