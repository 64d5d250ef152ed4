// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { WorkshopOwnTestVote, WorkshopOwnVote, WorkshopResult } from '@/api/gen/types.gen';
import { type Localized, LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { clock, type Live, useRemaining } from '../live';
import { GroupIcon } from '../marks';
import { texts } from '../texts';
import { BoardStep, type OwnBoard } from './BoardStep';
import { PhoneFrame } from './PhoneFrame';
import { TestStep } from './TestStep';
import { VoteStep } from './VoteStep';

type Props = {
  live: Live;
  group: { code: string; name: Localized };
  own: WorkshopOwnVote | undefined;
  ownTest: WorkshopOwnTestVote | undefined;
  ownBoard: OwnBoard;
  onVoted: (vote: WorkshopOwnVote) => void;
  isLost: boolean;
};

/** Whatever the room is at. */
export function RoomSteps({ live, group, own, ownTest, ownBoard, onVoted, isLost }: Props) {
  const t = useTexts(texts);
  const { view } = live;
  const { question, state, round } = view;
  const key = `${question?.criterion ?? ''}-${round}`;
  // A vote that came too late, said until the next question.
  const [late, setLate] = useState('');
  const place = (
    <>
      {question ? t.question(question.position, question.count) : view.name}
      {round > 1 && `, ${t.round(round)}`}
    </>
  );
  if (state === 'open' && question && late !== key) {
    return (
      <VoteStep
        key={key}
        question={question}
        round={round}
        group={group}
        place={
          <>
            {place}
            <TimeLeft live={live} />
          </>
        }
        own={own?.criterion === question.criterion && own.round === round ? own : undefined}
        onVoted={onVoted}
        onLate={() => setLate(key)}
        isLost={isLost}
      />
    );
  }
  if (state === 'lobby' && view.testQuestion) {
    return <TestStep test={view.testQuestion} place={view.name} own={ownTest} isLost={isLost} />;
  }
  if (view.board) {
    return <BoardStep key={view.board.phase} board={view.board} own={ownBoard} place={view.name} isLost={isLost} />;
  }
  const [title, what] = {
    lobby: [t.lobby, t.lobbyWhat],
    open: [t.questionClosed, t.lateWhat],
    closed: [t.questionClosed, late === key ? t.lateWhat : t.closedWhat],
    revealed: [t.onScreen, ''],
    discussing: [t.onScreen, ''],
    decided: [t.onScreen, view.decidedLevel === undefined ? '' : t.decidedAt(view.decidedLevel)],
    parked: [t.parked, t.parkedWhat],
    ended: [t.ended, t.endedWhat],
  }[state] as [string, string];
  return (
    <PhoneFrame title={title} place={place} page={`${key}-${title}`} isLost={isLost}>
      {what && <p className="ws__lead">{what}</p>}
      {view.result && <Result result={view.result} />}
      {state === 'lobby' && (
        <p className="small muted">{group.code === 'gemensam' ? t.asShared : <Words text={group.name} say={t.as} />}</p>
      )}
    </PhoneFrame>
  );
}

/** A name inside a sentence. */
export function Words({ text, say }: { text: Localized; say: (name: string) => string }) {
  const [before = '', after = ''] = say('\u0000').split('\u0000');
  return (
    <>
      {before}
      <span className="ws__lower">
        <LocalizedText text={text} />
      </span>
      {after}
    </>
  );
}

const WARNING_MS = 20_000;

/** The time left; at 20 seconds, and when it is out, it is said as well. */
function TimeLeft({ live }: { live: Live }) {
  const t = useTexts(texts);
  const left = useRemaining(live);
  const { running } = live.view.timer;
  const isSoon = left !== null && running && left <= WARNING_MS;
  const isOut = left !== null && left === 0;
  const said = isOut ? t.timeIsOut : isSoon ? t.warning : '';
  const [spoken, setSpoken] = useState('');
  useEffect(() => setSpoken(said), [said]);
  if (left === null) return null;
  return (
    <>
      <span className={isSoon ? 'ws__time ws__time--soon' : 'ws__time'} aria-hidden="true">
        {isOut ? t.timeIsOut : t.left(clock(left))}
        {!running && !isOut && ` (${t.paused})`}
      </span>
      <span className="vh" role="status">
        {spoken}
      </span>
    </>
  );
}

/** The result in words, for those who sit far from the screen or listen. */
function Result({ result }: { result: WorkshopResult }) {
  const t = useTexts(texts);
  return (
    <section className="ws__result">
      <p className="ws__reading">
        <LocalizedText text={result.reading} />
      </p>
      <ul className="plain">
        {result.groups.map((each) => (
          <li key={each.group}>
            <GroupIcon group={each.group} size={20} />
            <span>
              <LocalizedText text={each.name} />
            </span>
            <span className="muted">
              {each.level === undefined ? t.tooFew : `${t.level(each.level)}${each.agreementWord ? `, ${t.word[each.agreementWord]}` : ''}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
