// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { RankedRecommendation } from '@/api';
import { becauseOf, inWords } from './because';
import { texts } from './texts';

const lift = (criterion: string, change: Partial<RankedRecommendation['lifts'][number]> = {}) => ({
  criterion,
  name: { sv: criterion },
  from: 2,
  to: 4,
  level: 2,
  target: 4,
  weight: 1,
  steps: 2,
  multiplier: 1,
  value: 2,
  ...change,
});

const ranked = (change: Partial<RankedRecommendation>) => ({ lifts: [], unlockTerms: [], ...change }) as unknown as RankedRecommendation;
const sv = (text: Record<string, string>) => text.sv ?? '';

describe('why a recommendation stands where it does', () => {
  it('names the criterion it lifts and, never beyond it, the target', () => {
    const sentence = becauseOf(ranked({ lifts: [lift('AP4', { to: 5, target: 4 })] }), texts.sv.because, sv);

    expect(sentence).toBe('lyfter AP4 mot nivå 4.');
  });

  it('puts the term that weighs most first and says so when nothing weighs more', () => {
    const sentence = becauseOf(ranked({ lifts: [lift('AP6', { value: 1 }), lift('AP4', { value: 6, weight: 3 })] }), texts.sv.because, sv);

    expect(sentence).toBe('lyfter AP4 mot nivå 4, som har högst vikt och lyfter AP6 mot nivå 4.');
  });

  it('leaves out lifts that give nothing', () => {
    const sentence = becauseOf(ranked({ lifts: [lift('AP4'), lift('KU2', { value: 0, steps: 0 })] }), texts.sv.because, sv);

    expect(sentence).not.toContain('KU2');
  });

  it('tells of the use that lags the intake and of what is opened, the largest first', () => {
    const sentence = becauseOf(
      ranked({
        lifts: [lift('AP3', { pairGap: 2, multiplier: 1.5 })],
        unlockTerms: [
          { code: 'R1', title: { sv: 'Liten' }, value: 1, unmet: 1, term: 0.5 },
          { code: 'R2', title: { sv: 'Stor' }, value: 4, unmet: 1, term: 2 },
        ],
      }),
      texts.sv.because,
      sv,
    );

    expect(sentence).toContain('i AP3 ligger användningen 2 steg efter det digitala inflödet');
    expect(sentence).toContain('öppnar för ”Stor” och ”Liten”');
  });
});

it('writes a list as one says it', () => {
  expect(inWords(['A'], 'och')).toBe('A');
  expect(inWords(['A', 'B', 'C'], 'och')).toBe('A, B och C');
});
