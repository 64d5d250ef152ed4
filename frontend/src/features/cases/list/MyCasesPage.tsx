// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { listMyCases, type MyCasePage, useMay } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Icon, Loading, LoadMore, Page, ProblemAlert, Source } from '@/shared/ui';
import { CASE_LISTS } from '../queries';
import { texts } from '../texts';
import { CaseTable, KeyHints } from './CaseTable';

const LIMIT = 20;

/** What one is responsible for, and what is due. */
export function MyCasesPage() {
  const t = useTexts(texts);
  const may = useMay();
  const { time } = useFormats();
  const pages = usePages(
    [...CASE_LISTS, 'mine'],
    async (cursor, signal) => (await listMyCases({ query: { cursor, limit: LIMIT }, signal })).data,
  );
  const counts = pages.first;
  return (
    <Page
      title={t.myCases}
      purpose={t.myPurpose}
      crumbs={[{ text: t.home, to: '/' }]}
      actions={
        <>
          <Link to="/cases" search={{ state: ['registered'] }} className={buttonClass()}>
            {t.queue}
          </Link>
          {may('case:register') && (
            <Link to="/cases/new" className={buttonClass('primary')}>
              <Icon name="plus" />
              {t.registerCase}
            </Link>
          )}
        </>
      }
    >
      {counts && <Counts counts={counts} />}
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {counts && pages.items.length === 0 && (
        <Empty
          title={t.noMine}
          action={
            <Link to="/cases" search={{}} className={buttonClass()}>
              {t.allCases}
            </Link>
          }
        >
          {t.noMineWhat}
        </Empty>
      )}
      {counts && pages.items.length > 0 && (
        <>
          <CaseTable caption={`${t.openCases(counts.openCount)} ${t.updated(time(new Date(pages.updatedAt)))}`} cases={pages.items} />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
          <KeyHints />
        </>
      )}
    </Page>
  );
}

function Counts({ counts }: { counts: MyCasePage }) {
  const t = useTexts(texts);
  const figures = [
    [t.open, counts.openCount],
    [t.overdue, counts.overdueCount],
    [t.soon, counts.soonCount],
    [t.waiting, counts.waitingCount],
    [t.toDecide, counts.toDecideCount],
  ] as const;
  return (
    <section aria-label={t.counts} className="counts">
      <dl>
        {figures.map(([word, count]) => (
          <div key={word} className={word === t.overdue && count > 0 ? 'is-late' : undefined}>
            <dt>{word}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <Source note={t.countsNote} />
    </section>
  );
}
