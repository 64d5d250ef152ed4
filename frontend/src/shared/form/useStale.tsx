// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useRef, useState } from 'react';
import { asProblem } from '@/api/problem';
import { type Difference, StaleAlert } from '../ui/StaleAlert';

type Versioned = { version: number };

type Options<T> = {
  /** The thing as it was read. */
  read: T;
  /** Reads it anew. */
  fetchNow: () => Promise<T>;
  /** What differs between two versions, in words. */
  compare: (before: T, now: T) => readonly Difference[];
};

/** Writing on top of a version that was read, and what to do when somebody else was first. */
export type Stale<T> = {
  /** Does something on the version last seen; when it is no longer the newest, both are shown by {@link alert}. */
  on: <R>(act: (seen: T) => Promise<R>) => Promise<R>;
  /** Both versions side by side, while there are two. */
  alert: (again: () => void, drop: () => void) => ReactNode;
};

/** Keeps track of the version that a form stands on (412 → both versions, and what was typed stays). */
export function useStale<T extends Versioned>({ read, fetchNow, compare }: Options<T>): Stale<T> {
  const seen = useRef(read);
  const [pair, setPair] = useState<{ before: T; now: T } | null>(null);
  return {
    on: async (act) => {
      try {
        return await act(seen.current);
      } catch (thrown) {
        if (asProblem(thrown).isStale) setPair({ before: seen.current, now: await fetchNow() });
        throw thrown;
      }
    },
    alert: (again, drop) =>
      pair && (
        <StaleAlert
          differences={compare(pair.before, pair.now)}
          onKeep={() => {
            seen.current = pair.now;
            setPair(null);
            again();
          }}
          onDrop={() => {
            setPair(null);
            drop();
          }}
        />
      ),
  };
}
