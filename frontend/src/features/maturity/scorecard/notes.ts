// SPDX-License-Identifier: EUPL-1.2
// "Så räknas det" of the scorecard's figures.
import type { Nyttogap, Scorecard } from '@/api';
import type { SourceNote } from '@/shared/ui';
import type { Texts } from './texts';

const period = (scorecard: Scorecard) => `${scorecard.periodFrom}–${scorecard.periodTo}`;

export const groupsNote = (t: Texts): SourceNote => ({
  title: t.noteGroups,
  definition: t.noteGroupsDefinition,
  formula: t.noteGroupsFormula,
  sample: t.noteGroupsSample,
  source: t.noteSourceSurvey,
});

export const gapNote = (t: Texts, scorecard: Scorecard): SourceNote => ({
  title: t.kpiGap,
  definition: t.noteGapDefinition,
  formula: t.noteGapFormula,
  sample: t.notePairsSample(scorecard.nyttogap.intakeDecided, scorecard.nyttogap.useDecided),
  period: period(scorecard),
  source: t.noteSourceDecisions,
});

export const roleNote = (t: Texts, scorecard: Scorecard): SourceNote => ({
  title: t.kpiRole,
  definition: t.noteRoleDefinition,
  formula: t.noteRoleFormula,
  sample: t.noteGroupsSample,
  period: period(scorecard),
  source: t.noteSourceSurvey,
});

export const decidedNote = (t: Texts, scorecard: Scorecard): SourceNote => ({
  title: t.kpiDecided,
  definition: t.noteDecidedDefinition,
  sample: t.noteDecidedSample(scorecard.decidedCount, scorecard.criteriaCount),
  period: period(scorecard),
  source: t.noteSourceDecisions,
});

export const measuredGapNote = (
  t: Texts,
  scorecard: Scorecard,
  measured: Nyttogap['measured'],
  number: (value: number, digits?: number) => string,
): SourceNote => ({
  title: t.kpiGap,
  definition: t.noteMeasuredGapDefinition,
  formula: t.noteMeasuredGapFormula,
  ...(measured.count === undefined ? {} : { sample: t.noteSample(number(measured.count, 0)) }),
  period: period(scorecard),
  source: t.noteSourceLog,
});
