// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { ownShape } from './groupShape';

test('a group has the same shape wherever it stands, and another group another one', () => {
  expect(ownShape('arkivet', 0, 0, 10)).toBe(ownShape('arkivet', 0, 0, 10));
  expect(ownShape('arkivet', 0, 0, 10)).not.toBe(ownShape('arkiveu', 0, 0, 10));
});

test('the outline stays within the size around its point', () => {
  for (const group of ['a1', 'b1', 'c1', 'd1', 'e1']) {
    const numbers =
      ownShape(group, 20, 40, 10)
        .match(/[\d.]+/g)
        ?.map(Number) ?? [];
    numbers.forEach((value, at) => {
      expect(Math.abs(value - (at % 2 === 0 ? 20 : 40))).toBeLessThanOrEqual(5.01);
    });
  }
});
