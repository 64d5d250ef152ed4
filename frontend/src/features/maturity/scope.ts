// SPDX-License-Identifier: EUPL-1.2
import type { AssessmentSummary } from '@/api';
import type { Words } from './words';

type Scoped = Pick<AssessmentSummary, 'wholeAuthority' | 'unitName' | 'process'>;

/** What an assessment is about, in words: authority, unit or process. */
export function scopeInWords(one: Scoped, words: Words, pick: (text: Record<string, string> | undefined) => string): string {
  if (one.process) return words.process(pick(one.process.name));
  return one.wholeAuthority ? words.wholeAuthority : pick(one.unitName);
}
