// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { checkNumberSeries, type NumberSeries, useMay } from '@/api';
import { listNumberSeriesOptions, listNumberSeriesQueryKey } from '@/api/queries';
import { isOver, JobProgress, useJob } from '@/shared/hooks/useJob';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, ProblemAlert, Table, Tag } from '@/shared/ui';
import { texts } from './texts';

/** How the numbers stand: what the latest check for holes found in each series, and a way to check now. */
export function SeriesSection() {
  const t = useTexts(texts);
  const may = useMay();
  const queryClient = useQueryClient();
  const { moment } = useFormats();
  const series = useQuery(listNumberSeriesOptions());
  const start = useMutation({ mutationFn: async () => (await checkNumberSeries()).data });
  const job = useJob(start.data?.id);
  const over = job.data !== undefined && isOver(job.data);
  useEffect(() => {
    if (over) void queryClient.invalidateQueries({ queryKey: listNumberSeriesQueryKey() });
  }, [over, queryClient]);
  const columns: Column<NumberSeries>[] = [
    {
      key: 'series',
      head: t.seriesName,
      rowHead: true,
      cell: (row) => `${row.seriesKey === 'main' ? t.mainSeries : row.seriesKey} ${row.year}`,
    },
    { key: 'next', head: t.next, numeric: true, cell: (row) => row.nextSerial },
    { key: 'cases', head: t.cases, numeric: true, cell: (row) => row.lastCheck?.caseCount ?? '–' },
    { key: 'highest', head: t.highest, numeric: true, cell: (row) => row.lastCheck?.highestSerial ?? '–' },
    { key: 'holes', head: t.holes, cell: (row) => <Found series={row} /> },
    {
      key: 'checked',
      head: t.checked,
      numeric: true,
      cell: (row) => (row.lastCheck ? moment(row.lastCheck.checkedAt) : t.never),
    },
  ];
  return (
    <section className="section seriescheck" aria-labelledby="series">
      <h2 id="series">{t.series}</h2>
      {series.error && <ProblemAlert problem={series.error} onRetry={() => void series.refetch()} />}
      {series.data && (
        <Table
          caption={t.seriesWhat}
          columns={columns}
          rows={series.data.items}
          rowKey={(row) => `${row.seriesKey}${row.year}`}
          dense
          cards
        />
      )}
      {start.error && <ProblemAlert problem={start.error} />}
      {job.data && !over && <JobProgress job={job.data} label={t.checking} />}
      {job.data?.state === 'done' && <p role="status">{t.checkedNow(Number(job.data.result?.unsound ?? 0))}</p>}
      {may('number-series:check') && (
        <p>
          <Button busy={start.isPending || (job.data !== undefined && !over)} onClick={() => start.mutate()}>
            {t.check}
          </Button>
        </p>
      )}
    </section>
  );
}

function Found({ series: { lastCheck } }: { series: NumberSeries }) {
  const t = useTexts(texts);
  if (!lastCheck) return <span className="muted">–</span>;
  return (
    <>
      {lastCheck.sound ? (
        <Tag mood="ok">{t.sound}</Tag>
      ) : (
        <Tag mood="alarm">
          {lastCheck.holeCount}: {lastCheck.holes.slice(0, 5).join(', ')}
        </Tag>
      )}{' '}
      {lastCheck.repaired && <Tag mood="warn">{t.repaired}</Tag>}
    </>
  );
}
