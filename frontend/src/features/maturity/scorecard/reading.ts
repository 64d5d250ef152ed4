// SPDX-License-Identifier: EUPL-1.2
// What a scorecard says in words. Nothing is computed from answers here: levels, agreement and differences come from the API.
import type { AgreementWord, CriterionCard, GroupRating, Nyttogap, RoleGap } from '@/api';
import { capital, type Words } from '../words';
import type { Texts } from './texts';

const HARD: readonly AgreementWord[] = ['delad', 'spridd', 'samlad'];
/** From how many levels a difference is worth a line of its own in the list. */
const WORTH_SAYING = 2;

/** "Ledningen 2 steg över handläggarna"; the group that stands higher is named first. */
export function gapSentence(gap: Pick<RoleGap, 'group' | 'otherGroup' | 'steps'>, words: Words, t: Texts): string {
  const [high, low] = gap.steps >= 0 ? [gap.group, gap.otherGroup] : [gap.otherGroup, gap.group];
  return capital(t.above(words.theGroup(high), words.steps(Math.abs(gap.steps)), words.theGroup(low)));
}

/** The flagged difference between groups with most levels between them; the API has the largest first. */
export function worstGap(card: Pick<CriterionCard, 'roleGaps'>): RoleGap | undefined {
  return card.roleGaps
    .filter((gap) => gap.flagged)
    .reduce<RoleGap | undefined>((worst, gap) => {
      return worst && Math.abs(worst.steps) >= Math.abs(gap.steps) ? worst : gap;
    }, undefined);
}

/** The hardest word of agreement among the groups, and whose it is; `all` only where every group is shown. */
export type Agreement = { word: AgreementWord; who: readonly string[]; all: boolean };

export function leastAgreed(rated: readonly GroupRating[]): Agreement | undefined {
  const answering = rated.filter((rating) => rating.shown !== 'joint');
  const shown = answering.filter((rating) => rating.agreementWord !== undefined);
  const word = HARD.find((hard) => shown.some((rating) => rating.agreementWord === hard));
  if (!word) return undefined;
  const who = shown.filter((rating) => rating.agreementWord === word).map((rating) => rating.group);
  return { word, who, all: who.length === answering.length && who.length > 1 };
}

/** "alla grupper", "tre grupper" or the one it is. */
export function whose(agreement: Agreement, words: Words, t: Texts): string {
  if (agreement.all) return t.allGroups;
  const only = agreement.who[0];
  return agreement.who.length === 1 && only ? words.group(only).toLocaleLowerCase('sv') : t.someGroups(words.number(agreement.who.length));
}

/** One thing to talk about. */
export type Line = { text: string; mood: 'warn' | 'plain' | 'muted' };

/** What is worth talking about in a criterion, most pressing first. */
export function linesToTalkAbout(card: CriterionCard, nyttogap: Nyttogap, words: Words, t: Texts): Line[] {
  const lines: Line[] = [];
  const gap = worstGap(card);
  if (gap && Math.abs(gap.steps) >= WORTH_SAYING) lines.push({ text: gapSentence(gap, words, t), mood: 'warn' });
  const self = selfImages(card, words, t)[0];
  if (self) lines.push({ text: self, mood: 'plain' });
  const pair = nyttogap.pairs.find((one) => one.use === card.criterion && one.gapSteps >= WORTH_SAYING);
  if (pair) lines.push({ text: t.pairGap(words.steps(pair.gapSteps), pair.intake), mood: 'plain' });
  const unsure = card.flags.filter((flag) => flag.flag === 'dont_know' && flag.group).map((flag) => flag.group as string);
  const first = unsure[0];
  if (first) {
    lines.push({
      text: unsure.length === 1 ? t.manyDontKnow(words.theGroup(first)) : t.manyDontKnowGroups(words.number(unsure.length)),
      mood: 'plain',
    });
  }
  if (card.flags.some((flag) => flag.flag === 'expired_evidence')) lines.push({ text: t.expiredEvidence, mood: 'plain' });
  if (card.measured.indicators.length === 0) lines.push({ text: t.notMeasured, mood: 'muted' });
  return lines;
}

/** "Ledningen 2 steg över mätningen", for each group whose picture of itself is far from what is measured, farthest first. */
export function selfImages(card: CriterionCard, words: Words, t: Texts): string[] {
  return card.flags
    .filter((flag) => flag.flag === 'self_image' && flag.group && flag.steps)
    .sort((a, b) => (b.steps ?? 0) - (a.steps ?? 0))
    .map((flag) => {
      const group = flag.group as string;
      const level = card.rated.find((rating) => rating.group === group)?.level ?? 0;
      const say = level > (card.measured.highestLevel ?? Number.POSITIVE_INFINITY) ? t.aboveMeasured : t.belowMeasured;
      return capital(say(words.theGroup(group), words.steps(flag.steps ?? 0)));
    });
}

/** A span of levels: `2` or `1–3`. */
export const span = (low: number, high: number) => (low === high ? String(low) : `${low}–${high}`);

/** Everything a line of marks shows, for those who do not see it. */
export function lineInWords(card: CriterionCard, target: number | undefined, words: Words, t: Texts): string {
  const groups = card.rated.map((rating) => `${words.group(rating.group).toLocaleLowerCase('sv')} ${ratingInWords(rating, words, t)}`);
  const { lowestLevel, highestLevel } = card.measured;
  const measured = lowestLevel === undefined || highestLevel === undefined ? t.notMeasured : t.measuredAt(span(lowestLevel, highestLevel));
  const { decision } = card;
  const decided = !decision ? t.notDecided : decision.level === undefined ? t.notApplicable : t.decidedAt(decision.level);
  const verified = card.verified.level === undefined ? '' : ` ${t.verifiedTo(card.verified.level)}.`;
  return `${capital(groups.join(', '))}. ${measured}.${verified} ${target === undefined ? decided : `${decided}, ${t.targetAt(target)}`}.`;
}

/** A group's level, or why there is none. */
export function ratingInWords(rating: GroupRating, words: Words, t: Texts): string {
  if (rating.shown === 'joint') return rating.level === undefined ? t.notPlaced : t.placedAt(rating.level);
  if (rating.level !== undefined) return String(rating.level);
  return rating.shown === 'not_closed' ? t.notClosed : words.tooFew;
}

/** How many criteria of a perspective are at each level: "1 på nivå 4, 4 på nivå 2, 1 ej beslutad". */
export function levelsInWords(
  counts: readonly { level: number; count: number }[],
  rest: { notApplicable: number; undecided: number },
  t: Texts,
): string {
  const parts = [...counts]
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.level - a.level)
    .map(({ level, count }) => t.countAt(count, level));
  if (rest.notApplicable > 0) parts.push(t.countNotApplicable(rest.notApplicable));
  if (rest.undecided > 0) parts.push(t.countUndecided(rest.undecided));
  return parts.join(', ');
}
