// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { addressesIn } from './addresses';

test('a pasted list is read however it is written, each address once', () => {
  const pasted =
    'maja@exempel.example; Olle Prov <olle@exempel.example>,\n\nMAJA@exempel.example\nada@norr.exempel.example kim@exempel.example';

  expect(addressesIn(pasted)).toEqual({
    addresses: ['MAJA@exempel.example', 'olle@exempel.example', 'ada@norr.exempel.example', 'kim@exempel.example'],
    odd: [],
  });
});

test('what is no address is told', () => {
  expect(addressesIn('maja@, olle@exempel, Maja')).toEqual({ addresses: [], odd: ['maja@', 'olle@exempel', 'Maja'] });
});
