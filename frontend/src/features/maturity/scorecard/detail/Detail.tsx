// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { CriterionCard } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { EvidencePart } from '../../evidence/EvidencePart';
import { texts as interviewTexts } from '../../interview/texts';
import { type Board, criterionOf } from '../context';
import { HistoryPart } from '../history/HistoryPart';
import { JointPart } from '../joint/JointPart';
import { Level } from '../Level';
import { texts } from '../texts';
import { Comments } from './Comments';
import { DecisionPart } from './DecisionPart';
import { FromWorkshops } from './FromWorkshops';
import { Quotes } from './Quotes';
import { Says } from './Says';
import { Shows } from './Shows';
import { Verified } from './Verified';

/** Everything behind a row: the sentences of the levels, the three sources side by side, and the decision. */
export function Detail({ id, board, card }: { id: string; board: Board; card: CriterionCard }) {
  const t = useTexts(texts);
  const iv = useTexts(interviewTexts);
  return (
    <div className="sc__detail" id={id}>
      <div className="sc__question">
        <p className="sc__ask">
          <LocalizedText text={criterionOf(board, card)?.question} />
        </p>
        <Link className="small noprint" to="." search={(old) => ({ ...old, criterion: card.criterion })} hash={card.criterion}>
          {t.linkToRow}
        </Link>
      </div>
      <LevelSentences board={board} card={card} />
      <div className="srcs">
        <section>
          <h3 className="sc__srchead">{t.says}</h3>
          <Says rated={card.rated} roleGaps={card.roleGaps} flags={card.flags} groups={board.scorecard.groups} />
          <JointPart board={board} card={card} />
          <FromWorkshops workshops={card.workshops} />
          <h3 className="sc__srchead sc__decided">{iv.people1}</h3>
          <Quotes assessmentId={board.scorecard.assessmentId} criterion={card.criterion} />
          <Comments assessmentId={board.scorecard.assessmentId} criterion={card.criterion} />
        </section>
        <section>
          <h3 className="sc__srchead">{t.shows}</h3>
          <Shows board={board} card={card} />
        </section>
        <section>
          <h3 className="sc__srchead">{t.verified}</h3>
          <Verified verified={card.verified} flags={card.flags} />
          <EvidencePart board={board} card={card} />
          <h3 className="sc__srchead sc__decided">{t.decision}</h3>
          <DecisionPart board={board} card={card} />
        </section>
      </div>
      <HistoryPart board={board} card={card} />
    </div>
  );
}

function LevelSentences({ board, card }: { board: Board; card: CriterionCard }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const target = board.targets.get(card.criterion);
  return (
    <ol className="plain levels5">
      {criterionOf(board, card)?.levels.map(({ level, text }) => {
        const isNow = card.decision?.level === level;
        const isTarget = target?.level === level;
        return (
          <li key={level} className={[isNow && 'is-now', isTarget && 'is-tgt'].filter(Boolean).join(' ') || undefined}>
            <Level level={level} />
            <span>
              <LocalizedText text={text} />
            </span>
            {(isNow || isTarget) && (
              <span className="sc__tags">
                {isNow && <span className="tag">{t.decidedLevel}</span>}
                {isTarget && target && <span className="tag tag--info">{t.targetTag(dayMonth(target.dueDate))}</span>}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
