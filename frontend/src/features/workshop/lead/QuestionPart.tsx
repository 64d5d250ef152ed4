// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { WorkshopAct, WorkshopDesk, WorkshopResult } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Tag } from '@/shared/ui';
import { clock, type Live, useRemaining } from '../live';
import { GroupIcon, groupColour } from '../marks';
import { DecideDialog, EndDialog, ParkDialog } from './dialogs';
import type { Act } from './LeadPage';
import { texts } from './texts';
import { useSpace } from './useSpace';

type Props = { desk: WorkshopDesk; live: Live; onAct: Act };
type Testing = (shown: boolean) => Promise<void>;
type Asking = 'decide' | 'park' | 'end' | null;

/** The one thing that comes next in each state. */
const NEXT = {
  lobby: 'start',
  open: 'close',
  closed: 'reveal',
  revealed: 'discuss',
  discussing: 'decide',
  decided: 'next',
  parked: 'next',
} as const;

/** The question, how many have answered, the clock, and one button for what comes next. */
export function QuestionPart({ desk, live, onAct, onTest }: Props & { onTest: Testing }) {
  const t = useTexts(texts);
  const [asking, setAsking] = useState<Asking>(null);
  const [busy, setBusy] = useState(false);
  const { state, question, round, result, sharedGroup } = desk.view;
  const may = (act: WorkshopAct) => desk.acts.includes(act);
  const next = state === 'ended' ? undefined : NEXT[state];
  const go = async (act: WorkshopAct) => {
    if (act === 'decide' || act === 'park' || act === 'end') return setAsking(act);
    if (busy) return;
    setBusy(true);
    await onAct({ action: act });
    setBusy(false);
  };
  useSpace(() => {
    if (next && (may(next) || next === 'start')) void go(next);
  });
  return (
    <div className="panel">
      <div className="row row--between">
        <span className="row small">
          {question && (
            <>
              <span className={`pcode p-${question.perspective}`}>{question.criterion}</span>
              <span className="muted">{t.place(question.position, question.count, round)}</span>
            </>
          )}
        </span>
        <Tag mood={state === 'open' ? 'info' : state === 'decided' ? 'ok' : undefined}>{t.state[state]}</Tag>
      </div>
      <h2 id="question" className="facil__question">
        {question ? <LocalizedText text={question.question} /> : state === 'ended' ? t.endedTitle : t.lobbyTitle}
      </h2>
      {state === 'lobby' && <p className="measure">{t.lobbyWhat}</p>}
      {state === 'lobby' && <TestQuestion desk={desk} live={live} onTest={onTest} />}
      {state === 'lobby' && desk.tooFew && !sharedGroup && desk.view.progress.joined > 0 && (
        <div className="facil__warn">
          <p>{t.tooFew}</p>
          {may('share_group') && (
            <Button small onClick={() => void go('share_group')}>
              {t.share}
            </Button>
          )}
        </div>
      )}
      {sharedGroup && <p className="small muted">{t.shared}</p>}
      <Clock desk={desk} live={live} onAct={onAct} />
      {state !== 'ended' && !result && <Answered live={live} isOpen={state !== 'lobby'} />}
      {(state === 'open' || state === 'closed') && <p className="small muted">{t.hidden}</p>}
      {result && <Result result={result} />}
      {state === 'ended' ? (
        <Link to="/workshops/$workshopId/protocol" params={{ workshopId: desk.view.id }} className={buttonClass('primary')}>
          {t.toProtocol}
        </Link>
      ) : (
        <>
          <div className="row facil__acts">
            {next && (may(next) || next === 'start') && (
              <Button look="primary" className="btn--lg" busy={busy} onClick={() => void go(next)}>
                {t.act[next]} <kbd>{t.space}</kbd>
              </Button>
            )}
            {state === 'revealed' && may('decide') && <Button onClick={() => void go('decide')}>{t.act.decide}</Button>}
            {may('revote') && <Button onClick={() => void go('revote')}>{t.revote}</Button>}
            {may('reopen') && <Button onClick={() => void go('reopen')}>{t.reopen}</Button>}
            {may('park') && <Button onClick={() => void go('park')}>{t.park}</Button>}
            {may('end') && (
              <Button look="quiet" onClick={() => void go('end')}>
                {t.end}
              </Button>
            )}
          </div>
          <p className="small muted">
            {t.afterwards[state]} {result && round >= 3 && t.revotesLeft(0)}
          </p>
          {(state === 'decided' || state === 'parked') && <Choose desk={desk} onAct={onAct} />}
        </>
      )}
      {asking === 'decide' && <DecideDialog desk={desk} onAct={onAct} onClose={() => setAsking(null)} />}
      {asking === 'park' && <ParkDialog onAct={onAct} onClose={() => setAsking(null)} />}
      {asking === 'end' && <EndDialog onAct={onAct} onClose={() => setAsking(null)} />}
    </div>
  );
}

