// SPDX-License-Identifier: EUPL-1.2
import type { Scorecard } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Kpi, Kpis, Source } from '@/shared/ui';
import { useWords } from '../groups';
import { capital, type Words } from '../words';
import { decidedNote, gapNote, roleNote } from './notes';
import { gapSentence } from './reading';
import { type Texts, texts } from './texts';

/** The three figures a director repeats, each with its sentence. */
export function Figures({ scorecard }: { scorecard: Scorecard }) {
  const t = useTexts(texts);
  const words = useWords();
  const { nyttogap, largestRoleGap } = scorecard;
  const unit = (steps: number) => words.steps(steps).replace(/^\S+ /, '');
  return (
    <Kpis>
      <Kpi
        label={t.kpiGap}
        value={nyttogap.totalSteps ?? t.none}
        {...(nyttogap.totalSteps === undefined ? {} : { unit: unit(nyttogap.totalSteps) })}
        direction={gapInWords(scorecard, words, t)}
        source={<Source note={gapNote(t, scorecard)} />}
      />
      <Kpi
        label={t.kpiRole}
        value={largestRoleGap ? Math.abs(largestRoleGap.gap.steps) : t.none}
        {...(largestRoleGap ? { unit: unit(Math.abs(largestRoleGap.gap.steps)) } : {})}
        direction={roleInWords(scorecard, words, t)}
        source={<Source note={roleNote(t, scorecard)} />}
      />
      <Kpi
        label={t.kpiDecided}
        value={scorecard.decidedCount}
        unit={t.ofAll(scorecard.criteriaCount)}
        direction={decidedInWords(scorecard, words, t)}
        source={<Source note={decidedNote(t, scorecard)} />}
      />
    </Kpis>
  );
}

const CLEAR_STEPS = 2;

/** What the benefit gap says, or what is missing for it. */
export function gapInWords({ nyttogap }: Scorecard, words: Words, t: Texts): string {
  if (nyttogap.totalSteps === undefined || nyttogap.intakeLevel === undefined || nyttogap.useLevel === undefined) {
    return t.kpiGapMissing(nyttogap.intakeDecided, nyttogap.intakeNeeded, nyttogap.useDecided, nyttogap.useNeeded);
  }
  const wide = nyttogap.pairs.filter((pair) => pair.gapSteps >= CLEAR_STEPS).length;
  const sentence = t.kpiGapWhat(nyttogap.intakeLevel, nyttogap.useLevel);
  return wide === 0 ? sentence : `${sentence} ${t.kpiGapPairs(words.number(wide), words.number(nyttogap.pairs.length))}`;
}

/** Where the groups differ most, and in how many criteria they clearly do. */
export function roleInWords(scorecard: Scorecard, words: Words, t: Texts): string {
  const { largestRoleGap: largest } = scorecard;
  if (scorecard.ratedStatus !== 'closed') return t.kpiRoleOpen;
  if (!largest) return t.kpiRoleNone;
  const more = largest.criteriaWithGap === 1 ? t.kpiRoleOne : t.kpiRoleMore(words.number(largest.criteriaWithGap));
  return `${t.kpiRoleWhat(gapSentence(largest.gap, words, t), largest.criterion)} ${more}`;
}

const NAMED_AT_MOST = 3;

/** What waits for a decision, and how much is not measured. */
export function decidedInWords(scorecard: Scorecard, words: Words, t: Texts): string {
  const waiting = scorecard.criteria.filter((card) => !card.decision).map((card) => card.criterion);
  const unmeasured = scorecard.criteria.filter((card) => card.measured.indicators.length === 0).length;
  const rest = unmeasured > 0 ? ` ${capital(t.kpiNotMeasured(words.number(unmeasured)))}` : '';
  if (waiting.length === scorecard.criteria.length) return t.kpiDecidedNone;
  if (waiting.length === 0) return t.kpiDecidedAll + rest;
  const named =
    waiting.length <= NAMED_AT_MOST ? t.kpiDecidedWait(waiting.join(', ')) : t.kpiDecidedWaitMany(capital(words.number(waiting.length)));
  return named + rest;
}
