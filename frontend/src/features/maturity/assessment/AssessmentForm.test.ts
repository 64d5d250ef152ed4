// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { words } from '../words';
import { emptyPlan, faultsOf } from './AssessmentForm';
import { inFours } from './GroupLinks';
import { emptyGroups, sentGroups } from './groups';
import { texts } from './texts';

const faults = (over: Partial<typeof emptyPlan>) => faultsOf({ ...emptyPlan, ...over }, texts.sv, words.sv);
const asked = (invited: Record<string, string>) => ({ ...emptyGroups, invited: { ...emptyGroups.invited, ...invited } });
const FINE = { unitId: 'u', name: 'Hösten 2026', periodFrom: '2025-10-01', periodTo: '2026-09-30' };

describe('a plan', () => {
  it('has every fault told at once, each at its field', () => {
    expect(faults({}).map(({ pointer }) => pointer)).toEqual(['/unitId', '/name', '/periodFrom', '/periodTo', '/groups']);
  });

  it('is fine with one group of five', () => {
    expect(faults({ ...FINE, groups: asked({ handlaggare: '5' }) })).toEqual([]);
  });

  it('refuses a group whose answers could never be shown, where it stands in what is sent', () => {
    const found = faults({ ...FINE, groups: asked({ ledning: '9', administration: '4' }) });

    expect(found).toEqual([{ pointer: '/groups/1/invited', message: expect.stringContaining('administration, minst fem') }]);
  });

  it('asks about something', () => {
    const found = faults({ ...FINE, perspectives: [], groups: asked({ handlaggare: '5' }) });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/perspectives']);
  });

  it('refuses what is not a whole number', () => {
    for (const invited of ['tio', '7,5', '6.2']) {
      expect(faults({ ...FINE, groups: asked({ ledning: invited }) })).toHaveLength(1);
    }
  });

  it('refuses a period that ends before it begins', () => {
    const found = faults({ ...FINE, periodTo: '2025-09-30', groups: asked({ ledning: '9' }) });

    expect(found).toEqual([{ pointer: '/periodTo', message: 'Sista dagen kan inte ligga före den första.' }]);
  });

  it('sends the groups with a number, in their order', () => {
    expect(sentGroups(asked({ handlaggare: '60', administration: ' 12 ' }))).toEqual([
      { group: 'handlaggare', invited: 60 },
      { group: 'administration', invited: 12 },
    ]);
  });
});

describe('a code', () => {
  it('is written in fours', () => {
    expect(inFours('K7QF2MZT8RWDX4HV')).toBe('K7QF 2MZT 8RWD X4HV');
    expect(inFours('K7QF2M')).toBe('K7QF 2M');
  });
});
