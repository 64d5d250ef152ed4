// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef, useState } from 'react';
import type { Upload } from '@/api';
import { begin, forget, sendRest, titleFrom } from './send';

/** A file on its way: how far it has come and what it will be called. */
export type Sending = {
  key: number;
  file: File;
  title: string;
  sent: number;
  state: 'sending' | 'paused' | 'failed' | 'ready';
  upload?: Upload;
  problem?: unknown;
};

let count = 0;

/** Files on their way in, each sent by itself and resumable; leaving the page stops them. */
export function useSending() {
  const [all, setAll] = useState<Sending[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  const change = (key: number, part: Partial<Sending>) =>
    setAll((old) => old.map((each) => (each.key === key ? { ...each, ...part } : each)));

  async function run(key: number, file: File, begun: Upload | undefined) {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { state: 'sending', problem: undefined });
    try {
      const upload = begun ?? (await begin(file));
      change(key, { upload });
      const done = await sendRest(upload, file, (sent) => change(key, { sent }), stop.signal);
      change(key, { state: 'ready', upload: done });
    } catch (thrown) {
      const isPaused = thrown instanceof DOMException && thrown.name === 'AbortError';
      change(key, isPaused ? { state: 'paused' } : { state: 'failed', problem: thrown });
    } finally {
      stops.current.delete(key);
    }
  }

  return {
    all,
    /** What has been begun, as it is told to the service. */
    uploadIds: all.flatMap(({ upload }) => (upload ? [upload.id] : [])),
    isUnderWay: all.some(({ state }) => state !== 'ready'),
    add: (files: Iterable<File>) => {
      const fresh = [...files].map((file): Sending => ({ key: ++count, file, title: titleFrom(file.name), sent: 0, state: 'sending' }));
      setAll((old) => [...old, ...fresh]);
      for (const each of fresh) void run(each.key, each.file, undefined);
    },
    rename: (key: number, title: string) => change(key, { title }),
    pause: (key: number) => stops.current.get(key)?.abort(),
    resume: ({ key, file, upload }: Sending) => void run(key, file, upload),
    remove: ({ key, upload }: Sending) => {
      stops.current.get(key)?.abort();
      setAll((old) => old.filter((each) => each.key !== key));
      if (upload) void forget(upload);
    },
    /** It is a record now. */
    settled: (key: number) => setAll((old) => old.filter((each) => each.key !== key)),
    fail: (key: number, problem: unknown) => change(key, { problem }),
  };
}
