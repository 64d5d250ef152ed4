// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { WorkshopBoardScreen, WorkshopIdea, WorkshopView } from '@/api/gen/types.gen';
import { useTexts } from '@/shared/i18n/texts';
import { call } from '../call';
import { TopList } from '../TopList';
import { texts } from '../texts';

const AGAIN_MS = 2500;
const KINDS = ['stop', 'start', 'keep'] as const;

/** What the facilitator has let through changes without the workshop's version: only this one screen asks for it, every few seconds. */
function useBoard(view: WorkshopView): WorkshopBoardScreen | undefined {
  const [board, setBoard] = useState<WorkshopBoardScreen>();
  const { id, version } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is read at once
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout>;
    const read = async () => {
      const now = await call<WorkshopBoardScreen>('GET', `/workshops/${id}/board/screen`).catch(() => undefined);
      if (isGone) return;
      if (now) setBoard(now);
      timer = setTimeout(read, AGAIN_MS);
    };
    void read();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [id, version]);
  return board;
}

/** "Stop, start, keep" on the wall: notes let through, headings, and what got most dots once that is shown. */
export function BoardPicture({ view }: { view: WorkshopView }) {
  const t = useTexts(texts);
  const board = useBoard(view);
  const phase = view.board?.phase;
  const ideas = board?.ideas ?? [];
  const themes = view.board?.themes ?? board?.themes ?? [];
  if (phase === 'shown') {
    return (
      <>
        <p className="screen__place muted">{t.board}</p>
        <h1>{t.topTitle}</h1>
        <div className="screen__top">
          <TopList top={view.board?.top ?? []} />
        </div>
      </>
    );
  }
  if (phase === 'vote') {
    return (
      <>
        <p className="screen__place muted">{t.board}</p>
        <h1>{t.dotsTitle}</h1>
        <ul className="plain screen__themes">
          {themes.map(({ id, heading }) => (
            <li key={id}>{heading}</li>
          ))}
        </ul>
        <p className="screen__big" role="status">
          {board && t.placedDots(board.placed, view.progress.joined)}
        </p>
      </>
    );
  }
  const loose = ideas.filter(({ themeId }) => !themeId);
  return (
    <>
      <h1>{t.board}</h1>
      {themes.length > 0 && (
        <ul className="plain screen__board">
          {themes.map(({ id, heading }) => (
            <li key={id}>
              <b>{heading}</b>
              <Notes ideas={ideas.filter(({ themeId }) => themeId === id)} />
            </li>
          ))}
        </ul>
      )}
      <div className="screen__board">
        {KINDS.map((kind) => {
          const these = loose.filter((each) => each.kind === kind);
          return (
            (phase === 'notes' || these.length > 0) && (
              <section key={kind}>
                <b>{t.kinds[kind]}</b>
                {phase === 'notes' && these.length === 0 && <p className="muted">{t.kindsWhat[kind]}</p>}
                <Notes ideas={these} />
              </section>
            )
          );
        })}
      </div>
      {phase === 'notes' && (
        <p role="status" className="muted">
          {board && board.waiting > 0 ? t.ideasWaiting(board.waiting) : t.noIdeas}
        </p>
      )}
    </>
  );
}

function Notes({ ideas }: { ideas: readonly WorkshopIdea[] }) {
  return (
    <ul className="plain screen__notes">
      {ideas.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
    </ul>
  );
}
