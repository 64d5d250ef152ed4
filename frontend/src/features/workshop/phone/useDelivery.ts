// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useEffect, useRef, useState } from 'react';
import { asProblem, type ProblemError } from '@/api/problem';
import { call } from '../call';

const AGAIN_MS = 2000;

/** What is on its way. */
export type Sending<B> = { body: B; tries: number };

type Options<K> = {
  method: 'POST' | 'PUT';
  path: string;
  onKept: (kept: K) => void;
  /** Refused for good: too late (409), or not as it must be (400, 403, 422). Nothing is kept of it. */
  onRefused: (problem: ProblemError) => void;
};

const FOR_GOOD = [400, 403, 409, 422];

/** Sends until it has arrived or is refused for good; a lost net is only a wait. */
export function useDelivery<B, K>(options: Options<K>): { sending: Sending<B> | undefined; deliver: (body: B) => void } {
  const [sending, setSending] = useState<Sending<B>>();
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    if (!sending) return;
    let isGone = false;
    const send = () => {
      const { method, path } = latest.current;
      call<K>(method, path, sending.body).then(
        (kept) => {
          if (isGone) return;
          setSending(undefined);
          latest.current.onKept(kept);
        },
        (thrown: unknown) => {
          if (isGone) return;
          const problem = asProblem(thrown);
          if (FOR_GOOD.includes(problem.status)) {
            setSending(undefined);
            latest.current.onRefused(problem);
          } else setSending({ ...sending, tries: sending.tries + 1 });
        },
      );
    };
    const timer = setTimeout(send, sending.tries === 0 ? 0 : AGAIN_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [sending]);
  return { sending, deliver: useCallback((body: B) => setSending({ body, tries: 0 }), []) };
}
