// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Friction } from '@/api';
import { definitions } from './definitions';
import { durationsFor } from './durations';
import { everyNth, sentenceOf } from './sentences';

const DAY = 86_400;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

const friction = (kind: string, more: Partial<Friction> = {}): Friction => ({
  rank: 1,
  kind,
  definition: kind,
  shareOfLeadTime: 0.38,
  cases: 257,
  repeatedCases: 71,
  n: 412,
  totalSeconds: 1030 * DAY,
  medianSeconds: 29 * DAY,
  p90Seconds: 71 * DAY,
  leadTimeWithSeconds: 120 * DAY,
  leadTimeWithoutSeconds: 79 * DAY,
  filter: {},
  ...more,
});

const contract = readFileSync(resolve(import.meta.dirname, '../../../../../api-spec/schemas/friction.yaml'), 'utf8');

/** The words of an open enum of the contract, by one of them. */
function enumHolding(word: string): string[] {
  const list = [...contract.matchAll(/x-extensible-enum: \[([^\]]*)\]/g)].map((match) =>
    (match[1] ?? '').split(',').map((one) => one.trim()),
  );
  return list.find((words) => words.includes(word)) ?? [];
}

describe('a friction in plain words', () => {
  it('says the share, the cases, how many of them more than once, and what the others are spared', () => {
    const { lead, body } = sentenceOf(friction('waiting_applicant'), 'sv');

    expect(plain(lead)).toBe('Vänta på sökanden tar 38 % av ledtiden.');
    expect(plain(body)).toBe(
      '257 av 412 ärenden väntar på sökanden, 71 av dem mer än en gång. Väntan är 29 dygn i median, och för vart tionde ärende mer än 71 dygn. Övriga ärenden blir klara 41 dygn tidigare.',
    );
  });

  it('says the same in English', () => {
    const { lead, body } = sentenceOf(friction('waiting_applicant'), 'en');

    expect(lead).toBe('Waiting for the applicant takes 38% of the lead time.');
    expect(body).toContain('257 of 412 cases wait for the applicant, 71 of them more than once.');
    expect(body).toContain('The other cases are done 41 days sooner.');
  });

  it('claims no gain for the others where they are not faster, and nothing of repeats where there are none', () => {
    const { body } = sentenceOf(friction('rework', { leadTimeWithSeconds: 10, leadTimeWithoutSeconds: 20, repeatedCases: 0 }), 'sv');

    expect(body).not.toContain('tidigare');
    expect(body).not.toContain('av dem');
  });

  it('says a share as every nth case only where that is near enough', () => {
    expect(everyNth(66 / 412, 'sv')).toBe('Vart sjätte ärende');
    expect(everyNth(0.5, 'sv')).toBe('Vartannat ärende');
    expect(everyNth(1, 'en')).toBe('Every case');
    expect(plain(everyNth(0.97, 'sv'))).toBe('97 % av ärendena');
    expect(plain(everyNth(0.4, 'sv'))).toBe('40 % av ärendena');
    expect(everyNth(0.063, 'en')).toBe('6% of the cases');
    expect(plain(everyNth(0, 'sv'))).toBe('0 % av ärendena');
  });

  it('has a sentence of its own in both languages for every kind of the contract', () => {
    const kinds = enumHolding('waiting_applicant');
    const unknown = { sv: sentenceOf(friction('something_new'), 'sv').lead, en: sentenceOf(friction('something_new'), 'en').lead };

    expect(kinds.length).toBeGreaterThanOrEqual(10);
    for (const kind of kinds) {
      for (const language of ['sv', 'en'] as const) {
        const said = sentenceOf(friction(kind, { edge: { from: 'A', to: 'B' } }), language);
        expect(said.lead, kind).not.toBe(unknown[language]);
        expect(`${said.lead} ${said.body}`, kind).not.toMatch(/undefined|NaN/);
      }
    }
  });

  it('is defined for every kind of friction and every measure of the contract', () => {
    for (const key of [...enumHolding('waiting_applicant'), ...enumHolding('complete_at_submission')]) {
      expect(Object.keys(definitions.sv), key).toContain(key);
      expect(Object.keys(definitions.en), key).toContain(key);
    }
  });
});

describe('durations in one unit', () => {
  const { words, short } = durationsFor('sv');

  it('go by seconds, minutes, hours and days from two of each on', () => {
    expect([0, 31, 119, 120, 7199, 7200, 2 * DAY - 1, 2 * DAY, 411 * DAY].map(words)).toEqual([
      '0 sekunder',
      '31 sekunder',
      '119 sekunder',
      '2 minuter',
      '120 minuter',
      '2 timmar',
      '48 timmar',
      '2 dygn',
      '411 dygn',
    ]);
  });

  it('have one decimal below ten, with the comma of the language', () => {
    expect(words(2.5 * DAY)).toBe('2,5 dygn');
    expect(durationsFor('en').words(2.5 * DAY)).toBe('2.5 days');
    expect(short(11.4 * DAY)).toBe('11 dgr');
    expect(plain(short(3_923_234 * DAY))).toBe('3 923 234 dgr');
  });
});
