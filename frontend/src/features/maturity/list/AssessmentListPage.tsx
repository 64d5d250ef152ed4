// SPDX-License-Identifier: EUPL-1.2
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type AssessmentState, type AssessmentSummary, listAssessments, useMay } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Chip, Chips, type Column, Empty, Loading, LoadMore, Page, ProblemAlert, Table } from '@/shared/ui';
import { assessmentsKey } from '../queries';
import { StateTag } from '../StateTag';
import { scopeInWords } from '../scope';
import { ASSESSMENT_STATES, words as catalogue } from '../words';
import { texts } from './texts';
import '../maturity.css';

type Search = { state?: AssessmentState; unit?: string };

/** The assessments, each with what it waits for. */
export function AssessmentListPage() {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const pick = usePick();
  const may = useMay();
  const navigate = useNavigate();
  const { state, unit } = useSearch({ strict: false }) as Search;
  const pages = usePages([...assessmentsKey, state, unit], async (cursor, signal) => {
    const query = { ...(cursor ? { cursor } : {}), ...(state ? { state } : {}), ...(unit ? { unit } : {}) };
    return (await listAssessments({ query, signal })).data;
  });
  const choose = (next: AssessmentState | undefined) => navigate({ to: '.', search: (old) => ({ ...old, state: next }), replace: true });
  const actions = (
    <>
      <Link to="/maturity/models" className={buttonClass('quiet')}>
        {t.models}
      </Link>
      {may('assessment:lead') && (
        <Link to="/maturity/new" className={buttonClass('primary')}>
          {t.create}
        </Link>
      )}
    </>
  );
  const isFiltered = state !== undefined || unit !== undefined;
  return (
    <Page title={words.maturity} purpose={t.purpose} actions={actions}>
      <Chips label={t.filter}>
        <Chip pressed={!state} onPress={() => void choose(undefined)}>
          {t.all}
        </Chip>
        {ASSESSMENT_STATES.map((one) => (
          <Chip key={one} pressed={one === state} onPress={() => void choose(one === state ? undefined : one)}>
            {words.state[one]}
          </Chip>
        ))}
      </Chips>
      <div className="list">
        {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
        {pages.isLoading && <Loading />}
        {!pages.isLoading && !pages.error && pages.items.length === 0 && (
          <Empty title={isFiltered ? t.emptyFiltered : t.empty}>{isFiltered ? t.emptyFilteredWhat : t.emptyWhat}</Empty>
        )}
        {pages.items.length > 0 && (
          <>
            <Table cards caption={t.caption} columns={columns(t, words, pick)} rows={pages.items} rowKey={(row) => row.id} />
            <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
          </>
        )}
      </div>
    </Page>
  );
}

type Texts = (typeof texts)['sv'];
type Words = (typeof catalogue)['sv'];

const columns = (t: Texts, words: Words, pick: ReturnType<typeof usePick>): Column<AssessmentSummary>[] => [
  {
    key: 'name',
    head: t.name,
    rowHead: true,
    cell: (row) => (
      <Link to="/maturity/$assessmentId" params={{ assessmentId: row.id }}>
        {row.name}
      </Link>
    ),
  },
  { key: 'unit', head: t.unit, cell: (row) => scopeInWords(row, words, pick) },
  { key: 'period', head: t.period, cell: (row) => <span className="nowrap">{`${row.periodFrom} – ${row.periodTo}`}</span> },
  { key: 'state', head: t.state, cell: (row) => <StateTag state={row.state} /> },
  { key: 'waits', head: t.waits, cell: (row) => waitsFor(row, t) },
  {
    key: 'scorecard',
    head: t.scorecard,
    cell: (row) =>
      row.state === 'planned' ? (
        '–'
      ) : (
        <Link to="/maturity/$assessmentId/scorecard" params={{ assessmentId: row.id }} aria-label={t.scorecardOf(row.name)}>
          {t.scorecard}
        </Link>
      ),
  },
];

/** What an assessment waits for. */
export function waitsFor(row: Pick<AssessmentSummary, 'state' | 'decidedCount' | 'criteriaCount'>, t: Texts): string {
  if (row.state !== 'deciding') return t.waitsFor[row.state];
  return row.decidedCount === row.criteriaCount ? t.waitsForFreeze : t.waitsForLevels(row.decidedCount, row.criteriaCount);
}
