// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { Layout, LayoutInput } from './layout';

type Laid = { input: LayoutInput; layout: Layout };

/** The latest drawings, so that coming back to a map (another tab, another width) shows it at once. */
const latest = new Map<string, Laid>();
const MOST_KEPT = 12;

function keep(wanted: string, laid: Laid): Laid {
  latest.set(wanted, laid);
  const oldest = latest.keys().next().value;
  if (latest.size > MOST_KEPT && oldest !== undefined) latest.delete(oldest);
  return laid;
}

/** The drawing of a graph, made in a worker; the one before stays until the next is ready. */
export function useLayout(input: LayoutInput): Laid | null {
  const wanted = JSON.stringify(input);
  const [laid, setLaid] = useState<Laid | null>(() => latest.get(wanted) ?? null);
  useEffect(() => {
    const known = latest.get(wanted);
    if (known) {
      setLaid(known);
      return;
    }
    const next: LayoutInput = JSON.parse(wanted);
    if (typeof Worker === 'undefined') {
      let current = true;
      import('./layout').then(({ layout }) => current && setLaid(keep(wanted, { input: next, layout: layout(next) })));
      return () => {
        current = false;
      };
    }
    const worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (message: MessageEvent<Layout>) => setLaid(keep(wanted, { input: next, layout: message.data }));
    worker.postMessage(next);
    return () => worker.terminate();
  }, [wanted]);
  return laid;
}
