// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { faultsOf, formDataOf, groupsOf, readNumber, wordsOf } from './schema';

const definition = {
  formSchema: {
    type: 'object',
    properties: {
      property: { type: 'string', title: 'Fastighet', 'x-titleEn': 'Property', maxLength: 80, examples: ['Exempelby 1:23'] },
      activities: {
        type: 'array',
        title: 'Arbeten',
        items: { type: 'string', oneOf: [{ const: 'dig', title: 'Gräva', 'x-titleEn': 'Dig' }] },
      },
      area: { type: 'number', title: 'Yta', minimum: 1, maximum: 1000 },
      count: { type: 'integer', title: 'Antal' },
      start: { type: 'string', format: 'date', title: 'Start' },
      acute: { type: 'boolean', title: 'Bråttom?' },
      grounds: { type: 'string', title: 'Skäl', maxLength: 4000 },
      extra: { type: 'string', title: 'Mer' },
    },
  },
  uiSchema: {
    groups: [
      { key: 'where', title: { sv: 'Var?' }, fields: ['property', 'no_such_field'] },
      { key: 'what', title: { sv: 'Vad?' }, fields: ['activities', 'area', 'count', 'start', 'acute', 'grounds'] },
    ],
  },
};
const groups = groupsOf(definition);
const questions = groups.flatMap((group) => group.questions);
const question = (key: string) => questions.find((each) => each.key === key) ?? expect.fail(`no ${key}`);

describe('the form of a case type', () => {
  it('has its groups in order, and what stands in none of them last', () => {
    expect(groups.map((group) => [group.key, group.questions.map(({ key }) => key)])).toEqual([
      ['where', ['property']],
      ['what', ['activities', 'area', 'count', 'start', 'acute', 'grounds']],
      ['rest', ['extra']],
    ]);
  });

  it('knows the kind of each field', () => {
    expect(questions.map(({ kind }) => kind)).toEqual(['text', 'many', 'number', 'integer', 'date', 'yesno', 'longtext', 'text']);
  });
});

describe('answers', () => {
  it('become values of their kinds, and what is empty is left out', () => {
    const answers = {
      property: ' Exempelby 1:23 ',
      activities: ['dig'],
      area: '1 200,5',
      count: '3',
      start: '2026-12-01',
      acute: 'no',
      grounds: '',
      extra: '  ',
    };

    expect(formDataOf(questions, answers)).toEqual({
      property: 'Exempelby 1:23',
      activities: ['dig'],
      area: 1200.5,
      count: 3,
      start: '2026-12-01',
      acute: false,
    });
  });

  it('are refused when wrong, never when missing', () => {
    expect(faultsOf(questions, {}, 'sv')).toEqual([]);
    expect(faultsOf(questions, { area: 'stor', count: '2,5', start: 'snart' }, 'sv').map(({ pointer }) => pointer)).toEqual([
      '/formData/area',
      '/formData/count',
      '/formData/start',
    ]);
    expect(faultsOf(questions, { area: '0,5' }, 'sv')[0]?.message).toContain('minst 1');
    expect(faultsOf(questions, { area: '1001' }, 'en')[0]?.message).toContain('at most 1000');
  });

  it('are shown in the words of the options', () => {
    const yesNo = { yes: 'Ja', no: 'Nej' };
    expect(wordsOf(question('activities'), ['dig'], 'en', yesNo)).toBe('Dig');
    expect(wordsOf(question('acute'), true, 'sv', yesNo)).toBe('Ja');
    expect(wordsOf(question('property'), 'Exempelby 1:23', 'sv', yesNo)).toBe('Exempelby 1:23');
  });

  it.each([
    ['1 200,5', 1200.5],
    ['-3', -3],
    ['3.14', 3.14],
    ['1,2,3', undefined],
    ['tre', undefined],
    ['', undefined],
  ])('%s is the number %s', (written, value) => expect(readNumber(written)).toBe(value));
});
