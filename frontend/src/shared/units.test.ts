// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { asChoice, depthOf } from './units';

const units = [{ id: 'a' }, { id: 'a1', parentId: 'a' }, { id: 'a11', parentId: 'a1' }, { id: 'b', parentId: 'elsewhere' }];

test('a unit stands as deep as there are units of the list above it', () => {
  expect(units.map((unit) => depthOf(unit, units))).toEqual([0, 1, 2, 0]);
});

test('as a choice it is moved in under the unit above', () => {
  expect(asChoice(units[2] as { id: string }, units, 'Tillsyn').length).toBe('Tillsyn'.length + 6);
  expect(asChoice(units[3] as { id: string }, units, 'Mark')).toBe('Mark');
});
