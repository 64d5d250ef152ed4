// SPDX-License-Identifier: EUPL-1.2
import type { CriterionCard } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { useWords } from '../groups';
import type { Board } from './context';
import { Detail } from './detail/Detail';
import { WorkshopLine } from './detail/FromWorkshops';
import { Was } from './history/Was';
import { DecidedAndTarget } from './Level';
import { LevelLine } from './LevelLine';
import { leastAgreed, lineInWords, linesToTalkAbout, whose } from './reading';
import { texts } from './texts';

const MOODS = { warn: 'warnmark', plain: undefined, muted: 'muted' } as const;

type Props = { board: Board; card: CriterionCard; open: boolean; onToggle: () => void };

/** One criterion: name, line of levels, agreement, decision and target, and what to talk about; opens to everything behind it. */
export function Row({ board, card, open, onToggle }: Props) {
  const t = useTexts(texts);
  const words = useWords();
  const target = board.targets.get(card.criterion);
  const detail = `criterion-${card.criterion}`;
  return (
    <div className="sc__item" id={card.criterion}>
      <div className="sc__row">
        <div className="sc__name">
          <span className={`pcode p-${card.perspective}`}>{card.criterion}</span>
          <button type="button" aria-expanded={open} aria-controls={open ? detail : undefined} onClick={onToggle}>
            <LocalizedText text={card.name} />
          </button>
        </div>
        <div className="sc__line">
          <LevelLine card={card} target={target?.level} scale={board.scale} label={lineInWords(card, target?.level, words, t)} />
        </div>
        <div className="sc__agree small">
          <AgreementCell card={card} />
          <WorkshopLine card={card} />
        </div>
        <div className="sc__dec">
          <DecidedAndTarget decision={card.decision} target={target} />
          <Was board={board} card={card} />
        </div>
        <ul className="sc__gap plain">
          {linesToTalkAbout(card, board.scorecard.nyttogap, words, t).map((line) => (
            <li key={line.text} className={MOODS[line.mood]}>
              {line.text}
            </li>
          ))}
        </ul>
      </div>
      {open && <Detail id={detail} board={board} card={card} />}
    </div>
  );
}

function AgreementCell({ card }: { card: CriterionCard }) {
  const t = useTexts(texts);
  const words = useWords();
  const agreement = leastAgreed(card.rated);
  if (agreement) {
    return (
      <>
        <b>{words.agreement[agreement.word]}</b> <span className="muted">{whose(agreement, words, t)}</span>
      </>
    );
  }
  // A joint placement has no agreement to speak of.
  const answering = card.rated.filter((rating) => rating.shown !== 'joint');
  const hidden = answering.every((rating) => rating.shown === 'not_closed') ? t.none : words.tooFew;
  return <span className="muted">{hidden}</span>;
}
