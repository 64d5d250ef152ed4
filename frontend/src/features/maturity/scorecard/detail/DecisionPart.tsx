// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CriterionCard, type LevelDecision, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { actOf, type Board } from '../context';
import { DecideDialog } from '../decide/DecideDialog';
import { SeenThen } from '../decide/SeenThen';
import { Level } from '../Level';
import { texts } from '../texts';

/** The level decided, why and by whom; what was proposed and decided before; and the way to decide. */
export function DecisionPart({ board, card }: { board: Board; card: CriterionCard }) {
  const t = useTexts(texts);
  const may = useMay();
  const [asking, setAsking] = useState<'decide' | 'propose' | null>(null);
  const [seen, setSeen] = useState<{ decision: LevelDecision; proposed: boolean } | null>(null);
  const decide = actOf(board, 'decide_level');
  const propose = actOf(board, 'propose_level');
  const { decision } = card;
  return (
    <>
      {decision ? (
        <DecisionText decision={decision} board={board} onSeen={() => setSeen({ decision, proposed: false })} />
      ) : (
        <p className="small muted">{t.noDecision}</p>
      )}
      {card.proposals.length > 0 && (
        <>
          <p className="small sc__sub">
            <b>{t.proposals}</b>
          </p>
          {card.proposals.map((one) => (
            <DecisionText key={one.id} decision={one} board={board} onSeen={() => setSeen({ decision: one, proposed: true })} />
          ))}
        </>
      )}
      {card.earlierDecisions.length > 0 && (
        <details className="sc__history">
          <summary className="small">{t.history(card.earlierDecisions.length)}</summary>
          {card.earlierDecisions.map((one) => (
            <DecisionText key={one.id} decision={one} board={board} onSeen={() => setSeen({ decision: one, proposed: false })} />
          ))}
        </details>
      )}
      <div className="actbar noprint sc__acts">
        {decide?.possible && (
          <Button small onClick={() => setAsking('decide')}>
            {decision ? t.newDecision : t.decide}
          </Button>
        )}
        {propose?.possible && !decide?.possible && (
          <Button small onClick={() => setAsking('propose')}>
            {t.propose}
          </Button>
        )}
        {may('target:read') && decision?.level !== undefined && (
          <Link className="small" to="/targets" search={{ assessment: board.scorecard.assessmentId }}>
            {t.setTargets}
          </Link>
        )}
      </div>
      {decide && !decide.possible && decide.reason && (
        <p className="small muted">
          <LocalizedText text={decide.reason} />
        </p>
      )}
      {asking && <DecideDialog board={board} card={card} kind={asking} onClose={() => setAsking(null)} />}
      {seen && <SeenThen board={board} decision={seen.decision} proposed={seen.proposed} onClose={() => setSeen(null)} />}
    </>
  );
}

/** A decision or a proposal: level, reason, who and when. */
export function DecisionText({ decision, board, onSeen }: { decision: LevelDecision; board: Board; onSeen?: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { date } = useFormats();
  const name = pick(board.model.scale.find((one) => one.level === decision.level)?.name);
  return (
    <div className="sc__decision">
      <p className="small">
        {decision.level === undefined ? (
          <b>{t.notApplicable}.</b>
        ) : (
          <>
            <Level level={decision.level} /> <b>{t.levelWithName(decision.level, name)}</b>
          </>
        )}{' '}
        {decision.reason}
      </p>
      <p className="small muted sc__by">
        {t.byOn(decision.decidedBy.displayName, date(decision.decidedAt))}{' '}
        {onSeen && (
          <button type="button" className="linkbtn" onClick={onSeen}>
            {t.seenThen}
          </button>
        )}
      </p>
    </div>
  );
}
