// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { HomeFigure } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useMeasure } from '@/shared/i18n/measure';
import { useTexts } from '@/shared/i18n/texts';
import { Kpi, Kpis, Source } from '@/shared/ui';
import { texts } from '../texts';

/** Så går det: three figures, which way they go, and how they are counted. */
export function HowItGoes({ figures }: { figures: readonly HomeFigure[] }) {
  const t = useTexts(texts);
  return (
    <section className="section" aria-labelledby="how">
      <div className="sechead">
        <h2 id="how">{t.howItGoes}</h2>
      </div>
      {figures.length === 0 ? (
        <p className="muted">{t.noFigures}</p>
      ) : (
        <Kpis>
          {figures.map((figure) => (
            <Figure key={figure.key} figure={figure} />
          ))}
        </Kpis>
      )}
    </section>
  );
}

function Figure({ figure }: { figure: HomeFigure }) {
  const t = useTexts(texts);
  const pick = usePick();
  const write = useMeasure();
  const { number, date } = useFormats();
  const now = write(figure.value, figure.unit);
  const before = figure.previous === undefined ? undefined : write(figure.previous, figure.unit);
  const was =
    before &&
    figure.comparedWith &&
    t.was[figure.comparedWith as keyof typeof t.was]?.(`${before.value}${before.unit && ` ${before.unit}`}`);
  return (
    <Kpi
      label={<LocalizedText text={figure.name} />}
      value={now.value}
      // The name of such a measure says its unit already.
      unit={figure.unit === 'per_100_cases' ? '' : now.unit}
      direction={
        <span>
          <b>{t.directions[figure.direction as keyof typeof t.directions] ?? t.directions.too_early}</b> {was ?? t.noComparison}
        </span>
      }
      source={
        <Source
          note={{
            title: pick(figure.name),
            definition: t.definition(figure.key),
            ...(figure.n === undefined ? {} : { sample: t.sample(number(figure.n, 0)) }),
            ...(figure.periodFrom && figure.periodTo ? { period: t.period(date(figure.periodFrom), date(figure.periodTo)) } : {}),
            ...(figure.eventLogId ? { source: <Link to={`/friction/${figure.eventLogId}` as '/'}>{t.toLog}</Link> } : {}),
          }}
        />
      }
    />
  );
}
