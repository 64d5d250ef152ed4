// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

/** Words of the report's comparison with other authorities. */
export const besideTexts = defineTexts(
  {
    title: 'Jämförelse',
    none: 'Ingen jämförelse finns: myndigheten har inte lämnat något mått. Bara den som själv deltar ser hur andra ligger till.',
    note: 'De andra visas som grupp, i frysta och avrundade tal. Ingen rangordnas.',
    measure: 'Mått',
    we: 'Vi',
    others: 'De andra',
    level: (level: number) => `nivå ${level}`,
    band: (median: string, q1: string, q3: string) => `${median} i mitten, hälften mellan ${q1} och ${q3}`,
    ofLevel: (level: number, share: string) => `nivå ${level}: ${share}`,
    shares: { up_to_tenth: '0–10 %', tenth_to_third: '10–33 %', over_third: 'över 33 %' },
    peers: (count: number) => `${count} andra`,
    quarter: (quarter: number) => `vi: fjärdedel ${quarter} av 4, där 4 är starkast`,
  },
  {
    title: 'Comparison',
    none: 'There is no comparison: the authority has given no measure. Only those who take part see where others stand.',
    note: 'The others are shown as a group, in frozen and rounded figures. Nobody is ranked.',
    measure: 'Measure',
    we: 'We',
    others: 'The others',
    level: (level: number) => `level ${level}`,
    band: (median: string, q1: string, q3: string) => `${median} in the middle, half between ${q1} and ${q3}`,
    ofLevel: (level: number, share: string) => `level ${level}: ${share}`,
    shares: { up_to_tenth: '0–10%', tenth_to_third: '10–33%', over_third: 'over 33%' },
    peers: (count: number) => `${count} others`,
    quarter: (quarter: number) => `we: quarter ${quarter} of 4, where 4 is the strongest`,
  },
);
