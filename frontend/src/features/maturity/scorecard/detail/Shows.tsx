// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { type CriterionCard, type CriterionIndicator, type MaturityIndicator, type MeasuredCriterion, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Source, type SourceNote } from '@/shared/ui';
import type { Board } from '../context';
import { Level } from '../Level';
import { texts } from '../texts';
import { useValues } from './values';

/** What the cases show for a criterion: each indicator with its value, its level and the way to its source. */
export function Shows({ board, card }: { board: Board; card: CriterionCard }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const { measured, cutsStatus } = board.scorecard;
  const isMeasured = card.measured.indicators.some((indicator) => indicator.value !== undefined);
  return (
    <>
      <Indicators measured={card.measured} logId={measured.eventLogId} model={board.model.indicators} />
      {isMeasured && (
        <p className="small muted sc__note">
          {measured.measuredAt && (measured.frozen ? `${t.frozen(date(measured.measuredAt))} ` : `${t.live} `)}
          {cutsStatus === 'provisional' && `${t.provisional} `}
          <Source note={{ title: t.shows, definition: t.noteShowsDefinition, source: t.noteSourceLog }} />
        </p>
      )}
      {card.flags
        .filter(({ flag }) => flag === 'self_image')
        .map((flag) => (
          <p className="note note--warn small sc__flag" key={flag.group}>
            <LocalizedText text={flag.text} />
          </p>
        ))}
    </>
  );
}

type IndicatorsProps = { measured: MeasuredCriterion; logId?: string | undefined; model?: readonly MaturityIndicator[] };

/** The indicators of a criterion, beside each other and never merged. */
export function Indicators({ measured, logId, model = [] }: IndicatorsProps) {
  const t = useTexts(texts);
  if (measured.indicators.length === 0) {
    return <p className="small muted">{measured.reason ? <LocalizedText text={measured.reason} /> : t.notMeasured}</p>;
  }
  return (
    <>
      <table className="table table--dense">
        <caption className="vh">{t.shows}</caption>
        <thead>
          <tr>
            <th scope="col">{t.indicator}</th>
            <th scope="col" className="num">
              {t.value}
            </th>
            <th scope="col" className="num">
              {t.level}
            </th>
          </tr>
        </thead>
        <tbody>
          {measured.indicators.map((indicator) => (
            <Indicator
              key={indicator.indicator}
              indicator={indicator}
              logId={logId}
              definition={model.find((one) => one.code === indicator.indicator)}
            />
          ))}
        </tbody>
      </table>
      {/* Said once: beside each indicator, or here for all of them. */}
      {measured.reason && measured.indicators.every((indicator) => !indicator.reason) && (
        <p className="small muted sc__note">
          <LocalizedText text={measured.reason} />
        </p>
      )}
    </>
  );
}

function Indicator({
  indicator,
  logId,
  definition,
}: {
  indicator: CriterionIndicator;
  logId: string | undefined;
  definition: MaturityIndicator | undefined;
}) {
  const t = useTexts(texts);
  const may = useMay();
  const pick = usePick();
  const { number } = useFormats();
  const write = useValues();
  const count = indicator.count === undefined ? undefined : t.cases(number(indicator.count, 0));
  const note: SourceNote | undefined = definition && {
    title: `${definition.code} ${pick(definition.name)}`,
    definition: pick(definition.definition),
    formula: definition.formula,
    ...(count ? { sample: count } : {}),
    source: t.cuts(
      definition.direction === 'higher' ? t.higher : t.lower,
      definition.cuts.map((cut) => write(cut, definition.unit)).join(' · '),
    ),
  };
  return (
    <tr>
      <th scope="row">
        {logId && may('friction:read') ? (
          <Link to="/friction/$logId/indicators" params={{ logId }}>
            <LocalizedText text={indicator.name} />
          </Link>
        ) : (
          <LocalizedText text={indicator.name} />
        )}
        <br />
        <span className="small muted sc__cell">
          {indicator.reason ? <LocalizedText text={indicator.reason} /> : count} {note && <Source note={note} />}
        </span>
      </th>
      <td className="num">{indicator.value === undefined ? t.none : write(indicator.value, indicator.unit)}</td>
      <td className="num">{indicator.level === undefined ? t.none : <Level level={indicator.level} />}</td>
    </tr>
  );
}
