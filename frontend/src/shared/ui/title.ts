// SPDX-License-Identifier: EUPL-1.2
import { useEffect } from 'react';

let page = '';
let prefix = '';

const write = () => {
  document.title = [prefix, page ? `${page} – Målbild` : 'Målbild'].filter(Boolean).join(' ');
};

/** The title of the browser's tab: the page's h1 first. */
export function useTitle(title: string): void {
  useEffect(() => {
    page = title;
    write();
  }, [title]);
}

/** Words before the title while faults are shown (`Fel:`), which is the first thing a screen reader says. */
export function useTitlePrefix(words: string): void {
  useEffect(() => {
    prefix = words;
    write();
    return () => {
      prefix = '';
      write();
    };
  }, [words]);
}
