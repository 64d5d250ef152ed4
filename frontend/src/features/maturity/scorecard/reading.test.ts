// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CriterionCard, GroupRating } from '@/api';
import { words as catalogue } from '../words';
import { card, decision, scorecard } from './example';
import { decidedInWords, gapInWords, roleInWords } from './Figures';
import { gapSentence, leastAgreed, levelsInWords, lineInWords, linesToTalkAbout, whose } from './reading';
import { texts } from './texts';
import { scorecardTable } from './twin';

const [sv, en] = [catalogue.sv, catalogue.en];
const t = texts.sv;
const NO_GAP = scorecard().nyttogap;
const rated = (...agreed: [GroupRating['group'], GroupRating['agreementWord']][]): GroupRating[] =>
  agreed.map(([group, agreementWord]) => ({ group, shown: 'level', level: 2, ...(agreementWord ? { agreementWord } : {}) }));

describe('a difference between groups in words', () => {
  it('names the group that stands higher first, whichever way it is given', () => {
    const gap = { group: 'ledning', otherGroup: 'handlaggare', steps: 2 } as const;

    expect(gapSentence(gap, sv, t)).toBe('Ledningen 2 steg över handläggarna');
    expect(gapSentence({ group: 'handlaggare', otherGroup: 'ledning', steps: -2 }, sv, t)).toBe('Ledningen 2 steg över handläggarna');
    expect(gapSentence({ ...gap, steps: 1 }, en, texts.en)).toBe('Management 1 step above case officers');
  });
});

describe('agreement', () => {
  it('is told by the least agreed group', () => {
    const least = leastAgreed(rated(['ledning', 'samlad'], ['chefer', 'delad'], ['handlaggare', 'spridd']));

    expect(least).toMatchObject({ word: 'delad', who: ['chefer'] });
    expect(least && whose(least, sv, t)).toBe('chefer');
  });

  it('counts the groups where several are alike, and says when all are', () => {
    const three = leastAgreed(rated(['ledning', 'samlad'], ['chefer', 'spridd'], ['handlaggare', 'spridd'], ['administration', 'spridd']));
    expect(three && whose(three, sv, t)).toBe('tre grupper');

    const all = leastAgreed(rated(['ledning', 'samlad'], ['chefer', 'samlad']));
    expect(all && whose(all, sv, t)).toBe('alla grupper');
  });

  it('is not told of groups that may not be shown', () => {
    expect(leastAgreed([{ group: 'ledning', shown: 'too_few' }])).toBeUndefined();
  });
});

describe('what to talk about', () => {
  it('begins with the groups, then the picture of oneself, then the benefit gap', () => {
    const nyttogap = { ...NO_GAP, pairs: [{ use: 'AP4', intake: 'AP1', useLevel: 2, intakeLevel: 4, gapSteps: 2 }] };

    expect(linesToTalkAbout(card(), nyttogap, sv, t)).toEqual([
      { text: 'Ledningen 2 steg över handläggarna', mood: 'warn' },
      { text: 'Ledningen 2 steg över mätningen', mood: 'plain' },
      { text: 'Nyttogap 2 steg mot AP1', mood: 'plain' },
    ]);
  });

  it('takes the flagged gap with most steps, and only flagged ones', () => {
    const gaps: CriterionCard['roleGaps'] = [
      { group: 'ledning', otherGroup: 'chefer', direction: 'higher', steps: 1, magnitude: 'large', flagged: true },
      { group: 'ledning', otherGroup: 'handlaggare', direction: 'higher', steps: 2, magnitude: 'medium', flagged: true },
      { group: 'ledning', otherGroup: 'administration', direction: 'higher', steps: 3, magnitude: 'small', flagged: false },
    ];

    expect(linesToTalkAbout(card({ roleGaps: gaps, flags: [] }), NO_GAP, sv, t)).toEqual([
      { text: 'Ledningen 2 steg över handläggarna', mood: 'warn' },
    ]);
  });

  it('leaves a difference of one step to the open row', () => {
    const gaps: CriterionCard['roleGaps'] = [
      { group: 'ledning', otherGroup: 'chefer', direction: 'higher', steps: 1, magnitude: 'large', flagged: true },
    ];

    expect(linesToTalkAbout(card({ roleGaps: gaps, flags: [] }), NO_GAP, sv, t)).toEqual([]);
  });

  it('says which way a picture of oneself differs from what is measured', () => {
    const below = card({
      roleGaps: [],
      rated: [{ group: 'chefer', shown: 'level', level: 1 }],
      measured: { indicators: card().measured.indicators, lowestLevel: 4, highestLevel: 5 },
      flags: [{ flag: 'self_image', group: 'chefer', steps: 3, text: { sv: 'x' } }],
    });

    expect(linesToTalkAbout(below, NO_GAP, sv, t)[0]?.text).toBe('Cheferna 3 steg under mätningen');
  });

  it('does not call one step of a benefit gap a thing to talk about', () => {
    const nyttogap = { ...NO_GAP, pairs: [{ use: 'AP4', intake: 'AP1', useLevel: 2, intakeLevel: 3, gapSteps: 1 }] };

    expect(linesToTalkAbout(card({ roleGaps: [], flags: [] }), nyttogap, sv, t)).toEqual([]);
  });

  it('says that a criterion is not measured', () => {
    const unmeasured = card({ roleGaps: [], flags: [], measured: { indicators: [] } });

    expect(linesToTalkAbout(unmeasured, NO_GAP, sv, t)).toEqual([{ text: 'Mäts inte', mood: 'muted' }]);
  });
});

