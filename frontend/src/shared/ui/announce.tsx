// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { useTexts } from '../i18n/texts';
import { Icon } from './Icon';
import { texts } from './texts';

type Toast = { id: number; content: ReactNode };

let spoken = '';
let toast: Toast | null = null;
let count = 0;
const listeners = new Set<() => void>();
const told = () => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says something to those who do not see it happen. At most one message is spoken at a time. */
export function announce(text: string): void {
  spoken = text;
  told();
}

/** Shows and says that something has been done and what happens next. What it says can be seen in the page too, so it goes by itself. */
export function notify(content: ReactNode): void {
  toast = { id: ++count, content };
  told();
}

const QUIET_MS = 5000;
const SHOWN_MS = 12_000;

function hide(): void {
  toast = null;
  told();
}

/** The live region and the latest notice; once in the page. */
export function Announcer() {
  const t = useTexts(texts);
  const text = useSyncExternalStore(subscribe, () => spoken);
  const shown = useSyncExternalStore(subscribe, () => toast);
  const [said, setSaid] = useState('');
  useEffect(() => {
    // Emptied afterwards, so that the same words can be said again.
    setSaid(text);
    const timer = setTimeout(() => {
      if (spoken === text) announce('');
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(hide, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <>
      <div className="vh" role="status" aria-live="polite">
        {said}
      </div>
      <div className="toasts" role="status" aria-live="polite">
        {shown && (
          <div className="toast" key={shown.id}>
            <span>{shown.content}</span>
            <button type="button" className="toast__close" aria-label={t.close} onClick={hide}>
              <Icon name="cross" />
            </button>
          </div>
        )}
      </div>
    </>
  );
}
