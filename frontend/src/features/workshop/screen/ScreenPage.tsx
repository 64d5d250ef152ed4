// SPDX-License-Identifier: EUPL-1.2
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { WorkshopView } from '@/api/gen/types.gen';
import type { ProblemError } from '@/api/problem';
import { LocalizedText, useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { useTitle } from '@/shared/ui/title';
import { call } from '../call';
import { clock, type Live, useLive, useRemaining } from '../live';
import { GroupIcon, groupColour } from '../marks';
import { texts } from '../texts';
import { BoardPicture } from './BoardPicture';
import { Strips } from './Strips';

/** Fetched by the screen alone: the phones, which share its entry, never draw a code. */
const QrCode = lazy(async () => ({ default: (await import('@/shared/QrCode')).QrCode }));

/** The code in two halves, as it is read aloud. */
export const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The picture on the wall: the code in the lobby, the question, how many have answered, and after the reveal who stands where. */
export function ScreenPage({ workshopId }: { workshopId: string }) {
  const t = useTexts(texts);
  const [problem, setProblem] = useState<ProblemError>();
  const { live } = useLive({
    events: `/api/v1/workshops/${workshopId}/events`,
    read: () => call<WorkshopView>('GET', `/workshops/${workshopId}/screen`),
    onRefused: setProblem,
  });
  useTitle(live?.view.name ?? t.title);
  if (problem) {
    return (
      <main className="screen" id="main">
        <h1>{t.title}</h1>
        {problem.status === 401 ? (
          <p>
            {t.notSignedIn} <a href="/login">{t.signIn}</a>
          </p>
        ) : (
          <ProblemAlert problem={problem} />
        )}
      </main>
    );
  }
  if (!live) {
    return (
      <main className="screen" id="main" aria-busy="true">
        <h1 className="vh">{t.title}</h1>
        <p role="status">{t.loading}</p>
      </main>
    );
  }
  return (
    <main className="screen" id="main">
      <Picture live={live} />
    </main>
  );
}

function Picture({ live }: { live: Live }) {
  if (live.view.board) {
    return (
      <>
        <BoardPicture view={live.view} />
        <Foot>
          <Join view={live.view} />
        </Foot>
      </>
    );
  }
  switch (live.view.state) {
    case 'lobby':
      return <Lobby view={live.view} />;
    case 'open':
    case 'closed':
      return <Asking live={live} />;
    case 'revealed':
    case 'discussing':
    case 'decided':
      return <Answered live={live} />;
    default:
      return <Between view={live.view} />;
  }
}

const joinAddress = () => `${location.host}/m`;

/** How to get in. */
function Join({ view, large = false }: { view: WorkshopView; large?: boolean }) {
  const t = useTexts(texts);
  if (!view.code) return null;
  return (
    <div className={large ? 'screen__join screen__join--large' : 'screen__join'}>
      <Suspense fallback={<div className="wsqr" />}>
        <QrCode className="wsqr" border={2} text={`${location.origin}/m#${view.code}`} label={t.qr} />
      </Suspense>
      <div>
        <span className="muted">{view.joinLocked ? t.locked : large ? t.joinAt(joinAddress()) : t.goTo(joinAddress())}</span>
        <b className="screen__code">{spaced(view.code)}</b>
      </div>
    </div>
  );
}

function Lobby({ view }: { view: WorkshopView }) {
  const t = useTexts(texts);
  return (
    <>
      <h1>{view.name}</h1>
      <div className="screen__lobby">
        <Join view={view} large />
        <div className="screen__groups">
          <p className="screen__big" role="status">
            {t.joined(view.progress.joined)}
          </p>
          {view.progress.groups.map((each) => (
            <p key={each.group} className="screen__line">
              <GroupIcon group={each.group} size={32} />
              <LocalizedText text={each.name} />
              <b className="num">{each.joined}</b>
            </p>
          ))}
        </div>
      </div>
      {view.testQuestion && (
        <p className="screen__test">
          <b>
            <LocalizedText text={view.testQuestion.question} />
          </b>{' '}
          <span role="status">{t.tested(view.progress.voted, view.progress.joined)}</span>
        </p>
      )}
      <Foot>
        <span className="muted">{view.sharedGroup ? t.screenShared : t.screenPromise}</span>
      </Foot>
    </>
  );
}

function Foot({ children }: { children: ReactNode }) {
  const t = useTexts(texts);
  const { language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <footer className="screen__foot">
      {children}
      <button type="button" className="linkbtn screen__language" lang={other} onClick={() => setLanguage(other)}>
        {t.otherLanguage}
      </button>
    </footer>
  );
}

function Asking({ live }: { live: Live }) {
  const t = useTexts(texts);
  const left = useRemaining(live);
  const { question, progress, state, round, sharedGroup } = live.view;
  if (!question) return null;
  return (
    <>
      <p className="screen__place muted">
        {t.question(question.position, question.count)}
        {round > 1 && `, ${t.round(round)}`}
      </p>
      <h1>
        <LocalizedText text={question.question} />
      </h1>
      <div className="screen__ask">
        <ol className="plain screen__levels">
          {question.levels.map(({ level, text }) => (
            <li key={level}>
              <span className={`lvl lvl--${level}`}>{level}</span>
              <span>
                <LocalizedText text={text} />
              </span>
            </li>
          ))}
        </ol>
        <aside className="screen__side">
          {state === 'closed' ? (
            <p className="screen__big">{t.closedScreen}</p>
          ) : (
            left !== null && (
              <div>
                <div className="num screen__clock" role="timer">
                  {clock(left)}
                </div>
                <p className="muted">{left === 0 ? t.timeIsOut : live.view.timer.running ? t.leftToAnswer : t.paused}</p>
              </div>
            )
          )}
          <p className="screen__big" role="status">
            {t.answered(progress.voted, progress.joined)}
          </p>
          {progress.groups.map((each) => (
            <div key={each.group} className="screen__bar">
              <p className="screen__line">
                <GroupIcon group={each.group} size={32} />
                <LocalizedText text={each.name} />
                <b className="num">{t.answeredShort(each.voted, each.joined)}</b>
              </p>
              <span className="progress__bar" aria-hidden="true">
                <i style={{ width: `${each.joined ? (100 * each.voted) / each.joined : 0}%`, background: groupColour(each.group) }} />
              </span>
            </div>
          ))}
        </aside>
      </div>
      <Foot>
        <Join view={live.view} />
        <span className="muted screen__promise">{sharedGroup ? t.screenShared : t.screenPromise}</span>
      </Foot>
    </>
  );
}

function Answered({ live }: { live: Live }) {
  const t = useTexts(texts);
  const left = useRemaining(live);
  const { question, result, scale, round, decidedLevel } = live.view;
  if (!question || !result) return null;
  const levels = [...new Set(result.groups.flatMap(({ level }) => (level === undefined ? [] : [level])))].sort();
  const ends = [levels[0], levels.at(-1)].filter((level, at, all) => level !== undefined && all.indexOf(level) === at);
  return (
    <>
      <p className="screen__place muted">
        {t.question(question.position, question.count)}
        {round > 1 && `, ${t.round(round)}`} · <LocalizedText text={question.question} />
      </p>
      <div role="status">
        <h1>
          <LocalizedText text={result.reading} />
        </h1>
      </div>
      <Strips result={result} scale={scale} />
      <div className="screen__quotes">
        {ends.map((level, at) => (
          <div key={level} className={at > 0 ? 'screen__quote screen__quote--upper' : 'screen__quote'}>
            <span className="muted">{t.level(level ?? 0)}</span>
            <br />
            <LocalizedText text={question.levels.find((each) => each.level === level)?.text} />
          </div>
        ))}
      </div>
      <Foot>
        {decidedLevel === undefined ? <span className="muted">{t.speakFirst}</span> : <b>{t.proposed(decidedLevel)}</b>}
        {left !== null && decidedLevel === undefined && (
          <span className="num" role="timer">
            <b>{clock(left)}</b> <span className="muted">{left === 0 ? t.timeIsOut : t.toTalk}</span>
          </span>
        )}
        {live.view.code && <span className="muted">{spaced(live.view.code)}</span>}
      </Foot>
    </>
  );
}

function Between({ view }: { view: WorkshopView }) {
  const t = useTexts(texts);
  const isOver = view.state === 'ended';
  return (
    <>
      <h1>{isOver ? t.ended : t.parked}</h1>
      <p className="screen__big">{isOver ? t.endedWhat : view.question && <LocalizedText text={view.question.name} />}</p>
      <Foot>
        <span className="muted">{view.code ? spaced(view.code) : view.name}</span>
      </Foot>
    </>
  );
}
