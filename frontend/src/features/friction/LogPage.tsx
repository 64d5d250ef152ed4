// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { EventLogDetail } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, Page, ProblemAlert } from '@/shared/ui';
import type { FilterSearch } from './filter/search';
import { logQuery } from './queries';
import { LogKindContext } from './text/say';
import { texts } from './texts';
import './friction.css';

type Props = {
  logId: string;
  /** Title below the log's own; absent on the log's first page. */
  title?: string;
  purpose?: string;
  /** Carried to the pages that follow it. */
  filter?: FilterSearch;
  actions?: (detail: EventLogDetail) => ReactNode;
  children: (detail: EventLogDetail) => ReactNode;
};

/** A page of one log: its head, the ways to its other pages, and its content once the log is known. */
export function LogPage({ logId, title, purpose, filter = {}, actions, children }: Props) {
  const t = useTexts(texts);
  const { data: detail, error, refetch } = useQuery(logQuery(logId));
  const crumbs = [
    { text: t.home, to: '/' },
    { text: t.friction, to: '/friction' },
  ];
  if (error)
    return (
      <Page title={title ?? t.friction} crumbs={crumbs}>
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  const name = detail?.log.title ?? t.friction;
  return (
    <Page
      title={title ?? name}
      {...(purpose ? { purpose } : {})}
      crumbs={title ? [...crumbs, { text: name, to: `/friction/${logId}` }] : crumbs}
      actions={detail && actions?.(detail)}
    >
      {detail ? (
        <LogKindContext value={detail.log.kind}>
          <LogNav detail={detail} filter={filter} />
          {children(detail)}
        </LogKindContext>
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function LogNav({ detail, filter }: { detail: EventLogDetail; filter: FilterSearch }) {
  const t = useTexts(texts);
  const { id: logId, drillDown } = detail.log;
  const active = { activeOptions: { exact: true, includeSearch: false } };
  return (
    <nav className="subnav" aria-label={t.nav}>
      <ul className="plain">
        <li>
          <Link to="/friction/$logId" params={{ logId }} search={filter} {...active}>
            {t.analysis}
          </Link>
        </li>
        <li>
          <Link to="/friction/$logId/measures" params={{ logId }} search={filter} {...active}>
            {t.measures}
          </Link>
        </li>
        <li>
          <Link to="/friction/$logId/indicators" params={{ logId }} {...active}>
            {t.indicators}
          </Link>
        </li>
        {drillDown && (
          <li>
            <Link to="/friction/$logId/cases" params={{ logId }} search={filter} activeOptions={{ includeSearch: false }}>
              {t.cases}
            </Link>
          </li>
        )}
        <li>
          <Link to="/friction/$logId/quality" params={{ logId }} {...active}>
            {t.quality}
          </Link>
        </li>
        <li>
          <Link to="/friction/$logId/mapping" params={{ logId }} {...active}>
            {t.mapping}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
