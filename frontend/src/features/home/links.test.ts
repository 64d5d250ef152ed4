// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { addressOf, stationOf } from './links';
import { texts } from './texts';

it('leads to the page where something waits', () => {
  expect(addressOf({ page: 'case', id: 'a1' })).toBe('/cases/a1');
  expect(addressOf({ page: 'target_picture', id: 'b2' })).toBe('/targets?assessment=b2');
  expect(addressOf({ page: 'target_picture_version', id: 'c3' })).toBe('/targets/picture?version=c3');
});

it('stays at the start page when the page is not known', () => {
  expect(addressOf({ page: 'something_new' })).toBe('/');
});

it('has a station of the loop for every step it has words for', () => {
  for (const step of Object.keys(texts.sv.steps)) expect(stationOf(step), step).not.toBe('cases');
});
