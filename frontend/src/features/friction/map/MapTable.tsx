// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { MapEdge, ProcessMap } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, LoadMore, type Sorting, Table } from '@/shared/ui';
import type { FilterSearch } from '../filter/search';
import { useDurations } from '../text/durations';
import { CasesLink } from '../text/note';
import { useSay } from '../text/say';
import { edgeKey } from './measure';
import { mapTexts } from './texts';

const PAGE = 25;

const SORT: Record<string, (edge: MapEdge) => number | string> = {
  way: (edge) => `${edge.from} ${edge.to}`,
  times: (edge) => edge.frequency,
  cases: (edge) => edge.cases,
  share: (edge) => edge.caseShare,
  median: (edge) => edge.medianSeconds,
  p90: (edge) => edge.p90Seconds,
  sum: (edge) => edge.sumSeconds,
};

/** The map's twin: every pair of neighbours with its figures. */
export function MapTable({ map, filter, mayDrill }: { map: ProcessMap; filter: FilterSearch; mayDrill: boolean }) {
  const t = useTexts(mapTexts);
  const say = useSay();
  const { language } = useLanguage();
  const { number, percent, duration } = useFormats();
  const { short } = useDurations();
  const [sorting, setSorting] = useState<Sorting>({ key: 'sum', descending: true });
  const [shown, setShown] = useState(PAGE);
  const value = SORT[sorting.key] ?? SORT.sum;
  const collator = new Intl.Collator(language);
  const rows = [...map.edges].sort((a, b) => {
    const [first, second] = [value?.(a) ?? 0, value?.(b) ?? 0];
    const order = typeof first === 'string' ? collator.compare(first, String(second)) : first - Number(second);
    return sorting.descending ? -order : order;
  });
  const time = (seconds: number) => <span title={duration(seconds)}>{short(seconds)}</span>;
  const columns: Column<MapEdge>[] = [
    {
      key: 'way',
      head: t.fromTo,
      rowHead: true,
      sortable: true,
      cell: (edge) => (
        <>
          {say(edge.from)} <span className="muted">→</span> <span className="vh">{t.to}</span> {say(edge.to)}
        </>
      ),
    },
    { key: 'times', head: t.times, numeric: true, sortable: true, className: 'hide-s', cell: (edge) => number(edge.frequency, 0) },
    {
      key: 'cases',
      head: t.cases,
      numeric: true,
      sortable: true,
      cell: (edge) =>
        mayDrill ? (
          <CasesLink logId={map.selection.logId} filter={filter} to={{ edgeFrom: edge.from, edgeTo: edge.to }} count={edge.cases} may>
            {number(edge.cases, 0)}
          </CasesLink>
        ) : (
          number(edge.cases, 0)
        ),
    },
    { key: 'share', head: t.share, numeric: true, sortable: true, className: 'hide-s', cell: (edge) => percent(edge.caseShare) },
    { key: 'median', head: t.median, numeric: true, sortable: true, cell: (edge) => time(edge.medianSeconds) },
    { key: 'p90', head: t.p90, numeric: true, sortable: true, className: 'hide-s', cell: (edge) => time(edge.p90Seconds) },
    { key: 'sum', head: t.sum, numeric: true, sortable: true, className: 'hide-s', cell: (edge) => time(edge.sumSeconds) },
  ];
  return (
    <>
      <Table
        dense
        className="waytable"
        caption={t.tableCaption(number(map.edges.length, 0))}
        columns={columns}
        rows={rows.slice(0, shown)}
        rowKey={edgeKey}
        sorting={sorting}
        onSort={setSorting}
      />
      {map.edges.length > PAGE && (
        <LoadMore
          shown={Math.min(shown, map.edges.length)}
          hasMore={shown < map.edges.length}
          busy={false}
          onMore={() => setShown(shown + 4 * PAGE)}
        />
      )}
    </>
  );
}

/** Column heads of the map's CSV, and its rows: seconds as they are. */
export function csvOf(map: ProcessMap, t: { from: string; to: string; rest: readonly string[] }) {
  const head = [t.from, t.to, ...t.rest];
  const rows = map.edges.map((edge) => [
    edge.from,
    edge.to,
    edge.frequency,
    edge.cases,
    edge.caseShare,
    edge.medianSeconds,
    edge.p90Seconds,
    edge.meanSeconds,
    edge.minSeconds,
    edge.maxSeconds,
    edge.sumSeconds,
  ]);
  return { head, rows };
}