describe('the line of levels in words', () => {
  it('says everything that is drawn, and why a mark is missing', () => {
    expect(lineInWords(card({ decision: decision(2) }), 4, sv, t)).toBe(
      'Ledning 4, handläggare 2, administration för få svar för att visas. Mäts till nivå 2. Beslutad nivå 2, mål 4.',
    );
  });

  it('says that a group is placed jointly, and that it has no part in the agreement', () => {
    const rated: GroupRating[] = [
      { group: 'handlaggare', shown: 'level', level: 2, agreementWord: 'spridd' },
      { group: 'arkivet', shown: 'joint', level: 4 },
      { group: 'registratorer', shown: 'joint' },
    ];

    expect(lineInWords(card({ rated }), undefined, sv, t)).toMatch(
      /^Handläggare 2, arkivet 4, gemensam placering, registratorer gemensam placering, inte placerad än\./,
    );
    expect(leastAgreed(rated)).toEqual({ word: 'spridd', who: ['handlaggare'], all: false });
  });

  it('says what is verified, and that evidence has expired', () => {
    const expired: CriterionCard['flags'] = [{ flag: 'expired_evidence', text: { sv: 'Underlag för nivå 3 gällde till 2026-10-01.' } }];

    expect(lineInWords(card({ verified: { level: 3 } }), undefined, sv, t)).toContain('Mäts till nivå 2. Styrkt till nivå 3. Ej beslutad.');
    expect(linesToTalkAbout(card({ flags: expired, roleGaps: [] }), NO_GAP, sv, t)).toEqual([
      { text: 'Underlag har gått ut', mood: 'plain' },
    ]);
  });

  it('says the same words whether nobody or four have answered', () => {
    const hidden = (countBand?: undefined) =>
      lineInWords(card({ rated: [{ group: 'chefer', shown: 'too_few', ...(countBand ?? {}) }] }), undefined, sv, t);

    expect(hidden()).toBe('Chefer för få svar för att visas. Mäts till nivå 2. Ej beslutad.');
  });

  it('says before the survey has closed that answers wait', () => {
    expect(lineInWords(card({ rated: [{ group: 'chefer', shown: 'not_closed' }] }), undefined, sv, t)).toContain(
      'Chefer visas när enkäten har stängt',
    );
  });
});

describe('a perspective', () => {
  it('has a count for each level and no level of its own', () => {
    const counts = [
      { level: 1, count: 0 },
      { level: 2, count: 4 },
      { level: 4, count: 1 },
    ];

    expect(levelsInWords(counts, { notApplicable: 1, undecided: 2 }, t)).toBe('1 på nivå 4, 4 på nivå 2, 1 ej tillämpligt, 2 ej beslutade');
  });
});

describe('the figures on top', () => {
  it('say what is missing for a benefit gap, not a number', () => {
    expect(gapInWords(scorecard(), sv, t)).toBe('För få beslut. Beslutade: 0 av minst 3 om inflöde och 0 av minst 7 om användning.');
  });

  it('say both levels and the pairs that stand apart', () => {
    const pairs = [2, 2, 1].map((gapSteps, at) => ({ use: `X${at}`, intake: 'AP1', useLevel: 2, intakeLevel: 2 + gapSteps, gapSteps }));
    const with_ = scorecard({ nyttogap: { ...NO_GAP, pairs, totalSteps: 1, intakeLevel: 3, useLevel: 2 } });

    expect(gapInWords(with_, sv, t)).toBe(
      'Vi tar in digitalt på nivå 3 och använder det på nivå 2. Två steg eller mer skiljer i två av tre par.',
    );
  });

  it('say that differences wait for the survey', () => {
    expect(roleInWords(scorecard({ ratedStatus: 'open' }), sv, t)).toBe('Visas när enkäten har stängt.');
  });

  it('name the criteria that wait, as long as they are few', () => {
    const many = [decision(2), undefined, undefined].map((one, at) =>
      card({ criterion: `AP${at + 1}`, ...(one ? { decision: one } : {}) }),
    );

    expect(decidedInWords(scorecard({ criteria: many }), sv, t)).toBe('AP2, AP3 väntar på beslut.');
  });
});

describe('the table twin', () => {
  it('has a column for each group and never a level of what is hidden', () => {
    const { head, rows } = scorecardTable(
      scorecard(),
      [card()],
      new Map([['AP4', { level: 4, dueDate: '2027-06-30' }]]),
      (text) => text?.sv ?? '',
      sv,
      t,
    );

    expect(head).toEqual([
      'Kriterium',
      'Ledning',
      'Handläggare',
      'Administration',
      'Samsyn',
      'Mätt',
      'Styrkt',
      'Beslutad',
      'Mål',
      'Att prata om',
    ]);
    expect(rows[0]).toEqual([
      'AP4 Kompletta ärenden från start',
      '4',
      '2',
      'för få svar för att visas',
      'Spridd, handläggare',
      '2',
      '–',
      'Ej beslutad',
      '4',
      'Ledningen 2 steg över handläggarna. Ledningen 2 steg över mätningen',
    ]);
  });
});