/** A question about nothing, so that everybody has tried before it matters. */
function TestQuestion({ desk, live, onTest }: { desk: WorkshopDesk; live: Live; onTest: Testing }) {
  const t = useTexts(texts);
  const test = desk.view.testQuestion;
  const { joined, voted } = live.view.progress;
  return (
    <div className="facil__test">
      {test && (
        <p>
          <b>
            <LocalizedText text={test.question} />
          </b>{' '}
          <span role="status">{t.testIs(voted, joined)}</span> <span className="muted">{t.testWhat}</span>
        </p>
      )}
      <Button small onClick={() => void onTest(!test)}>
        {test ? t.hideTest : t.showTest}
      </Button>
    </div>
  );
}

/** Another question than the one in turn. */
function Choose({ desk, onAct }: { desk: WorkshopDesk; onAct: Act }) {
  const t = useTexts(texts);
  const open = desk.questions.filter(({ outcome }) => outcome !== 'decided');
  if (open.length === 0) return null;
  return (
    <ul className="plain facil__open" aria-label={t.chooseNext}>
      {open.map(({ criterion, perspective, name, outcome }) => (
        <li key={criterion}>
          <Button small onClick={() => void onAct({ action: 'next', criterion })}>
            <span className={`pcode p-${perspective}`}>{criterion}</span> <LocalizedText text={name} />
            {outcome === 'parked' && ` (${t.parkedOutcome.toLowerCase()})`}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Clock({ desk, live, onAct }: Props) {
  const t = useTexts(texts);
  const left = useRemaining(live);
  if (left === null) return null;
  const { running } = live.view.timer;
  return (
    <div className="row facil__clock">
      <div className="timer" role="timer" aria-label={t.timeLeft}>
        {clock(left)}
      </div>
      {left === 0 && <Tag mood="warn">{t.timeIsOut}</Tag>}
      <div className="row">
        <Button small onClick={() => void onAct({ action: running ? 'pause' : 'resume' })}>
          {running ? t.pause : t.resume}
        </Button>
        <Button small onClick={() => void onAct({ action: 'extend' })}>
          {t.extend}
        </Button>
        <Button small onClick={() => void onAct({ action: 'restart' })}>
          {t.restart}
        </Button>
      </div>
      {desk.view.state === 'open' && (
        <label className="check">
          <input
            type="checkbox"
            checked={desk.autoClose}
            onChange={() => void onAct({ action: desk.autoClose ? 'close_by_hand' : 'auto_close' })}
          />
          <span>{t.autoClose}</span>
        </label>
      )}
    </div>
  );
}

/** How many of each group are here, and have answered. */
function Answered({ live, isOpen }: { live: Live; isOpen: boolean }) {
  const t = useTexts(texts);
  const { progress } = live.view;
  return (
    <div className="facil__answered">
      {isOpen && (
        <p>
          <b>{t.answered(progress.voted, progress.joined)}</b>
        </p>
      )}
      {progress.groups.map(({ group, name, joined, voted }) => (
        <div className="dist facil__dist" key={group}>
          <span className="nowrap">
            <GroupIcon group={group} /> <LocalizedText text={name} />
          </span>
          {isOpen ? (
            <span className="progress__bar" aria-hidden="true">
              <i style={{ width: `${joined ? (100 * voted) / joined : 0}%`, background: groupColour(group) }} />
            </span>
          ) : (
            <span />
          )}
          <span className="num nowrap">{isOpen ? `${voted} / ${joined}` : joined}</span>
        </div>
      ))}
    </div>
  );
}

function Result({ result }: { result: WorkshopResult }): ReactNode {
  const t = useTexts(texts);
  return (
    <div className="facil__result">
      <p className="facil__reading">
        <LocalizedText text={result.reading} />
      </p>
      <ul className="plain">
        {result.groups.map(({ group, name, level, agreementWord, dontKnowBand }) => (
          <li key={group}>
            <GroupIcon group={group} /> <LocalizedText text={name} />:{' '}
            {level === undefined ? t.tooFewVotes : t.atLevel(level, agreementWord ? t.word[agreementWord].toLowerCase() : '')}
            {dontKnowBand === 'a_third_or_more' && `, ${t.manyDoNotKnow}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
