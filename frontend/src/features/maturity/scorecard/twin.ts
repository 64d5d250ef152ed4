// SPDX-License-Identifier: EUPL-1.2
import type { Scorecard } from '@/api';
import type { ChartTable } from '@/shared/chart';
import type { TargetMark } from '../queries';
import type { Words } from '../words';
import { leastAgreed, linesToTalkAbout, ratingInWords, span, whose } from './reading';
import type { Texts } from './texts';

type Pick = (text: Record<string, string> | undefined) => string;

/** The scorecard as rows of words and figures: what the drawings show, for a table and a spreadsheet. */
export function scorecardTable(
  scorecard: Scorecard,
  criteria: Scorecard['criteria'],
  targets: ReadonlyMap<string, TargetMark>,
  pick: Pick,
  words: Words,
  t: Texts,
): ChartTable {
  const head = [
    t.criterion,
    ...scorecard.groups.map((group) => pick(group.name)),
    t.agreement,
    t.measured,
    t.verifiedMark,
    t.decided,
    t.target,
    t.talkAbout,
  ];
  const rows = criteria.map((card) => {
    const agreement = leastAgreed(card.rated);
    const { lowestLevel, highestLevel } = card.measured;
    return [
      `${card.criterion} ${pick(card.name)}`,
      ...scorecard.groups.map(({ group }) => {
        const rating = card.rated.find((one) => one.group === group);
        return rating ? ratingInWords(rating, words, t) : t.none;
      }),
      agreement ? `${words.agreement[agreement.word]}, ${whose(agreement, words, t)}` : t.none,
      lowestLevel === undefined || highestLevel === undefined ? t.notMeasured : span(lowestLevel, highestLevel),
      String(card.verified.level ?? t.none),
      card.decision ? (card.decision.level === undefined ? t.notApplicable : String(card.decision.level)) : t.notDecided,
      String(targets.get(card.criterion)?.level ?? t.none),
      linesToTalkAbout(card, scorecard.nyttogap, words, t)
        .filter((line) => line.mood !== 'muted')
        .map((line) => line.text)
        .join('. '),
    ];
  });
  return { head, rows };
}

/** The pairs of the benefit gap as rows. */
export function gapTable(scorecard: Scorecard, pick: Pick, t: Texts): ChartTable {
  const name = (code: string) => `${code} ${pick(scorecard.criteria.find((card) => card.criterion === code)?.name)}`;
  return {
    head: [t.weUse, t.useLevel, t.weTakeIn, t.intakeLevel, t.gap],
    rows: scorecard.nyttogap.pairs.map((pair) => [name(pair.use), pair.useLevel, name(pair.intake), pair.intakeLevel, pair.gapSteps]),
  };
}
