// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

/** Words of a criterion's history. */
export const historyTexts = defineTexts(
  {
    title: 'Över tid',
    reading: (text: string) => `Beslutad nivå: ${text}.`,
    assessment: 'Nulägesbild',
    decidedOn: 'Beslutad',
    level: 'Nivå',
    rated: 'Grupperna sade',
    measured: 'Mätt',
    verified: 'Styrkt',
    notApplicable: 'ej tillämpligt',
    otherMeaning: (count: string, one: boolean) =>
      `${count} tidigare ${one ? 'nulägesbild' : 'nulägesbilder'} är inte med, eftersom kriteriet betydde något annat i modellen då.`,
    was: (level: number | string, when: string) => `var ${level} ${when}`,
    noteDefinition:
      'Beslutade nivåer för samma enhet och kriterium, ur nulägesbilder som är fastställda, och vad som var sagt, mätt och styrkt då. Bara kriterier med samma kod och samma huvudversion av modellen jämförs.',
    noteSample:
      'Vad en grupp har sagt vid två tillfällen visas bara när antalet svar skiljer med minst fem. Annars skulle den enas svar kunna räknas fram ur den andras, och då står det ”för få svar för att visas”.',
    noteSource: 'Frysta svar och beslut i varje nulägesbild',
  },
  {
    title: 'Over time',
    reading: (text: string) => `Decided level: ${text}.`,
    assessment: 'Assessment',
    decidedOn: 'Decided',
    level: 'Level',
    rated: 'The groups said',
    measured: 'Measured',
    verified: 'Verified',
    notApplicable: 'not applicable',
    otherMeaning: (count: string, one: boolean) =>
      `${count} earlier ${one ? 'assessment is' : 'assessments are'} left out, since the criterion meant something else in the model then.`,
    was: (level: number | string, when: string) => `was ${level} ${when}`,
    noteDefinition:
      'Levels decided for the same unit and criterion in finished assessments, and what was said, measured and verified then. Only criteria of the same code and the same major version of the model are compared.',
    noteSample:
      'What a group said on two occasions is shown only where the numbers of answers differ by at least five. Otherwise one answer could be had by taking one from the other, and it says "too few answers to be shown".',
    noteSource: 'Frozen answers and decisions of each assessment',
  },
);
