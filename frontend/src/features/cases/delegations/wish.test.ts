// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { CaseTypeDetail } from '@/api';
import { bodyOf, commonAmounts, commonDecisions, faultsOf, type Wish } from './wish';

const WISH: Wish = {
  caseTypeIds: ['1'],
  decisionType: 'final',
  unitId: 'u',
  by: 'role',
  holderRole: 'officer',
  holderId: '',
  amountLimit: '',
  amountField: '',
  validFrom: '2026-12-01',
  validTo: '',
  documentRef: 'Ordningen 4 §',
};
const WORDS = {
  giveTypes: 'types',
  giveDecision: 'decision',
  giveUnit: 'unit',
  giveHolder: 'holder',
  giveDay: 'day',
  giveAmount: 'amount',
  giveField: 'field',
  giveDocument: 'document',
};

const type = (decisions: string[], properties: Record<string, unknown>) =>
  ({
    decisionTypes: decisions.map((key) => ({ key, name: { sv: key } })),
    definition: { formSchema: { properties } },
  }) as unknown as CaseTypeDetail;

describe('a delegation to propose', () => {
  it('offers only the decisions and amounts that all the chosen types have', () => {
    const one = type(['impact', 'final'], { sum: { type: 'integer', title: 'Summa' }, name: { type: 'string', title: 'Namn' } });
    const other = type(['final', 'permit'], { sum: { type: 'number', title: 'Summa' }, area: { type: 'number', title: 'Yta' } });

    expect(commonDecisions([one, other]).map(({ value }) => value)).toEqual(['final']);
    expect(commonAmounts([one, other])).toEqual([{ value: '/sum', name: { sv: 'Summa', en: 'Summa' } }]);
    expect(commonDecisions([])).toEqual([]);
  });

  it('tells all that is wanting at once', () => {
    const empty = {
      ...WISH,
      caseTypeIds: [],
      decisionType: '',
      unitId: '',
      holderRole: '',
      amountLimit: 'mycket',
      validFrom: '',
      documentRef: ' ',
    };

    expect(faultsOf(empty, WORDS).map(({ pointer }) => pointer)).toEqual([
      '/caseTypeIds',
      '/decisionType',
      '/unitId',
      '/holderRole',
      '/amountLimit',
      '/amountField',
      '/validFrom',
      '/documentRef',
    ]);
    expect(faultsOf(WISH, WORDS)).toEqual([]);
  });

  it('sends a person or a function, never both, and a limit only with its answer', () => {
    expect(bodyOf({ ...WISH, holderId: 'p' })).not.toHaveProperty('holderId');
    const body = bodyOf({ ...WISH, by: 'person', holderId: 'p', amountLimit: '100 000', amountField: '/sum', validTo: '2027-01-01' });
    expect(body).toMatchObject({ holderId: 'p', amountLimit: 100_000, amountField: '/sum', validTo: '2027-01-01' });
    expect(body).not.toHaveProperty('holderRole');
  });
});
