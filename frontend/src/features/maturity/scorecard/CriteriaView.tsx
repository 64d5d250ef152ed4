// SPDX-License-Identifier: EUPL-1.2
import type { CriterionCard } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty } from '@/shared/ui';
import type { Board } from './context';
import { NarrowScale, ScaleHead } from './LevelLine';
import { Row } from './Row';
import { levelsInWords } from './reading';
import { texts } from './texts';

type Props = { board: Board; criteria: readonly CriterionCard[]; open: string | undefined; onToggle: (criterion: string) => void };

/** The criteria by perspective, a row for each. A perspective has no level of its own: only how many stand where. */
export function CriteriaView({ board, criteria, open, onToggle }: Props) {
  const t = useTexts(texts);
  if (criteria.length === 0) return <Empty title={t.emptyView}>{t.emptyViewWhat}</Empty>;
  return (
    <div className="sc">
      <div className="sc__head" aria-hidden="true">
        <span>{t.criterion}</span>
        <ScaleHead model={board.model} scale={board.scale} />
        <span>{t.agreement}</span>
        <span>{t.decisionAndTarget}</span>
        <span>{t.talkAbout}</span>
      </div>
      {board.scorecard.perspectives.map((perspective) => {
        const own = criteria.filter((card) => card.perspective === perspective.perspective);
        if (own.length === 0) return null;
        return (
          <section key={perspective.perspective}>
            <div className="sc__grp">
              <span className={`pcode p-${perspective.perspective}`}>{perspective.perspective}</span>
              <h2>
                <LocalizedText text={perspective.name} />
              </h2>
              <p>{levelsInWords(perspective.counts, perspective, t)}</p>
            </div>
            <NarrowScale model={board.model} scale={board.scale} />
            {own.map((card) => (
              <Row
                key={card.criterion}
                board={board}
                card={card}
                open={open === card.criterion}
                onToggle={() => onToggle(card.criterion)}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}
