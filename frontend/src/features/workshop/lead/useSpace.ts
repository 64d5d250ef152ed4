// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useRef } from 'react';
import { shortcutsOn } from '@/shared/hooks/useShortcut';

/** Does the next thing at the space bar, except where the space bar already does something: in a field, on a button, in a dialog. */
export function useSpace(act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      const isTaken = target instanceof HTMLElement && target.closest('input, textarea, select, button, a, summary, [contenteditable]');
      if (!shortcutsOn() || isTaken || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
