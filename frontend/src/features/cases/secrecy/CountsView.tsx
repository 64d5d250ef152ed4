// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type AccessLogCount, summariseAccessLog } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Empty, Loading, ProblemAlert, Table } from '@/shared/ui';
import { texts } from './texts';

const route = getRouteApi('/frame/cases/closed');

/** How often the people of one's units have read what is not open: counts only. */
export function CountsView() {
  const t = useTexts(texts);
  const { from, to } = route.useSearch();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['access-log-summary', from, to],
    queryFn: async ({ signal }) => (await summariseAccessLog({ query: { from, to }, signal })).data,
  });
  const columns: Column<AccessLogCount>[] = [
    { key: 'who', head: t.who, rowHead: true, cell: (row) => row.reader.displayName },
    { key: 'unit', head: t.unit, cell: (row) => <LocalizedText text={row.unitName} /> },
    { key: 'readings', head: t.readings, numeric: true, cell: (row) => row.readings },
    { key: 'cases', head: t.cases, numeric: true, cell: (row) => row.cases },
  ];
  return (
    <div className="closed">
      {isPending && <Loading />}
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {data && <p className="muted">{t.countsPeriod(data.from, data.to)}</p>}
      {data && data.items.length === 0 && <Empty title={t.noCounts}>{t.noCountsWhat}</Empty>}
      {data && data.items.length > 0 && (
        <Table caption={t.countsCaption} columns={columns} rows={data.items} rowKey={(row) => `${row.reader.id}/${row.unitId}`} cards />
      )}
    </div>
  );
}
