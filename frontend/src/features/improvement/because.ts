// SPDX-License-Identifier: EUPL-1.2
import type { RankedRecommendation } from '@/api';
import type { Same } from '@/shared/i18n/texts';
import type { texts } from './texts';

type Words = (typeof texts)['sv']['because'];

/** Titles as a list in words: `”A”, ”B” och ”C”`. */
export function inWords(parts: readonly string[], and: string): string {
  if (parts.length <= 1) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${and} ${parts.at(-1)}`;
}

/**
 * Why a recommendation stands where it does, as one sentence without its first word: the criteria it lifts, heaviest first, where
 * use lags intake, and what it opens for. Built of the very terms of the rank (SCORING §5).
 */
export function becauseOf(ranked: RankedRecommendation, words: Same<Words>, title: (text: Record<string, string>) => string): string {
  const lifts = ranked.lifts.filter((lift) => lift.value > 0).sort((a, b) => b.value - a.value);
  const said: string[] = [];
  const lifted = lifts.map((lift) => {
    const sentence = words.lift(lift.criterion, Math.min(lift.to, lift.target ?? lift.to));
    return lift.weight === 3 ? `${sentence}, ${words.heaviest}` : sentence;
  });
  if (lifted.length > 0) said.push(inWords(lifted, words.and));
  const lagging = lifts.find((lift) => (lift.pairGap ?? 0) >= 1);
  if (lagging) said.push(words.gap(lagging.criterion, lagging.pairGap ?? 0));
  const opened = [...ranked.unlockTerms]
    .sort((a, b) => b.term - a.term)
    .slice(0, 2)
    .filter((term) => term.term > 0)
    .map((term) => `”${title(term.title)}”`);
  if (opened.length > 0) said.push(words.opens(inWords(opened, words.and)));
  return `${said.join('; ')}.`;
}
