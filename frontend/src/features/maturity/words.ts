// SPDX-License-Identifier: EUPL-1.2
import type { AssessmentState } from '@/api';
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

/** The groups that every authority has, in the order they always stand, ◆▲●■. */
export const FIXED_GROUPS = ['ledning', 'chefer', 'handlaggare', 'administration'] as const;

type ByGroup = Readonly<Record<string, string>>;
const SV_GROUP: ByGroup = { ledning: 'Ledning', chefer: 'Chefer', handlaggare: 'Handläggare', administration: 'Administration' };
const SV_THE: ByGroup = { ledning: 'ledningen', chefer: 'cheferna', handlaggare: 'handläggarna', administration: 'administrationen' };
const EN_GROUP: ByGroup = { ledning: 'Management', chefer: 'Managers', handlaggare: 'Case officers', administration: 'Administration' };
const EN_THE: ByGroup = { ledning: 'management', chefer: 'managers', handlaggare: 'case officers', administration: 'administration' };

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
    group: (code: string): string => SV_GROUP[code] ?? code,
    theGroup: (code: string): string => SV_THE[code] ?? `gruppen ${code}`,
    theGroupNamed: (code: string, name: string | undefined): string => SV_THE[code] ?? `gruppen ${name ?? code}`,
    agreement: { samlad: 'Samlad', spridd: 'Spridd', delad: 'Delad' },
    number: (value: number): string => SV_NUMBERS[value] ?? String(value),
    steps: (count: number): string => `${count} steg`,
    tooFew: 'för få svar för att visas',
    wholeAuthority: 'Hela myndigheten',
    process: (name: string): string => `Processen ${name}`,
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
    group: (code: string): string => EN_GROUP[code] ?? code,
    theGroup: (code: string): string => EN_THE[code] ?? `the group ${code}`,
    theGroupNamed: (code: string, name: string | undefined): string => EN_THE[code] ?? `the group ${name ?? code}`,
    agreement: { samlad: 'Agreed', spridd: 'Spread', delad: 'Divided' },
    number: (value: number): string => EN_NUMBERS[value] ?? String(value),
    steps: (count: number): string => (Math.abs(count) === 1 ? `${count} step` : `${count} steps`),
    tooFew: 'too few answers to be shown',
    wholeAuthority: 'The whole authority',
    process: (name: string): string => `The process ${name}`,
  },
);

/** The words of one language. */
export type Words = (typeof words)['sv'];
