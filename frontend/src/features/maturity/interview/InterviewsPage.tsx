// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type InterviewSummary, listInterviews } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, type Column, Empty, Loading, LoadMore, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { AssessmentGroupNames, useWords } from '../groups';
import { assessmentQuery } from '../queries';
import { FindingsPart } from './FindingsPart';
import { interviewsKey } from './queries';
import { texts } from './texts';
import '../maturity.css';

/** The interviews of an assessment, and whether they add anything new. */
export function InterviewsPage() {
  return (
    <AssessmentGroupNames>
      <Interviews />
    </AssessmentGroupNames>
  );
}

function Interviews() {
  const t = useTexts(texts);
  const words = useWords();
  const { assessmentId = '' } = useParams({ strict: false });
  const assessment = useQuery(assessmentQuery(assessmentId));
  const interviews = usePages(
    [...interviewsKey(assessmentId), 'list'],
    async (cursor, signal) => (await listInterviews({ path: { assessmentId }, query: cursor ? { cursor } : {}, signal })).data,
  );
  const columns = useColumns();
  const plan = assessment.data?.state !== 'decided' && (
    <Link to="/maturity/$assessmentId/interviews/new" params={{ assessmentId }} className={buttonClass('primary')}>
      {t.plan}
    </Link>
  );
  const isEmpty = !interviews.isLoading && !interviews.error && interviews.items.length === 0;
  return (
    <Page
      title={t.interviews}
      purpose={t.listPurpose}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        ...(assessment.data ? [{ text: assessment.data.name, to: `/maturity/${assessmentId}` }] : []),
      ]}
      actions={
        interviews.items.length > 0 && (
          <>
            <Link to="/maturity/$assessmentId/quotes" params={{ assessmentId }} className={buttonClass()}>
              {t.toQuotes}
            </Link>
            {plan}
          </>
        )
      }
    >
      {interviews.error && <ProblemAlert problem={interviews.error} onRetry={interviews.retry} />}
      {interviews.isLoading && <Loading lines={4} />}
      {isEmpty && (
        <Empty title={t.none} action={plan}>
          {t.noneWhat}
        </Empty>
      )}
      {interviews.items.length > 0 && (
        <>
          <Table
            caption={<span className="vh">{t.interviews}</span>}
            cards
            columns={columns}
            rows={interviews.items}
            rowKey={(row) => row.id}
          />
          {interviews.hasMore && <LoadMore shown={interviews.items.length} hasMore busy={interviews.busy} onMore={interviews.more} />}
          <FindingsPart assessmentId={assessmentId} />
        </>
      )}
    </Page>
  );
}

function useColumns(): Column<InterviewSummary>[] {
  const t = useTexts(texts);
  const words = useWords();
  const pick = usePick();
  const { date } = useFormats();
  return [
    {
      key: 'who',
      head: t.role,
      rowHead: true,
      cell: (row) => (
        <Link to="/interviews/$interviewId" params={{ interviewId: row.id }}>
          {row.role}
        </Link>
      ),
    },
    { key: 'group', head: t.group, cell: (row) => words.group(row.group) },
    { key: 'unit', head: t.unit, cell: (row) => (row.unitName ? pick(row.unitName) : '–') },
    { key: 'day', head: t.day, className: 'nowrap', cell: (row) => date(row.heldOn ?? row.plannedOn) },
    { key: 'by', head: t.interviewer, cell: (row) => row.interviewer.displayName },
    { key: 'state', head: t.stateHead, cell: (row) => <Tag mood={row.state === 'coded' ? 'ok' : undefined}>{t.state[row.state]}</Tag> },
    { key: 'quotes', head: t.quotes, numeric: true, cell: (row) => row.quoteCount },
  ];
}
