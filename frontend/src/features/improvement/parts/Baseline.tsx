// SPDX-License-Identifier: EUPL-1.2
import type { RoadmapItem } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { useFigure } from '../figure';
import { texts } from '../texts';

/** What should move: the measures as they stood when the item was started, or that they will be taken then. */
export function Baseline({ item }: { item: RoadmapItem }) {
  const t = useTexts(texts);
  const { date, number } = useFormats();
  const figure = useFigure();
  if (item.indicators.length === 0) return null;
  const frozen = item.baseline[0]?.measuredAt;
  return (
    <section className="section" aria-labelledby="baseline">
      <div className="sechead">
        <h2 id="baseline">{t.baseline}</h2>
        <p>{frozen ? t.baselineWhat(date(frozen)) : t.baselineLater}</p>
      </div>
      <div className="tablewrap">
        <table className="table table--cards">
          <caption className="vh">{t.baseline}</caption>
          <thead>
            <tr>
              <th scope="col">{t.measure}</th>
              <th scope="col">{t.shouldMove}</th>
              <th scope="col" className="num">
                {t.before}
              </th>
              <th scope="col">{t.basis}</th>
            </tr>
          </thead>
          <tbody>
            {item.indicators.map((indicator) => {
              const value = item.baseline.find((each) => each.indicator === indicator.indicator);
              const reason =
                value && value.state !== 'measured' ? t.whyNotMeasured[value.state as keyof typeof t.whyNotMeasured] : undefined;
              return (
                <tr key={indicator.indicator}>
                  <th scope="row">
                    <LocalizedText text={indicator.name} />
                  </th>
                  <td data-l={t.shouldMove}>{indicator.change === 'up' ? t.up : t.down}</td>
                  <td data-l={t.before} className="num">
                    {value?.value === undefined ? (reason ?? '–') : figure(value.value, value.unit)}
                  </td>
                  <td data-l={t.basis}>
                    {value?.value !== undefined && (
                      <span>
                        {t.cases(number(value.n ?? 0))}
                        {value.periodFrom && value.periodTo && `, ${date(value.periodFrom)} – ${date(value.periodTo)}`}
                        {value.level !== undefined && `, ${t.indicatesLevel(value.level)}`}
                      </span>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
