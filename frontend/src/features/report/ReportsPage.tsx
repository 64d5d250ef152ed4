// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listReports, type ReportHead, useMay } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Empty, Loading, LoadMore, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { NewReportDialog } from './parts/NewReportDialog';
import { texts } from './texts';

/** Reports (rapporter), newest first. */
export function ReportsPage() {
  const t = useTexts(texts);
  const may = useMay();
  const { date } = useFormats();
  const [beginning, setBeginning] = useState(false);
  const reports = usePages(['reports'], async (cursor, signal) => (await listReports({ query: cursor ? { cursor } : {}, signal })).data);
  const begin = may('report:write') && (
    <Button look="primary" icon="plus" onClick={() => setBeginning(true)}>
      {t.begin}
    </Button>
  );
  const columns: Column<ReportHead>[] = [
    {
      key: 'title',
      head: t.title,
      rowHead: true,
      cell: (report) => (
        <Link to="/reports/$reportId" params={{ reportId: report.id }}>
          {report.title}
        </Link>
      ),
    },
    { key: 'assessment', head: t.assessment, cell: (report) => report.assessmentTitle },
    { key: 'unit', head: t.unit, cell: (report) => <LocalizedText text={report.unitName} /> },
    {
      key: 'state',
      head: t.state,
      cell: (report) => (
        <Tag mood={report.state === 'signed' ? 'ok' : 'info'}>{t.states[report.state as keyof typeof t.states] ?? report.state}</Tag>
      ),
    },
    { key: 'created', head: t.created, numeric: true, cell: (report) => date(report.createdAt) },
    { key: 'signed', head: t.signed, numeric: true, cell: (report) => (report.signedAt ? date(report.signedAt) : '–') },
  ];
  return (
    <Page title={t.reports} purpose={t.reportsPurpose} crumbs={[{ to: '/', text: t.home }]} actions={reports.items.length > 0 && begin}>
      {reports.error && <ProblemAlert problem={reports.error} onRetry={reports.retry} />}
      {reports.isLoading && <Loading />}
      {!reports.isLoading && !reports.error && reports.items.length === 0 && (
        <Empty title={t.none} action={begin}>
          {t.noneWhat}
        </Empty>
      )}
      {reports.items.length > 0 && (
        <>
          <Table
            caption={<span className="vh">{t.reports}</span>}
            columns={columns}
            rows={reports.items}
            rowKey={(report) => report.id}
            cards
          />
          <LoadMore shown={reports.items.length} hasMore={reports.hasMore} busy={reports.busy} onMore={reports.more} />
        </>
      )}
      {beginning && <NewReportDialog onClose={() => setBeginning(false)} />}
    </Page>
  );
}
