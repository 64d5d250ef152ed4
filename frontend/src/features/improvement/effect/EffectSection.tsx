// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { type AxisEvent, type IndicatorEffect, type RoadmapEffect, type RoadmapItem, useMay } from '@/api';
import { Chart, type ChartTable } from '@/shared/chart';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, ProblemAlert } from '@/shared/ui';
import { KnownEvents } from './KnownEvents';
import { daysOf, monthName } from './months';
import { effectQuery } from './queries';
import { effectTexts } from './texts';
import { toneOf } from './tone';
import { XmrDrawing } from './XmrDrawing';

/** What happened to each indicator the item should move: the verdict, the chart and why nothing stronger can be said. */
export function EffectSection({ item }: { item: RoadmapItem }) {
  const t = useTexts(effectTexts);
  const { data, error, refetch } = useQuery(effectQuery(item.id));
  return (
    <section className="section" aria-labelledby="effect">
      <div className="sechead">
        <h2 id="effect">{t.effect}</h2>
        <p>{t.effectWhat}</p>
      </div>
      {item.indicators.length === 0 && (
        <p className="measure">
          <b>{t.noIndicator}.</b> {item.state === 'planned' ? t.noIndicatorWhat : t.noIndicatorNow}
        </p>
      )}
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={6} />}
      {data?.indicators.map((each) => (
        <OfIndicator key={each.indicator} effect={data} each={each} />
      ))}
      <KnownEvents />
    </section>
  );
}

function OfIndicator({ effect, each }: { effect: RoadmapEffect; each: IndicatorEffect }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  const heading = useId();
  const { verdict } = each;
  return (
    <article className="effect" aria-labelledby={heading}>
      <h3 id={heading}>
        {pick(each.name)} <span className="muted small">{each.change === 'up' ? t.shouldRise : t.shouldFall}</span>
      </h3>
      <div className={toneOf(verdict)}>
        <p className="verdict__lead">{pick(each.sentence)}</p>
        {verdict && verdict.direction !== 'none' && <p>{t.notWhy}</p>}
      </div>
      {each.months.some((month) => month.value !== undefined) && <EffectChart effect={effect} each={each} />}
      {verdict && <WhyNotHigher verdict={verdict} />}
      <CaseLinks effect={effect} each={each} />
    </article>
  );
}

function WhyNotHigher({ verdict }: { verdict: NonNullable<IndicatorEffect['verdict']> }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  if (verdict.whyNotHigher.length === 0) return null;
  return (
    <details className="effect__why small">
      <summary>{t.whyNotHigher}</summary>
      <ul>
        {verdict.whyNotHigher.map((why) => (
          <li key={`${why.rung}${why.why}`}>
            {t.rungName[String(why.rung) as keyof typeof t.rungName]}: {pick(why.text)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** By which method, and on how many months. */
function useMethod(verdict: IndicatorEffect['verdict']): string {
  const t = useTexts(effectTexts);
  const { number } = useFormats();
  return verdict
    ? `${t.rungs[String(verdict.rung) as keyof typeof t.rungs]}. ${t.monthsCounted(number(verdict.baselineMonths, 0), number(verdict.monthsAfter, 0))}`
    : t.onlyBefore;
}

function EffectChart({ effect, each }: { effect: RoadmapEffect; each: IndicatorEffect }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  const { language } = useLanguage();
  const { number, percent } = useFormats();
  const { months, verdict } = each;
  const [first, last] = [months[0]?.month ?? '', months[months.length - 1]?.month ?? ''];
  const title = t.perMonth(pick(each.name));
  const seen = effect.events.filter((event) => months.some((month) => event.date.startsWith(month.month)));
  return (
    <Chart
      level={3}
      title={title}
      reading={useMethod(verdict)}
      table={useTable(each)}
      write={(value, column) => (column === 2 ? number(value, 0) : each.unit === 'share' ? percent(value, 1) : number(value))}
      name={`${each.indicator}-${effect.startDate ?? 'effekt'}`}
      note={{
        title,
        definition: t.howDefinition(t.periods[(each.periodOf ?? 'closed') as keyof typeof t.periods]),
        formula: t.howFormula,
        period: `${monthName(first, language)} – ${monthName(last, language)}`,
        ...(verdict ? { sample: t.howSample(number(verdict.baselineMonths, 0), number(verdict.monthsAfter, 0)) } : {}),
      }}
    >
      <XmrDrawing
        effect={each}
        events={seen}
        startDate={effect.startDate}
        name={t.described(title, monthName(first, language), monthName(last, language), pick(each.sentence))}
      />
      <Legend each={each} events={seen} />
    </Chart>
  );
}

function useTable(each: IndicatorEffect): ChartTable {
  const t = useTexts(effectTexts);
  return {
    head: [t.month, t.value, t.cases, t.part, t.signal, t.others],
    rows: each.months.map((month) => [
      month.month,
      month.value ?? t.tooFew,
      month.n,
      t.parts[month.part as keyof typeof t.parts],
      month.rule ? t.rules[String(month.rule) as keyof typeof t.rules] : undefined,
      each.compared.find((other) => other.month === month.month)?.value,
    ]),
  };
}

function Legend({ each, events }: { each: IndicatorEffect; events: readonly AxisEvent[] }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  const { dayMonth } = useFormats();
  const names = each.comparableUnits.map((unit) => pick(unit)).join(', ');
  return (
    <div className="effect__legend small">
      {each.months.some((month) => month.rule) && (
        <span>
          <span aria-hidden="true">◇</span> {t.legendSignal}
        </span>
      )}
      {each.months.some((month) => month.state === 'too_few') && (
        <span>
          <span aria-hidden="true">–</span> {t.legendFew}
        </span>
      )}
      {each.compared.length > 0 && (
        <span>
          <span aria-hidden="true">┄</span> {t.legendOthers(names)}
        </span>
      )}
      {events.length > 0 && (
        <ol aria-label={t.events}>
          {events.map((event) => (
            <li key={`${event.date}${event.text.sv}`}>
              {dayMonth(event.date)}: {pick(event.text)}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** The way down to a month's cases, for those who may see them. */
function CaseLinks({ effect, each }: { effect: RoadmapEffect; each: IndicatorEffect }) {
  const t = useTexts(effectTexts);
  const may = useMay();
  const { language } = useLanguage();
  const field = useId();
  const counted = each.months.filter((month) => month.state === 'counted');
  const [chosen, setChosen] = useState(counted[counted.length - 1]?.month ?? '');
  if (!may('friction:cases') || !effect.eventLogId || counted.length === 0) return null;
  const [only] = effect.caseTypes.length === 1 ? effect.caseTypes : [];
  return (
    <div className="row small effect__cases">
      <label htmlFor={field}>{t.chooseMonth}</label>
      <select id={field} className="select" value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {counted.map((month) => (
          <option key={month.month} value={month.month}>
            {monthName(month.month, language)}
          </option>
        ))}
      </select>
      <Link
        to="/friction/$logId/cases"
        params={{ logId: effect.eventLogId }}
        search={{
          ...daysOf(chosen),
          periodOf: each.periodOf === 'closed' ? 'ended' : 'started',
          ...(effect.unitKey ? { unit: effect.unitKey } : {}),
          ...(only ? { attribute: 'caseType', attributeValue: only } : {}),
        }}
      >
        {t.showCases}
      </Link>
    </div>
  );
}
