// SPDX-License-Identifier: EUPL-1.2
import type { ReportComparison, ReportContent } from '@/api';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useMeasure } from '@/shared/i18n/measure';
import { useTexts } from '@/shared/i18n/texts';
import { SourceRefs } from '../parts/Sources';
import { besideTexts } from './texts';

/** The authority beside others, as the newest cohorts were frozen; a sentence where there is none. Left out of reports signed before. */
export function Besides({ content }: { content: ReportContent }) {
  const t = useTexts(besideTexts);
  const { comparisons } = content;
  if (!comparisons) return null;
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{t.title}</h2>
      {comparisons.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <table className="table table--dense">
          <caption className="vh">{t.title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.measure}</th>
              <th scope="col" className="num">
                {t.we}
              </th>
              <th scope="col">{t.others}</th>
            </tr>
          </thead>
          <tbody>
            {comparisons.map((each) => (
              <Row key={`${each.code}-${each.year}-${each.group.sv}`} comparison={each} />
            ))}
          </tbody>
        </table>
      )}
      <p className="small muted">{t.note}</p>
    </section>
  );
}

function Row({ comparison }: { comparison: ReportComparison }) {
  const t = useTexts(besideTexts);
  const pick = usePick();
  const measure = useMeasure();
  const write = (value: number) => {
    if (comparison.unit === 'level') return t.level(value);
    const written = measure(value, comparison.unit);
    return `${written.value} ${written.unit}`.trim();
  };
  const alone = (value: number) => measure(value, comparison.unit).value;
  const { median, q1, q3, quarter, levels, note, peers } = comparison;
  const others =
    median !== undefined && q1 !== undefined && q3 !== undefined
      ? t.band(alone(median), alone(q1), alone(q3))
      : levels.length > 0
        ? levels.map((level) => t.ofLevel(level.level, t.shares[level.share as keyof typeof t.shares] ?? level.share)).join('; ')
        : note && pick(note);
  return (
    <tr>
      <th scope="row">
        <LocalizedText text={comparison.name} />
        <br />
        <span className="muted small">
          {comparison.code}, {comparison.year}, {peers === undefined ? '' : `${t.peers(peers)}, `}
          <LocalizedText text={comparison.group} />
          <SourceRefs ids={comparison.sourceIds} />
        </span>
      </th>
      <td className="num nowrap">{write(comparison.value)}</td>
      <td>
        {others}
        {quarter !== undefined && (
          <>
            <br />
            <span className="muted small">{t.quarter(quarter)}</span>
          </>
        )}
      </td>
    </tr>
  );
}
