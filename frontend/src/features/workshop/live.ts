// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import type { WorkshopProgress, WorkshopTimer, WorkshopView } from '@/api/gen/types.gen';
import { asProblem, type ProblemError } from '@/api/problem';
import { readStream, type StreamEvent } from './stream';

/** What is known of a workshop now, and when its clock was told (by a clock that only goes forward). */
export type Live = { view: WorkshopView; timerAt: number };

/** A stream that ends is opened again at once, by each phone at a moment of its own; a lost net is tried every few seconds. */
const AGAIN_MS = 300;
const LOST_MS = 2000;
const SLOW_MS = 5000;

/** The state after an event. What is older than what is known changes nothing. */
export function withEvent(live: Live | undefined, event: StreamEvent, now: number): Live | undefined {
  if (event.name === 'state' || event.name === 'reveal' || event.name === 'ended') {
    return newer(live, JSON.parse(event.data) as WorkshopView, now);
  }
  if (!live || Number(event.id) < live.view.version) return live;
  if (event.name === 'progress') return { ...live, view: { ...live.view, progress: JSON.parse(event.data) as WorkshopProgress } };
  if (event.name === 'timer') {
    const timer = JSON.parse(event.data) as WorkshopTimer;
    return { view: { ...live.view, timer, version: Number(event.id) }, timerAt: now };
  }
  return live;
}

/** The newer of what is known and what is told. */
export function newer(live: Live | undefined, view: WorkshopView, now: number): Live {
  return live && live.view.version > view.version ? live : { view, timerAt: now };
}

type Options = {
  /** Address of the stream. */
  events: string;
  /** Reads the state; also used every few seconds while no stream can be had. */
  read: () => Promise<WorkshopView>;
  /** One may not, or no longer: 401, 403, 404. */
  onRefused: (problem: ProblemError) => void;
  /** Something has happened that is more than a number. */
  onNews?: () => void;
};

/** Follows a workshop for as long as the page is open, through sleep, lost nets and restarts of the service. */
export function useLive(options: Options | null): { live: Live | undefined; isLost: boolean } {
  const [live, setLive] = useState<Live>();
  const [isLost, setLost] = useState(false);
  const latest = useRef(options);
  latest.current = options;
  const address = options?.events;
  useEffect(() => {
    if (!address) return;
    const stop = new AbortController();
    void follow(address, latest, setLive, setLost, stop.signal);
    return () => stop.abort();
  }, [address]);
  return { live, isLost };
}

type Set<T> = (change: (old: T | undefined) => T | undefined) => void;

async function follow(
  address: string,
  latest: { current: Options | null },
  setLive: Set<Live>,
  setLost: (isLost: boolean) => void,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      const view = await latest.current?.read();
      if (view) setLive((old) => newer(old, view, performance.now()));
      setLost(false);
      await readStream(
        address,
        (event) => {
          failures = 0;
          setLive((old) => withEvent(old, event, performance.now()));
          if (event.name && event.name !== 'progress') latest.current?.onNews?.();
        },
        signal,
      );
    } catch (thrown) {
      if (signal.aborted) return;
      const problem = asProblem(thrown);
      if ([401, 403, 404].includes(problem.status)) return latest.current?.onRefused(problem);
      failures++;
      setLost(true);
    }
    await pause(failures === 0 ? AGAIN_MS : failures < 4 ? LOST_MS : SLOW_MS, signal);
  }
}

/** Waits so long and a little more, unless the page comes back into sight or the net comes back. */
function pause(millis: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      document.removeEventListener('visibilitychange', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, millis * (1 + Math.random()));
    addEventListener('online', done);
    document.addEventListener('visibilitychange', done);
    signal.addEventListener('abort', done);
  });
}

const TICK_MS = 250;

/** What is left on the clock, in milliseconds; null where there is no clock. */
export function useRemaining(live: Live | undefined): number | null {
  const [now, setNow] = useState(() => performance.now());
  const isRunning = live?.view.timer.running ?? false;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => setNow(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (!live || live.view.timer.totalMs === 0) return null;
  const { remainingMs, running } = live.view.timer;
  return running ? Math.max(0, remainingMs - Math.max(0, Math.max(now, live.timerAt) - live.timerAt)) : remainingMs;
}

/** `1.24`, rounded up, so that it says 0.00 only when the time is out. */
export function clock(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  return `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}`;
}
