// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { capacityOf } from './Load';

it('takes a capacity with comma or point, within its bounds', () => {
  expect(capacityOf('4,5')).toBe(4.5);
  expect(capacityOf(' 4.5 ')).toBe(4.5);
  for (const wrong of ['', 'fyra', '0', '0,4', '101', '4,5,6']) expect(capacityOf(wrong)).toBeUndefined();
});
