// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { formDataOf, type Question } from '../new/schema';
import { answersOf } from './answers';

const question = (key: string, kind: Question['kind']): Question => ({ key, kind, title: { sv: key }, options: [] });

describe('form data that came with an item', () => {
  it('comes out of the fields as it went in', () => {
    const questions = [question('property', 'text'), question('acute', 'yesno'), question('area', 'number'), question('works', 'many')];
    const formData = { property: 'Exempelby 1:23', acute: false, area: 12.5, works: ['dig', 'dredge'] };

    expect(formDataOf(questions, answersOf(formData))).toEqual(formData);
  });
});
