// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type AssessmentSummary, type RankedRecommendation, type RankedRecommendations, useMay, useMayForAll } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Chip, Chips, Empty, Loading, Page, ProblemAlert } from '@/shared/ui';
import { CriterionCode } from '@/shared/ui/levels';
import { EffectOverview } from './effect/EffectOverview';
import { DependencyGraph } from './own/DependencyGraph';
import { type Begun, OwnDialog } from './own/OwnDialog';
import { ownTexts } from './own/texts';
import { AssessmentPicker, WithAssessment } from './parts/AssessmentPicker';
import { LockedTable } from './parts/LockedTable';
import { PlanDialog } from './parts/PlanDialog';
import { RecommendationArticle } from './parts/RecommendationArticle';
import { Roadmap } from './parts/Roadmap';
import { Load } from './plan/Load';
import { rankedQuery } from './queries';
import './improvement.css';
import { texts } from './texts';

const route = getRouteApi('/frame/improvement');

/** What to put on the roadmap: a recommendation, or one's own words. */
type Planning = RankedRecommendation | 'own' | null;

/** Improvement (förbättring): recommendations in order with their reasons, and the roadmap. */
export function ImprovementPage() {
  const t = useTexts(texts);
  const may = useMay();
  const { assessment: wanted } = route.useSearch();
  const [planning, setPlanning] = useState<Planning>(null);
  return (
    <Page
      title={t.improvement}
      purpose={t.improvementPurpose}
      crumbs={[{ to: '/', text: t.home }]}
      actions={
        may('roadmap:edit') && (
          <Button look="primary" onClick={() => setPlanning('own')}>
            {t.formulate}
          </Button>
        )
      }
    >
      <WithAssessment wanted={wanted}>
        {(assessment) => (
          <>
            <AssessmentPicker chosen={assessment} />
            {may('recommendation:read') && <Recommendations assessment={assessment} onPlan={setPlanning} />}
            {may('roadmap:read') && <Roadmap assessmentId={assessment.id} />}
            {may('roadmap:read') && <Load />}
            {may('roadmap:read') && <EffectOverview />}
            {planning && (
              <PlanDialog assessment={assessment} ranked={planning === 'own' ? undefined : planning} onClose={() => setPlanning(null)} />
            )}
          </>
        )}
      </WithAssessment>
    </Page>
  );
}

function Recommendations({ assessment, onPlan }: { assessment: AssessmentSummary; onPlan: (ranked: RankedRecommendation) => void }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(rankedQuery(assessment.id));
  if (error) return <ProblemAlert problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.acceptedTargets === 0) {
    return (
      <Empty
        title={t.noAdvice}
        action={
          <Link to="/targets" search={{ assessment: assessment.id }} className={buttonClass()}>
            {t.toTargets}
          </Link>
        }
      >
        {t.noAdviceWhat}
      </Empty>
    );
  }
  return <Ranked ranked={data} onPlan={onPlan} />;
}

const AT_FIRST = 6;

function Ranked({ ranked, onPlan }: { ranked: RankedRecommendations; onPlan: (ranked: RankedRecommendation) => void }) {
  const t = useTexts(texts);
  const navigate = useNavigate();
  const { show } = route.useSearch();
  const [count, setCount] = useState(AT_FIRST);
  const ready = ranked.items.filter((item) => item.state === 'ready');
  const quick = ready.filter((item) => item.quickWin);
  const locked = ranked.items.filter((item) => item.state !== 'ready');
  const choose = (next: 'quick' | 'locked' | undefined) => {
    setCount(AT_FIRST);
    void navigate({ to: '/improvement', search: (search) => ({ ...search, show: next }) });
  };
  const shown = show === 'quick' ? quick : show === 'locked' ? locked : ready;
  return (
    <>
      <section className="section" aria-labelledby="first">
        <div className="sechead">
          <h2 id="first">{t.first}</h2>
          <Chips label={t.filter}>
            <Chip pressed={show === undefined} onPress={() => choose(undefined)} count={String(ready.length)}>
              {t.ready}
            </Chip>
            <Chip pressed={show === 'quick'} onPress={() => choose('quick')} count={String(quick.length)}>
              {t.quick}
            </Chip>
            <Chip pressed={show === 'locked'} onPress={() => choose('locked')} count={String(locked.length)}>
              {t.locked}
            </Chip>
          </Chips>
        </div>
        {shown.length === 0 && <p className="muted">{t.noneOfKind}</p>}
        {shown.slice(0, count).map((item) => (
          <RecommendationArticle key={item.recommendation.code} ranked={item} onPlan={() => onPlan(item)} />
        ))}
        <MoreOf shown={Math.min(count, shown.length)} all={shown.length} onMore={() => setCount(count + AT_FIRST)} />
      </section>
      {show !== 'locked' && <LockedTable items={locked} />}
      <OwnAdvice ranked={ranked} />
      <DependencyGraph ranked={ranked} />
      {ranked.reached.length > 0 && (
        <details className="section">
          <summary>
            {t.reachedList} ({ranked.reached.length})
          </summary>
          <ul className="plain stack">
            {ranked.reached.map((each) => (
              <li key={each.code}>
                <LocalizedText text={each.title} />{' '}
                <span className="muted small">– {each.because === 'done' ? t.reachedBy.done : t.reachedBy.levels}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Where the catalogue has nothing more to give, and the way to formulate one's own. */
function OwnAdvice({ ranked }: { ranked: RankedRecommendations }) {
  const t = useTexts(texts);
  const o = useTexts(ownTexts);
  const mayFormulate = useMayForAll('roadmap:edit');
  const [begun, setBegun] = useState<Begun | 'empty' | null>(null);
  const lacking = ranked.criteriaWithoutAdvice;
  if (lacking.length === 0 && !mayFormulate) return null;
  return (
    <section className="section" aria-labelledby="own-advice">
      <div className="sechead">
        <h2 id="own-advice">{lacking.length > 0 ? t.ownAdvice : o.formulate}</h2>
      </div>
      <p className="measure">{lacking.length > 0 ? t.ownAdviceWhat : o.formulateWhat}</p>
      {lacking.length > 0 && (
        <ul className="plain stack">
          {lacking.map((each) => (
            <li key={each.criterion} className="row">
              <CriterionCode code={each.criterion} /> <LocalizedText text={each.name} />
              {mayFormulate && (
                <Button small onClick={() => setBegun({ criterion: each.criterion, from: 4, to: 5 })}>
                  {o.formulateFor(each.criterion)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayFormulate && (
        <p>
          <Button small icon="plus" onClick={() => setBegun('empty')}>
            {o.formulate}
          </Button>
        </p>
      )}
      {begun && <OwnDialog begun={begun === 'empty' ? undefined : begun} onClose={() => setBegun(null)} />}
    </section>
  );
}

function MoreOf({ shown, all, onMore }: { shown: number; all: number; onMore: () => void }) {
  const t = useTexts(texts);
  if (all <= AT_FIRST) return null;
  return (
    <div className="tablefoot">
      <span>{t.showing(String(shown), String(all))}</span>
      {shown < all && (
        <Button small onClick={onMore}>
          {t.more}
        </Button>
      )}
    </div>
  );
}
