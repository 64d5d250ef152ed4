// SPDX-License-Identifier: EUPL-1.2
import type { BenchmarkLevelShare } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { texts } from '../texts';

const PARTS = { up_to_tenth: 1, tenth_to_third: 2, over_third: 3 } as const;

/** How the others are spread over the levels: a word for each, and as many filled parts as the step it is. */
export function LevelTable({ levels, own, name }: { levels: readonly BenchmarkLevelShare[]; own: number; name: string }) {
  const t = useTexts(texts);
  return (
    <table className="table table--dense bm__levels">
      <caption className="vh">{name}</caption>
      <thead>
        <tr>
          <th scope="col">{t.levelWord}</th>
          <th scope="col">{t.share}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map((level) => {
          const filled = PARTS[level.share as keyof typeof PARTS] ?? 0;
          return (
            <tr key={level.level}>
              <th scope="row">
                {level.level} <LocalizedText text={level.name} /> {level.level === own && <Tag mood="info">{t.we}</Tag>}
              </th>
              <td className="nowrap">
                <span className="bm__steps" aria-hidden="true">
                  {[1, 2, 3].map((part) => (
                    <i key={part} className={part <= filled ? 'bm__step bm__step--on' : 'bm__step'} />
                  ))}
                </span>
                {t.shares[level.share as keyof typeof t.shares] ?? level.share}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
