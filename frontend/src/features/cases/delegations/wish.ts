// SPDX-License-Identifier: EUPL-1.2
import type { CaseTypeDetail, DelegationHolderRole, NewDelegation } from '@/api';
import { type Fault, isDay } from '@/shared/form';
import type { Localized } from '@/shared/i18n/language';
import { groupsOf } from '../new/schema';

/** What stands in the fields of a delegation to propose. */
export type Wish = {
  caseTypeIds: string[];
  decisionType: string;
  unitId: string;
  by: 'role' | 'person';
  holderRole: string;
  holderId: string;
  amountLimit: string;
  amountField: string;
  validFrom: string;
  validTo: string;
  documentRef: string;
};

type Words = Record<
  'giveTypes' | 'giveDecision' | 'giveUnit' | 'giveHolder' | 'giveDay' | 'giveAmount' | 'giveField' | 'giveDocument',
  string
>;

const AMOUNT = /^[1-9]\d{0,11}$/;
const LEAST = 3;

/** What is chosen, with its words. */
export type Named = { value: string; name: Localized };

/** What all the types have: only what stands in the first and in every other. */
function shared(types: readonly CaseTypeDetail[], of: (type: CaseTypeDetail) => Named[]): Named[] {
  const [first, ...others] = types;
  return first ? of(first).filter(({ value }) => others.every((type) => of(type).some((each) => each.value === value))) : [];
}

/** Decisions that all the types allow. */
export const commonDecisions = (types: readonly CaseTypeDetail[]): Named[] =>
  shared(types, ({ decisionTypes }) => decisionTypes.map(({ key, name }) => ({ value: key, name })));

/** Answers that are a number in the forms of all the types. */
export const commonAmounts = (types: readonly CaseTypeDetail[]): Named[] =>
  shared(types, ({ definition }) =>
    groupsOf(definition)
      .flatMap(({ questions }) => questions)
      .filter(({ kind }) => kind === 'integer' || kind === 'number')
      .map(({ key, title }) => ({ value: `/${key}`, name: title })),
  );

/** Digits of an amount as people write it: 100 000. */
const digits = (amount: string) => amount.replace(/\s/g, '');

/** All that is wanting, at once. */
export function faultsOf(wish: Wish, words: Words): Fault[] {
  const amount = digits(wish.amountLimit);
  const faults: [boolean, string, string][] = [
    [wish.caseTypeIds.length === 0, '/caseTypeIds', words.giveTypes],
    [wish.decisionType === '', '/decisionType', words.giveDecision],
    [wish.unitId === '', '/unitId', words.giveUnit],
    [wish.by === 'person' && wish.holderId === '', '/holderId', words.giveHolder],
    [wish.by === 'role' && wish.holderRole === '', '/holderRole', words.giveHolder],
    [amount !== '' && !AMOUNT.test(amount), '/amountLimit', words.giveAmount],
    [amount !== '' && wish.amountField === '', '/amountField', words.giveField],
    [!isDay(wish.validFrom), '/validFrom', words.giveDay],
    [wish.validTo !== '' && !isDay(wish.validTo), '/validTo', words.giveDay],
    [wish.documentRef.trim().length < LEAST, '/documentRef', words.giveDocument],
  ];
  return faults.filter(([wrong]) => wrong).map(([, pointer, message]) => ({ pointer, message }));
}

/** The wish as it is sent. */
export function bodyOf(wish: Wish): NewDelegation {
  const amount = digits(wish.amountLimit);
  return {
    caseTypeIds: wish.caseTypeIds,
    decisionType: wish.decisionType,
    unitId: wish.unitId,
    ...(wish.by === 'person' ? { holderId: wish.holderId } : { holderRole: wish.holderRole as DelegationHolderRole }),
    ...(amount === '' ? {} : { amountLimit: Number(amount), amountField: wish.amountField }),
    validFrom: wish.validFrom,
    ...(wish.validTo === '' ? {} : { validTo: wish.validTo }),
    documentRef: wish.documentRef.trim(),
  };
}
