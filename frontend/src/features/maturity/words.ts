// SPDX-License-Identifier: EUPL-1.2
import type { AssessmentState, RespondentGroup } from '@/api';
import { defineTexts } from '@/shared/i18n/texts';

/** States of an assessment, in the order of its life. */
export const ASSESSMENT_STATES = [
  'planned',
  'collecting',
  'analysing',
  'deciding',
  'decided',
] as const satisfies readonly AssessmentState[];

/** Ways to see a scorecard; absent = all criteria. */
export const VIEWS = ['structure', 'culture', 'nyttogap'] as const;

/** The groups in the order they always stand, ◆▲●■. */
export const GROUPS = ['ledning', 'chefer', 'handlaggare', 'administration'] as const satisfies readonly RespondentGroup[];

const SV_NUMBERS = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'] as const;
const EN_NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;

/** The first letter large. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);

/** Words that several pages of the feature use. */
export const words = defineTexts(
  {
    maturity: 'Mognad',
    assessment: 'Nulägesbild',
    state: {
      planned: 'Planerad',
      collecting: 'Enkät pågår',
      analysing: 'Resultat finns',
      deciding: 'Nivåer beslutas',
      decided: 'Beslutad',
    },
    group: { ledning: 'Ledning', chefer: 'Chefer', handlaggare: 'Handläggare', administration: 'Administration' },
    theGroup: { ledning: 'ledningen', chefer: 'cheferna', handlaggare: 'handläggarna', administration: 'administrationen' },
    agreement: { samlad: 'Samlad', spridd: 'Spridd', delad: 'Delad' },
    number: (value: number): string => SV_NUMBERS[value] ?? String(value),
    steps: (count: number): string => `${count} steg`,
    tooFew: 'för få svar för att visas',
    wholeAuthority: 'Hela myndigheten',
  },
  {
    maturity: 'Maturity',
    assessment: 'Assessment',
    state: {
      planned: 'Planned',
      collecting: 'Survey open',
      analysing: 'Results are in',
      deciding: 'Levels being decided',
      decided: 'Decided',
    },
    group: { ledning: 'Management', chefer: 'Managers', handlaggare: 'Case officers', administration: 'Administration' },
    theGroup: { ledning: 'management', chefer: 'managers', handlaggare: 'case officers', administration: 'administration' },
    agreement: { samlad: 'Agreed', spridd: 'Spread', delad: 'Divided' },
    number: (value: number): string => EN_NUMBERS[value] ?? String(value),
    steps: (count: number): string => (Math.abs(count) === 1 ? `${count} step` : `${count} steps`),
    tooFew: 'too few answers to be shown',
    wholeAuthority: 'The whole authority',
  },
);

/** The words of one language. */
export type Words = (typeof words)['sv'];
