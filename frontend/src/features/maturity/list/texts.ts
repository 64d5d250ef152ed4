// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

/** Words of the list of assessments. */
export const texts = defineTexts(
  {
    purpose: 'Nulägesbilder: var en enhet står, enligt grupperna, ärendena och er själva.',
    create: 'Ny nulägesbild',
    models: 'Modeller',
    filter: 'Läge',
    all: 'Alla',
    caption: 'Nulägesbilder, nyast först',
    name: 'Nulägesbild',
    unit: 'Enhet',
    period: 'Period',
    state: 'Läge',
    waits: 'Väntar på',
    waitsFor: {
      planned: 'att enkäten öppnas',
      collecting: 'svar, och att enkäten stängs',
      analysing: 'att nivåerna beslutas',
      decided: 'inget',
    },
    waitsForLevels: (decided: number, all: number) => `nivåer: ${decided} av ${all} är beslutade`,
    waitsForFreeze: 'att nulägesbilden fastställs',
    scorecard: 'Resultat',
    scorecardOf: (name: string) => `Resultat för ${name}`,
    empty: 'Ingen nulägesbild än',
    emptyWhat:
      'En nulägesbild visar hur långt en enhet har kommit i att använda fördelarna med digital ärendehantering. Grupperna svarar på en enkät, ärendena mäts och ni beslutar nivåerna.',
    emptyFiltered: 'Ingen nulägesbild i det läget',
    emptyFilteredWhat: 'Välj ett annat läge eller en annan enhet.',
  },
  {
    purpose: 'Assessments: where a unit stands, according to the groups, the cases and yourselves.',
    create: 'New assessment',
    models: 'Models',
    filter: 'State',
    all: 'All',
    caption: 'Assessments, newest first',
    name: 'Assessment',
    unit: 'Unit',
    period: 'Period',
    state: 'State',
    waits: 'Waits for',
    waitsFor: {
      planned: 'the survey to be opened',
      collecting: 'answers, and the survey to be closed',
      analysing: 'the levels to be decided',
      decided: 'nothing',
    },
    waitsForLevels: (decided: number, all: number) => `levels: ${decided} of ${all} are decided`,
    waitsForFreeze: 'the assessment to be finished',
    scorecard: 'Results',
    scorecardOf: (name: string) => `Results of ${name}`,
    empty: 'No assessment yet',
    emptyWhat:
      'An assessment shows how far a unit has come in using the advantages of digital case handling. The groups answer a survey, the cases are measured and you decide the levels.',
    emptyFiltered: 'No assessment in that state',
    emptyFilteredWhat: 'Choose another state or unit.',
  },
);
