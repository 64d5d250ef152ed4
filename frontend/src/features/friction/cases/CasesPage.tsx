// SPDX-License-Identifier: EUPL-1.2
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { EventLogDetail, MinedCase } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Loading, LoadMore, ProblemAlert, Table, Tag } from '@/shared/ui';
import { FilterBar } from '../filter/FilterBar';
import { type CasesSearch, type FilterSearch, filterOf, SORTS } from '../filter/search';
import { LogPage } from '../LogPage';
import { useMinedCases } from '../queries';
import { caseTexts } from './texts';

/** The cases behind a figure, page by page. */
export function CasesPage() {
  const t = useTexts(caseTexts);
  const { logId } = useParams({ from: '/frame/friction/$logId/cases' });
  const search = useSearch({ from: '/frame/friction/$logId/cases' });
  const filter = filterOf(search);
  const navigate = useNavigate();
  const show = (next: FilterSearch, sort: CasesSearch['sort']) =>
    void navigate({
      to: '/friction/$logId/cases',
      params: { logId },
      search: (old) => ({ unit: old.unit, ...next, ...(sort ? { sort } : {}) }),
      resetScroll: false,
    });
  return (
    <LogPage
      logId={logId}
      title={t.title}
      purpose={t.purpose}
      filter={filter}
      actions={() => (
        <Link to="/friction/$logId" params={{ logId }} search={filter} className={buttonClass()}>
          {t.backToFriction}
        </Link>
      )}
    >
      {(detail) => (
        <Cases
          detail={detail}
          filter={filter}
          sort={search.sort}
          onFilter={(next) => show(next, search.sort)}
          onSort={(sort) => show(filter, sort)}
        />
      )}
    </LogPage>
  );
}

type Props = {
  detail: EventLogDetail;
  filter: FilterSearch;
  sort: CasesSearch['sort'];
  onFilter: (filter: FilterSearch) => void;
  onSort: (sort: CasesSearch['sort']) => void;
};

function Cases({ detail, filter, sort, onFilter, onSort }: Props) {
  const t = useTexts(caseTexts);
  const { number, date, duration } = useFormats();
  const { id: logId, endKnown } = detail.log;
  const pages = useMinedCases(logId, filter, sort);
  const items: MinedCase[] = pages.items;
  return (
    <>
      <FilterBar detail={detail} filter={filter} onFilter={onFilter} selection={pages.first?.selection} />
      <p className="sortline">
        <label>
          <span className="muted small">{t.sort}</span>
          <select
            className="select select--dense"
            value={sort ?? SORTS[0]}
            onChange={(event) => onSort(SORTS.find((one) => one === event.target.value && one !== SORTS[0]))}
          >
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {t.sorts[one]}
              </option>
            ))}
          </select>
        </label>
      </p>
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.isLoading && <Loading lines={10} />}
      {pages.first && items.length === 0 && <Empty title={t.none}>{t.noneWhat}</Empty>}
      {items.length > 0 && (
        <>
          <Table
            dense
            cards
            caption={t.caption}
            rows={items}
            rowKey={(one) => one.key}
            columns={[
              {
                key: 'case',
                head: t.case,
                rowHead: true,
                cell: (one) => (
                  <Link
                    to="/friction/$logId/cases/$caseKey"
                    params={{ logId, caseKey: one.key }}
                    search={{ ...filter, ...(sort ? { sort } : {}) }}
                  >
                    {one.label}
                  </Link>
                ),
              },
              { key: 'started', head: t.started, className: 'nowrap', cell: (one) => date(one.startedAt) },
              { key: 'ended', head: t.ended, className: 'nowrap', cell: (one) => date(one.endedAt) },
              { key: 'lead', head: t.lead, numeric: true, className: 'nowrap', cell: (one) => duration(one.durationSeconds) },
              { key: 'events', head: t.events, numeric: true, cell: (one) => number(one.events, 0) },
              {
                key: 'state',
                head: t.state,
                cell: (one) =>
                  endKnown ? (
                    <Tag mood={one.closed ? undefined : 'info'}>{one.closed ? t.closed : t.open}</Tag>
                  ) : (
                    <span className="muted">{t.unknown}</span>
                  ),
              },
            ]}
          />
          <LoadMore shown={items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
        </>
      )}
    </>
  );
}
