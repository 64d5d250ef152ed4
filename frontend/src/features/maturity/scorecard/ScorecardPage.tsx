// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Assessment, type MaturityModel, type Scorecard, useMay } from '@/api';
import { save, toCsv } from '@/shared/chart';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Icon, Loading, Page, ProblemAlert, Seg, Source } from '@/shared/ui';
import { asChoice } from '@/shared/units';
import { GroupNames, useWords } from '../groups';
import { assessmentQuery, modelQuery, scorecardQuery, useTargets } from '../queries';
import type { Words } from '../words';
import { CriteriaView } from './CriteriaView';
import type { Board } from './context';
import { Figures } from './Figures';
import { Foot } from './Foot';
import { Legend } from './Legend';
import { NyttogapView } from './NyttogapView';
import { groupsNote } from './notes';
import { TableView } from './TableView';
import { type Texts, texts } from './texts';
import { gapTable, scorecardTable } from './twin';
import '../maturity.css';

/** Where we stand: what the groups say, what the cases show, what is verified and what is decided, side by side. */
export function ScorecardPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const words = useWords();
  const may = useMay();
  const { assessmentId = '' } = useParams({ strict: false });
  const { part } = useSearch({ strict: false }) as { part?: string };
  const scorecard = useQuery(scorecardQuery(assessmentId, part));
  const assessment = useQuery(assessmentQuery(assessmentId));
  const model = useQuery({ ...modelQuery(scorecard.data?.model), enabled: scorecard.data !== undefined });
  const problem = scorecard.error ?? assessment.error ?? model.error;
  const { data: card } = scorecard;
  const retry = () => {
    void scorecard.refetch();
    void assessment.refetch();
    if (card) void model.refetch();
  };
  // One page from the first moment, so that focus stays on its heading while the content comes.
  return (
    <Page
      title={card ? t.title(card.name) : t.titleAlone}
      {...(card ? { purpose: purposeOf(card, t, words, pick) } : {})}
      crumbs={[{ text: words.maturity, to: '/maturity' }, ...(card ? [{ text: card.name, to: `/maturity/${card.assessmentId}` }] : [])]}
      actions={
        card && (
          <>
            {may('report:read') && (
              <Link to="/reports" className={buttonClass()}>
                <Icon name="report" />
                {t.report}
              </Link>
            )}
            {may('target:read') && (
              <Link to="/targets" search={{ assessment: card.assessmentId }} className={buttonClass('primary')}>
                {t.setTargets}
              </Link>
            )}
          </>
        )
      }
    >
      {problem ? (
        <ProblemAlert problem={problem} onRetry={retry} />
      ) : card && assessment.data && model.data ? (
        <GroupNames groups={card.groups}>
          <Content scorecard={card} assessment={assessment.data} model={model.data} />
        </GroupNames>
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function purposeOf(scorecard: Scorecard, t: Texts, words: Words, pick: ReturnType<typeof usePick>): string {
  const groups = scorecard.groups.length === 1 ? t.oneGroup : t.manyGroups(words.number(scorecard.groups.length));
  const purpose = t.purpose(groups, scorecard.criteriaCount, words.number(scorecard.perspectives.length));
  return scorecard.process ? `${words.process(pick(scorecard.process.name))}. ${purpose}` : purpose;
}

function Content({ scorecard, assessment, model }: { scorecard: Scorecard; assessment: Assessment; model: MaturityModel }) {
  const t = useTexts(texts);
  const targets = useTargets(scorecard.assessmentId);
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { view?: View; criterion?: string; part?: string };
  const [asTable, setAsTable] = useState(false);
  const board: Board = { scorecard, model, scale: model.scale.map((one) => one.level), targets, acts: assessment.acts };
  const criteria = scorecard.criteria.filter((card) => !search.view || search.view === 'nyttogap' || card.aspect === search.view);
  useRowInSight(search.criterion);
  const choose = (next: Partial<typeof search>) =>
    navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false });
  return (
    <>
      <Figures scorecard={scorecard} />
      {assessment.acts.some((one) => one.act === 'complete' && one.possible) && (
        <p className="note sc__ready">
          {t.kpiDecidedAll}{' '}
          <Link to="/maturity/$assessmentId" params={{ assessmentId: assessment.id }}>
            {t.complete}
          </Link>
        </p>
      )}
      {scorecard.ratedStatus !== 'closed' && (
        <div className="sc__waiting">
          <Empty title={t.waiting}>{t.waitingWhat}</Empty>
        </div>
      )}
      <div className="row row--between sc__tools">
        <div className="sc__seg">
          <Seg
            label={t.view}
            chosen={search.view ?? 'all'}
            onChoose={(key) => void choose({ view: key === 'all' ? undefined : key })}
            options={[
              { key: 'all', text: t.all },
              { key: 'structure', text: t.structure },
              { key: 'culture', text: t.culture },
              { key: 'nyttogap', text: t.nyttogap },
            ]}
          />
        </div>
        {search.view !== 'nyttogap' && <Legend groups={scorecard.groups} />}
      </div>
      <div className="row row--between sc__tools2">
        {scorecard.units.length > 0 ? (
          <PartChoice scorecard={scorecard} part={search.part} onPart={(part) => void choose({ part })} />
        ) : (
          <span />
        )}
        <Tools board={board} criteria={criteria} view={search.view} asTable={asTable} onTable={() => setAsTable(!asTable)} />
      </div>
      {asTable ? (
        <TableView board={board} criteria={criteria} view={search.view} />
      ) : search.view === 'nyttogap' ? (
        <NyttogapView board={board} />
      ) : (
        <CriteriaView
          board={board}
          criteria={criteria}
          open={search.criterion}
          onToggle={(criterion) => void choose({ criterion: criterion === search.criterion ? undefined : criterion })}
        />
      )}
      <Foot scorecard={scorecard} />
    </>
  );
}

type View = 'structure' | 'culture' | 'nyttogap';

/** Brings the row of the address into sight, once. */
function useRowInSight(criterion: string | undefined) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the row one came by; those one opens are in sight already
  useEffect(() => {
    if (criterion) document.getElementById(criterion)?.scrollIntoView({ block: 'start' });
  }, []);
}

