// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { type RankedRecommendation, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Tag } from '@/shared/ui';
import { CriterionCode } from '@/shared/ui/levels';
import { becauseOf } from '../because';
import { OwnActs } from '../own/OwnActs';
import { ownTexts } from '../own/texts';
import { texts } from '../texts';
import { RankTable } from './RankTable';

type Effort = '1' | '2' | '3' | '4' | '5';

/** A recommendation with why it stands where it does, what it takes, and the way to the roadmap. */
export function RecommendationArticle({ ranked, onPlan }: { ranked: RankedRecommendation; onPlan: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const may = useMay();
  const { number } = useFormats();
  const terms = useId();
  const [open, setOpen] = useState(false);
  const o = useTexts(ownTexts);
  const { recommendation } = ranked;
  const criteria = ranked.lifts.filter((lift) => lift.value > 0);
  return (
    <article className="rec" aria-labelledby={`${terms}-title`}>
      <div className="rec__no">{ranked.position}</div>
      <div>
        <h3 id={`${terms}-title`}>
          <LocalizedText text={recommendation.title} />
        </h3>
        {recommendation.why.sv !== '–' && (
          <p className="rec__why">
            <LocalizedText text={recommendation.why} />
          </p>
        )}
        <p className="rec__why small">
          <b>{t.therefore}:</b> {becauseOf(ranked, t.because, pick)}
        </p>
        <div className="rec__meta">
          {criteria.map((lift) => (
            <CriterionCode key={lift.criterion} code={lift.criterion} />
          ))}
          <span className="muted">{t.effort(t.efforts[String(recommendation.effort) as Effort])}</span>
          {recommendation.ownerRole.sv !== '–' && (
            <span className="muted">{t.ownerRole(pick(recommendation.ownerRole).toLowerCase())}</span>
          )}
          {recommendation.own && <Tag>{o.own}</Tag>}
          {ranked.quickWin && <Tag mood="ok">{t.quickWin}</Tag>}
          {ranked.roadmapItem && <RoadmapTag item={ranked.roadmapItem} />}
          <button type="button" className="src" aria-expanded={open} aria-controls={terms} onClick={() => setOpen(!open)}>
            {t.order(number(ranked.priority))}
          </button>
        </div>
        <div id={terms} hidden={!open} className="rec__terms">
          {open && (
            <>
              <RankTable ranked={ranked} />
              <Conditions ranked={ranked} />
            </>
          )}
        </div>
      </div>
      <div className="rec__side">
        <h4>{t.successFactors}</h4>
        <ul>
          {recommendation.successFactors.map((factor) => (
            <li key={factor.sv}>
              <LocalizedText text={factor} />
            </li>
          ))}
        </ul>
        {ranked.missing.length > 0 && (
          <>
            <h4>{t.waitsFor}</h4>
            <ul>
              {ranked.missing.map((missing) => (
                <li key={`${missing.code}${missing.criterion}`}>
                  {missing.kind === 'level' ? t.needLevel(missing.criterion ?? '', missing.needed ?? 1) : pick(missing.title)}
                </li>
              ))}
            </ul>
          </>
        )}
        {recommendation.own && <OwnActs code={recommendation.code} title={pick(recommendation.title)} />}
        {may('roadmap:edit') && !ranked.roadmapItem && (
          <Button small icon="plus" onClick={onPlan}>
            {t.addToRoadmap}
            <span className="vh">: {pick(recommendation.title)}</span>
          </Button>
        )}
      </div>
    </article>
  );
}

function RoadmapTag({ item }: { item: NonNullable<RankedRecommendation['roadmapItem']> }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const text =
    item.state === 'started' && item.startDate
      ? t.runsSince(dayMonth(item.startDate))
      : item.startDate && item.state === 'planned'
        ? t.onRoadmapFrom(dayMonth(item.startDate))
        : (t.states[item.state as keyof typeof t.states] ?? item.state);
  return (
    <Link to="/improvement/items/$itemId" params={{ itemId: item.id }} className={item.state === 'started' ? 'tag tag--info' : 'tag'}>
      {text}
    </Link>
  );
}

function Conditions({ ranked }: { ranked: RankedRecommendation }) {
  const t = useTexts(texts);
  const { recommendation, prerequisites } = ranked;
  return (
    <dl className="deflist">
      {prerequisites.length > 0 && (
        <div>
          <dt>{t.prerequisites}</dt>
          <dd>
            <ul className="plain">
              {prerequisites.map((each) => (
                <li key={each.code}>
                  <LocalizedText text={each.title} /> <span className="muted">– {each.met ? t.inPlace : t.notInPlace}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
      <div>
        <dt>{t.firstSteps}</dt>
        <dd>
          <ol>
            {recommendation.firstSteps.map((step) => (
              <li key={step.sv}>
                <LocalizedText text={step} />
              </li>
            ))}
          </ol>
        </dd>
      </div>
      {recommendation.indicators.length > 0 && (
        <div>
          <dt>{t.shouldMove}</dt>
          <dd>
            <ul className="plain">
              {recommendation.indicators.map((each) => (
                <li key={each.indicator}>
                  <LocalizedText text={each.name} /> <span className="muted">{each.change === 'up' ? t.up : t.down}</span>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}
