// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';

/** Which rows of a list are chosen. */
export type Chosen = {
  ids: readonly string[];
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  clear: () => void;
};

/** Rows one has chosen; those no longer in the list stay chosen until cleared, for an act may reach them all the same. */
export function useChosen(): Chosen {
  const [ids, setIds] = useState<readonly string[]>([]);
  return {
    ids,
    has: (id) => ids.includes(id),
    toggle: (id) => setIds((old) => (old.includes(id) ? old.filter((each) => each !== id) : [...old, id])),
    clear: () => setIds([]),
  };
}
