// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { TargetPictureVersionHead } from '@/api';
import { chosenVersion, inForce, pictures } from './choose';

const head = (id: string, assessmentId: string, number: number, state: string) =>
  ({ id, assessmentId, number, state }) as TargetPictureVersionHead;

const ALL = [
  head('draft', 'one', 3, 'draft'),
  head('second', 'one', 2, 'signed'),
  head('other', 'two', 1, 'signed'),
  head('first', 'one', 1, 'signed'),
];

test('without an address the newest signed version is shown, never a draft', () => {
  expect(chosenVersion(ALL, undefined)?.id).toBe('second');
  expect(chosenVersion(ALL, 'gone')?.id).toBe('second');
  expect(chosenVersion(ALL, 'draft')?.id).toBe('draft');
  expect(chosenVersion([head('draft', 'one', 1, 'draft')], undefined)).toBeUndefined();
});

test('each assessment has at most one version that counts', () => {
  expect(inForce(ALL, 'one')?.id).toBe('second');
  expect(inForce(ALL, 'three')).toBeUndefined();
  expect(pictures(ALL).map(({ id }) => id)).toEqual(['second', 'other']);
});
