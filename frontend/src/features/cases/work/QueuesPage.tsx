// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CaseQueue, type CaseSummary, listCaseQueues, listQueuedCases, useMay } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Loading, LoadMore, Page, ProblemAlert, Tag } from '@/shared/ui';
import { CaseTable, KeyHints } from '../list/CaseTable';
import { CASE_LISTS } from '../queries';
import { texts as common } from '../texts';
import { AssignOneDialog } from './AssignOneDialog';
import { BulkBar } from './BulkBar';
import { texts } from './texts';
import { useChosen } from './useChosen';

const LIMIT = 50;
const route = getRouteApi('/frame/cases/queues');

/** What nobody is responsible for yet: the queues to the left, the cases of one to the right. Which one is in the address. */
export function QueuesPage() {
  const t = useTexts(texts);
  const words = useTexts(common);
  const search = route.useSearch();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [...CASE_LISTS, 'queues'],
    queryFn: async ({ signal }) => (await listCaseQueues({ signal })).data,
  });
  const queues = data?.items ?? [];
  const shown = queues.find((queue) => queue.unitId === search.unit && queue.caseTypeKey === search.type);
  const at = shown ?? (search.unit ? undefined : queues[0]);
  return (
    <Page
      title={t.queues}
      purpose={t.queuesPurpose}
      crumbs={[
        { text: words.home, to: '/' },
        { text: words.myCases, to: '/cases/mine' },
      ]}
    >
      {isPending && <Loading />}
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {data && queues.length === 0 && <Empty title={t.noQueues}>{t.noQueuesWhat}</Empty>}
      {queues.length > 0 && (
        <div className="queues">
          <QueueList queues={queues} at={at} />
          <section className="queues__cases" aria-label={t.queues}>
            {at ? <QueueCases key={`${at.unitId} ${at.caseTypeKey}`} queue={at} /> : <Empty title={t.emptyQueue}>{t.emptyQueueWhat}</Empty>}
          </section>
        </div>
      )}
    </Page>
  );
}

function QueueList({ queues, at }: { queues: readonly CaseQueue[]; at: CaseQueue | undefined }) {
  const t = useTexts(texts);
  const pick = usePick();
  const units = [...new Map(queues.map((queue) => [queue.unitId, queue.unitName]))];
  return (
    <nav className="queuelist" aria-label={t.chooseQueue}>
      {units.map(([unitId, unitName]) => (
        <section key={unitId}>
          <h2 className="queuelist__unit">{pick(unitName)}</h2>
          <ul>
            {queues
              .filter((queue) => queue.unitId === unitId)
              .map((queue) => (
                <li key={queue.caseTypeKey}>
                  <Link
                    to="/cases/queues"
                    search={{ unit: queue.unitId, type: queue.caseTypeKey }}
                    className="queuelist__one"
                    aria-current={queue === at ? 'true' : undefined}
                  >
                    <span className="grow">{pick(queue.caseTypeName)}</span>
                    {queue.overdueCount > 0 && <Tag mood="alarm">{t.late(queue.overdueCount)}</Tag>}
                    <span className="num">{t.waiting(queue.count, queue.countExact)}</span>
                    <span className="small muted queuelist__oldest">{t.oldest(queue.oldestArrival)}</span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function QueueCases({ queue }: { queue: CaseQueue }) {
  const t = useTexts(texts);
  const pick = usePick();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = useChosen();
  const [assigning, setAssigning] = useState<CaseSummary>();
  const { unitId, caseTypeKey: caseType } = queue;
  const pages = usePages(
    [...CASE_LISTS, 'queue', unitId, caseType],
    async (cursor, signal) => (await listQueuedCases({ path: { unitId }, query: { caseType, cursor, limit: LIMIT }, signal })).data,
  );
  if (pages.isLoading) return <Loading />;
  if (pages.error) return <ProblemAlert problem={pages.error} onRetry={pages.retry} />;
  if (pages.items.length === 0) return <Empty title={t.emptyQueue}>{t.emptyQueueWhat}</Empty>;
  return (
    <>
      <CaseTable
        caption={t.queueCaption(pick(queue.caseTypeName), pick(queue.unitName))}
        cases={pages.items}
        look="queue"
        at={search.at}
        onAt={(caseId) => void navigate({ search: (old) => ({ ...old, at: caseId }), replace: true, resetScroll: false })}
        {...(may('case:bulk') ? { chosen } : {})}
        {...(may('case:assign') ? { onAssign: setAssigning } : {})}
      />
      <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
      <BulkBar
        chosen={chosen}
        cases={pages.items}
        filter={{ state: ['registered'], unit: unitId, caseType }}
        acts={['assign', 'set_priority']}
        hasMore={pages.hasMore}
      />
      <KeyHints picks={may('case:bulk')} />
      {assigning && <AssignOneDialog row={assigning} onClose={() => setAssigning(undefined)} />}
    </>
  );
}
