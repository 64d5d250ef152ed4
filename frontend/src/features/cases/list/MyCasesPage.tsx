// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listCaseQueues, listMyCases, type MyCasePage, useMay, useMe } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Icon, Loading, LoadMore, Page, ProblemAlert, Source } from '@/shared/ui';
import { texts as delegations } from '../delegations/texts';
import { InboxFigures } from '../inbox/InboxFigures';
import { CASE_LISTS } from '../queries';
import { texts } from '../texts';
import { DelayNoticesDue } from '../work/DelayNoticesDue';
import { Notices } from '../work/Notices';
import { texts as work } from '../work/texts';
import { UnitLoads } from '../work/UnitLoads';
import { WaitingConflicts } from '../work/WaitingConflicts';
import { CaseTable, KeyHints } from './CaseTable';

const LIMIT = 20;

/** What one is responsible for, and what is due. */
export function MyCasesPage() {
  const t = useTexts(texts);
  const w = useTexts(work);
  const d = useTexts(delegations);
  const may = useMay();
  const me = useMe();
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
          {may('substitution:manage') && (
            <Link to="/cases/substitutions" className={buttonClass()}>
              {w.substitutions}
            </Link>
          )}
          {may('compartment:read') && (
            <Link to="/cases/closed" search={{}} className={buttonClass()}>
              {w.closed}
            </Link>
          )}
          {may('delegation:read') && (
            <Link to="/cases/delegations" search={{}} className={buttonClass()}>
              {d.delegations}
            </Link>
          )}
          <Link to="/cases/queues" className={buttonClass()}>
            {w.queues}
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
      {me.grants.some(({ role }) => role === 'registrar') && <InboxFigures />}
      <Notices />
      {may('case:wait') && <DelayNoticesDue />}
      {may('case:rule-conflict') && <WaitingConflicts />}
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
      {may('competence:set') && <UnitLoads />}
    </Page>
  );
}

function Counts({ counts }: { counts: MyCasePage }) {
  const t = useTexts(texts);
  const w = useTexts(work);
  const waiting = useUnassigned();
  const mine = { mine: true, openOnly: true, sort: 'due' } as const;
  const figures = [
    [t.open, counts.openCount, { to: '/cases', search: mine }],
    [t.overdue, counts.overdueCount, { to: '/cases', search: mine }],
    [t.soon, counts.soonCount, { to: '/cases', search: mine }],
    [t.waiting, counts.waitingCount, undefined],
    [t.toDecide, counts.toDecideCount, undefined],
    ...(waiting ? ([[w.unassigned, waiting, { to: '/cases/queues', search: {} }]] as const) : []),
  ] as const;
  return (
    <section aria-label={t.counts} className="counts">
      <dl>
        {figures.map(([word, count, way]) => (
          <div key={word} className={word === t.overdue && counts.overdueCount > 0 ? 'is-late' : undefined}>
            <dt>{word}</dt>
            <dd>{way && count !== 0 ? <Link {...way}>{count}</Link> : count}</dd>
          </div>
        ))}
      </dl>
      <Source note={t.countsNote} />
    </section>
  );
}

/** How many wait for an officer in the queues one assigns from; nothing for those who assign to nobody. */
function useUnassigned(): string | undefined {
  const may = useMay();
  const me = useMe();
  const assigns = may('case:assign') && me.grants.some(({ role }) => role === 'registrar' || role === 'unit_manager');
  const { data } = useQuery({
    queryKey: [...CASE_LISTS, 'queues'],
    queryFn: async ({ signal }) => (await listCaseQueues({ signal })).data,
    enabled: assigns,
  });
  if (!data) return undefined;
  const sum = data.items.reduce((all, queue) => all + queue.count, 0);
  return data.items.every((queue) => queue.countExact) ? String(sum) : `${sum}+`;
}
