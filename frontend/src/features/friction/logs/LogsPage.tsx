// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { type EventLog, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Loading, LoadMore, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { useLogs } from '../queries';
import { logTexts } from './texts';
import '../friction.css';

/** The logs: the authority's own cases first, then what has been imported. */
export function LogsPage() {
  const t = useTexts(logTexts);
  const may = useMay();
  const pages = useLogs();
  const logs: EventLog[] = pages.items;
  const own = logs.filter((log) => log.kind === 'own');
  const imported = logs.filter((log) => log.kind === 'imported');
  const importButton = may('event-log:manage') && (
    <Link to="/friction/import" className={buttonClass('primary')}>
      {t.importLog}
    </Link>
  );
  return (
    <Page title={t.title} purpose={t.purpose} crumbs={[{ text: t.home, to: '/' }]} actions={importButton}>
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <Loading lines={6} />}
      {pages.first && (
        <>
          <section>
            <h2 className="loghead">{t.own}</h2>
            {own.length === 0 && <Empty title={t.noOwn}>{t.noOwnWhat}</Empty>}
            {own.map((log) => (
              <OwnLog key={log.id} log={log} />
            ))}
          </section>
          <section className="section">
            <h2>{t.imported}</h2>
            {imported.length === 0 ? (
              <Empty title={t.none} action={importButton || undefined}>
                {may('event-log:manage') ? t.noneWhat : t.noneWhatRead}
              </Empty>
            ) : (
              <>
                <ImportedLogs logs={imported} />
                <LoadMore shown={imported.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
              </>
            )}
          </section>
        </>
      )}
    </Page>
  );
}

function OwnLog({ log }: { log: EventLog }) {
  const t = useTexts(logTexts);
  const { number, date, moment } = useFormats();
  return (
    <article className="panel ownlog">
      <div>
        <h3>
          <Link to="/friction/$logId" params={{ logId: log.id }}>
            {log.title}
          </Link>
        </h3>
        <p className="small muted">
          {t.ownWhat} {t.asOf(moment(log.asOf))}.
        </p>
      </div>
      <dl className="mapfacts">
        <div>
          <dt>{t.cases}</dt>
          <dd>{number(log.caseCount, 0)}</dd>
        </div>
        <div>
          <dt>{t.events}</dt>
          <dd>{number(log.eventCount, 0)}</dd>
        </div>
        {log.firstAt && log.lastAt && (
          <div>
            <dt>{t.span}</dt>
            <dd>
              {date(log.firstAt)} – {date(log.lastAt)}
            </dd>
          </div>
        )}
      </dl>
      <Link to="/friction/$logId" params={{ logId: log.id }} className={buttonClass()}>
        {t.show}
      </Link>
    </article>
  );
}

function ImportedLogs({ logs }: { logs: readonly EventLog[] }) {
  const t = useTexts(logTexts);
  const { number, date } = useFormats();
  return (
    <Table
      cards
      caption={t.imported}
      rows={logs}
      rowKey={(log) => log.id}
      columns={[
        {
          key: 'log',
          head: t.log,
          rowHead: true,
          cell: (log) => (
            <Link to="/friction/$logId" params={{ logId: log.id }}>
              {log.title}
            </Link>
          ),
        },
        { key: 'cases', head: t.cases, numeric: true, cell: (log) => number(log.caseCount, 0) },
        { key: 'events', head: t.events, numeric: true, cell: (log) => number(log.eventCount, 0) },
        {
          key: 'span',
          head: t.span,
          className: 'nowrap',
          cell: (log) => (log.firstAt && log.lastAt ? `${date(log.firstAt)} – ${date(log.lastAt)}` : '–'),
        },
        {
          key: 'mapping',
          head: t.mapping,
          cell: (log) => (
            <Link to="/friction/$logId/mapping" params={{ logId: log.id }} className="plainlink">
              <Tag mood={log.mappingConfirmed ? 'ok' : 'warn'}>{log.mappingConfirmed ? t.confirmed : t.unconfirmed}</Tag>
            </Link>
          ),
        },
        {
          key: 'quality',
          head: t.quality,
          cell: (log) => (
            <Link to="/friction/$logId/quality" params={{ logId: log.id }}>
              {t.quality}
              <span className="vh">: {log.title}</span>
            </Link>
          ),
        },
        { key: 'at', head: t.importedAt, className: 'nowrap', cell: (log) => date(log.createdAt) },
      ]}
    />
  );
}