function PartChoice({
  scorecard,
  part,
  onPart,
}: {
  scorecard: Scorecard;
  part: string | undefined;
  onPart: (part: string | undefined) => void;
}) {
  const t = useTexts(texts);
  const pick = usePick();
  return (
    <label className={part ? 'sc__part small' : 'sc__part small noprint'}>
      {t.part}{' '}
      <select className="select" value={part ?? ''} onChange={(event) => onPart(event.target.value || undefined)}>
        <option value="">{t.allAnswers}</option>
        {scorecard.units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {asChoice(unit, scorecard.units, pick(unit.name))}
          </option>
        ))}
      </select>
    </label>
  );
}

type ToolsProps = { board: Board; criteria: Scorecard['criteria']; view: View | undefined; asTable: boolean; onTable: () => void };

function Tools({ board, criteria, view, asTable, onTable }: ToolsProps) {
  const t = useTexts(texts);
  const words = useWords();
  const pick = usePick();
  const { language } = useLanguage();
  const onCsv = () => {
    const { head, rows } =
      view === 'nyttogap' ? gapTable(board.scorecard, pick, t) : scorecardTable(board.scorecard, criteria, board.targets, pick, words, t);
    save(`${board.scorecard.name}.csv`, 'text/csv;charset=utf-8', `\ufeff${toCsv(head, rows, language)}`);
  };
  return (
    <div className="charttools noprint">
      {view !== 'nyttogap' && <Source note={groupsNote(t)} />}
      <button type="button" className="src" aria-pressed={asTable} onClick={onTable}>
        {t.table}
      </button>
      <button type="button" className="src" onClick={onCsv}>
        {t.csv}
      </button>
      <button type="button" className="src" onClick={() => print()}>
        {t.print}
      </button>
    </div>
  );
}
