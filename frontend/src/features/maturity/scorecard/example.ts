// SPDX-License-Identifier: EUPL-1.2
// A criterion, a scorecard and a model for tests of what is read out of them.
import type { Assessment, CriterionCard, MaturityModel, Scorecard } from '@/api';

/** AP4 as in an authority with 9 in management, 31 managers and 148 case officers. */
export const card = (over: Partial<CriterionCard> = {}): CriterionCard => ({
  criterion: 'AP4',
  perspective: 'AP',
  aspect: 'structure',
  dimension: 'use',
  name: { sv: 'Kompletta ärenden från start', en: 'Complete cases from the start' },
  rated: [
    { group: 'ledning', shown: 'level', countBand: 'from_5_to_9', level: 4, agreementWord: 'samlad', dontKnowBand: 'up_to_10' },
    {
      group: 'handlaggare',
      shown: 'distribution',
      countBand: 'from_10',
      count: 148,
      level: 2,
      agreementWord: 'spridd',
      agreement: 0.5,
      distribution: [
        { level: 1, count: 38 },
        { level: 2, count: 62 },
        { level: 3, count: 35 },
        { level: 4, count: 11 },
        { level: 5, count: 2 },
      ],
      intervalLow: 2,
      intervalHigh: 2,
      dontKnowBand: 'from_10_to_33',
    },
    { group: 'administration', shown: 'too_few' },
  ],
  roleGaps: [{ group: 'ledning', otherGroup: 'handlaggare', direction: 'higher', steps: 2, magnitude: 'large', flagged: true }],
  measured: {
    indicators: [{ indicator: 'I08', name: { sv: 'Andel kompletta vid ansökan' }, unit: 'share', value: 0.38, count: 412, level: 2 }],
    lowestLevel: 2,
    highestLevel: 2,
  },
  verified: { reason: { sv: 'Inget underlag är lämnat.' } },
  proposals: [],
  earlierDecisions: [],
  flags: [
    {
      flag: 'role_gap',
      group: 'ledning',
      otherGroup: 'handlaggare',
      steps: 2,
      text: { sv: 'Ledningen placerar sig 2 steg högre än handläggarna.' },
    },
    { flag: 'self_image', group: 'ledning', steps: 2, text: { sv: 'Ledningen ligger 2 steg över mätningen.' } },
  ],
  ...over,
});

/** A decided level. */
export const decision = (level: number): NonNullable<CriterionCard['decision']> => ({
  id: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b18',
  criterion: 'AP4',
  level,
  notApplicable: false,
  reason: 'Checklistor finns, men kontrollen görs för hand.',
  decidedBy: { id: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b19', displayName: 'Maria Exempel' },
  decidedAt: '2026-10-06T09:00:00Z',
});

/** A scorecard of one criterion, after the survey. */
export const scorecard = (over: Partial<Scorecard> = {}): Scorecard => ({
  assessmentId: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11',
  name: 'Hösten 2026',
  unitId: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b12',
  unitName: { sv: 'Vattenenheten' },
  periodFrom: '2025-10-01',
  periodTo: '2026-09-30',
  state: 'deciding',
  model: { id: 'digital-arendehantering', version: '1.0.0', title: { sv: 'Digital ärendehantering' } },
  ratedStatus: 'closed',
  closedAt: '2026-10-01T10:00:00Z',
  groups: [
    { group: 'ledning', name: { sv: 'Ledning' }, invited: 9, answered: 9 },
    { group: 'handlaggare', name: { sv: 'Handläggare' }, invited: 207, answered: 148 },
    { group: 'administration', name: { sv: 'Administration' }, invited: 24 },
  ],
  units: [],
  measured: { frozen: true, measuredAt: '2026-10-01T10:00:00Z' },
  perspectives: [
    { perspective: 'AP', name: { sv: 'Arbetssätt & processer' }, counts: [{ level: 2, count: 0 }], notApplicable: 0, undecided: 1 },
  ],
  criteria: [card()],
  nyttogap: { pairs: [], intakeDecided: 0, useDecided: 0, intakeNeeded: 3, useNeeded: 7, measured: {} },
  criteriaCount: 28,
  decidedCount: 0,
  cutsStatus: 'provisional',
  version: 3,
  ...over,
});

/** The model's words about that criterion. */
export const model: MaturityModel = {
  id: 'digital-arendehantering',
  version: '1.0.0',
  title: { sv: 'Digital ärendehantering' },
  purpose: { sv: '' },
  locales: ['sv', 'en'],
  scale: ['Enstaka', 'Påbörjad', 'Etablerad', 'Styrd', 'Lärande'].map((name, at) => ({
    level: at + 1,
    name: { sv: name },
    meaning: { sv: '' },
  })),
  dontKnow: { sv: 'Vet inte' },
  perspectives: [],
  criteria: [
    {
      code: 'AP4',
      perspective: 'AP',
      aspect: 'structure',
      dimension: 'use',
      name: { sv: 'Kompletta ärenden från start' },
      question: { sv: 'Hur får vi in rätt uppgifter?' },
      levels: [1, 2, 3, 4, 5].map((level) => ({ level, text: { sv: `Mening ${level}` } })),
      indicators: ['I08'],
      interviewPrompts: [],
      evidenceExamples: [],
    },
  ],
  indicators: [],
  cutsStatus: 'provisional',
  contentHash: '5e88',
};

/** What one who may decide can do. */
export const decider: Assessment['acts'] = [{ act: 'decide_level', possible: true }];
