// SPDX-License-Identifier: EUPL-1.2
import type { CaseState, CaseWait } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { texts } from './texts';

/** Where a case is, in a word: what it waits for before what state it is in. */
export function StateTag({ state, waits }: { state: CaseState; waits: readonly CaseWait[] }) {
  const t = useTexts(texts);
  const [wait] = waits;
  if (wait) return <Tag mood="warn">{t.waits[wait]}</Tag>;
  const mood = state === 'registered' ? 'info' : state === 'decided' ? 'ok' : undefined;
  return <Tag mood={mood}>{t.states[state]}</Tag>;
}
