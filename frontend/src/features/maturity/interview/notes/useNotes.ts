// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, getInterviewNotes, type InterviewNote, ifMatch, writeInterviewNote } from '@/api';
import { keep, letGo, type Unsent, unsentOf } from './kept';
import { chosen, type Held, nextToSend, type Outcome, type Standing, sent, standing, written } from './sending';

/** A pause in the typing after which it is sent. */
const PAUSE_MS = 700;
/** How often it is tried again while the server is away. */
const AGAIN_MS = 4000;

const byQuestion = (notes: readonly InterviewNote[]): Record<string, Held> =>
  Object.fromEntries(notes.map(({ question, text, version }) => [question, { text, version }]));

async function send(interviewId: string, question: string, { text, base }: Unsent): Promise<Outcome> {
  try {
    const { data } = await writeInterviewNote({ path: { interviewId, question }, body: { text }, headers: ifMatch(base) });
    return { kind: 'held', held: { text: data.text, version: data.version } };
  } catch (thrown) {
    const problem = asProblem(thrown);
    if (problem.isUnreachable || problem.status >= 500 || problem.status === 401) return { kind: 'away' };
    return problem.isStale ? theirs(interviewId, question) : { kind: 'refused', why: problem };
  }
}

async function theirs(interviewId: string, question: string): Promise<Outcome> {
  try {
    const held = byQuestion((await getInterviewNotes({ path: { interviewId } })).data.items)[question];
    return { kind: 'conflict', held: held ?? { text: '', version: 0 } };
  } catch {
    return { kind: 'away' };
  }
}

/**
 * Notes of an interview that outlive a dropped network and a reload: each keystroke is kept on the device at once, sent in turn after a
 * pause, and tried again until the server has it.
 */
export function useNotes(userId: string, interviewId: string, read: readonly InterviewNote[]) {
  const [now, setNow] = useState<Standing>(() => standing(byQuestion(read), unsentOf(userId, interviewId)));
  // The same at once, for what happens between two drawings of the page.
  const latest = useRef(now);
  const busy = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isFull = useRef(false);

  const become = useCallback(
    (next: Standing, question: string) => {
      const note = next.unsent[question];
      if (note) isFull.current = !keep(userId, interviewId, question, note);
      else letGo(userId, interviewId, question);
      latest.current = next;
      setNow(next);
    },
    [userId, interviewId],
  );

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (busy.current) return;
    busy.current = true;
    try {
      for (let next = nextToSend(latest.current); next; next = nextToSend(latest.current)) {
        const [question, what] = next;
        become(sent(latest.current, question, what, await send(interviewId, question, what)), question);
        if (latest.current.away) break;
      }
    } finally {
      busy.current = false;
    }
    if (latest.current.away) timer.current = setTimeout(() => void flush(), AGAIN_MS);
  }, [interviewId, become]);

  useEffect(() => {
    void flush();
    const back = () => void flush();
    addEventListener('online', back);
    addEventListener('pagehide', back);
    return () => {
      removeEventListener('online', back);
      removeEventListener('pagehide', back);
      clearTimeout(timer.current);
      void flush();
    };
  }, [flush]);

  return {
    now,
    /** The device has no room: what is typed lives in the page alone until it is sent. */
    isFull: isFull.current,
    write: (question: string, text: string) => {
      become(written(latest.current, question, text), question);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), PAUSE_MS);
    },
    choose: (question: string, which: 'mine' | 'theirs' | 'both') => {
      become(chosen(latest.current, question, which), question);
      void flush();
    },
    sendNow: () => void flush(),
  };
}
