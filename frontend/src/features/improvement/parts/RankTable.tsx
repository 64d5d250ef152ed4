// SPDX-License-Identifier: EUPL-1.2
import type { RankedRecommendation } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from '../texts';

/** Every term of a rank: priority = (Σ weight · steps · factor + what it opens for) / √effort (SCORING §5). */
export function RankTable({ ranked }: { ranked: RankedRecommendation }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { number } = useFormats();
  return (
    <table className="table table--dense">
      <caption>{t.orderCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.lifts}</th>
          <th scope="col" className="num">
            {t.weight}
          </th>
          <th scope="col" className="num">
            {t.steps}
          </th>
          <th scope="col" className="num">
            {t.factor}
          </th>
          <th scope="col" className="num">
            {t.value}
          </th>
        </tr>
      </thead>
      <tbody>
        {ranked.lifts.map((lift) => (
          <tr key={lift.criterion}>
            <th scope="row">
              {lift.criterion} <LocalizedText text={lift.name} />
            </th>
            <td className="num">{lift.weight}</td>
            <td className="num">{lift.steps}</td>
            <td className="num">{number(lift.multiplier)}</td>
            <td className="num">{number(lift.value)}</td>
          </tr>
        ))}
        {ranked.unlockTerms.map((term) => (
          <tr key={term.code}>
            <th scope="row" colSpan={4}>
              {t.opensFor(pick(term.title))}
            </th>
            <td className="num">{number(term.term)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row" colSpan={4}>
            {t.divided(String(ranked.recommendation.effort))}
          </th>
          <td className="num">
            <b>{number(ranked.priority)}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
