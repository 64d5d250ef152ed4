// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import {
  asKind,
  type Definition,
  kindOf,
  nameAt,
  partOf,
  withField,
  withNewField,
  withOptions,
  withoutField,
  withRequired,
} from './definition';

const definition = {
  formSchema: {
    properties: {
      place: { type: 'string', title: 'Plats', 'x-titleEn': 'Place', maxLength: 80 },
      water: {
        type: 'string',
        title: 'Vatten',
        'x-titleEn': 'Water',
        oneOf: [{ const: 'sea', title: 'Hav', 'x-titleEn': 'Sea' }],
      },
    },
    required: ['place'],
  },
  uiSchema: { order: ['place', 'water'], groups: [{ key: 'where', title: { sv: 'Var?', en: 'Where?' }, fields: ['place', 'water'] }] },
  formExamples: [{ place: 'Provån' }],
  deadlines: [{ kind: 'final', name: { sv: 'Slutligt beslut', en: 'Final decision' } }],
} as unknown as Definition;

describe('the form of a case type as one writes it', () => {
  it('gets a question in every place that names questions, and loses it in every place', () => {
    const more = withNewField(definition, 'depth', 'where');
    expect(more.uiSchema.order).toEqual(['place', 'water', 'depth']);
    expect(more.uiSchema.groups[0]?.fields).toContain('depth');
    expect(more.formSchema.properties).toHaveProperty('depth');

    const less = withoutField(more, 'place');
    expect(less.uiSchema.order).toEqual(['water', 'depth']);
    expect(less.uiSchema.groups[0]?.fields).toEqual(['water', 'depth']);
    expect(less.formSchema.required).toEqual([]);
    expect(less.formExamples).toEqual([{}]);
    expect(definition.uiSchema.order).toEqual(['place', 'water']);
  });

  it('gives the examples an answer when a question becomes required', () => {
    const next = withRequired(definition, 'water', true);
    expect(next.formSchema.required).toEqual(['place', 'water']);
    expect(next.formExamples).toEqual([{ place: 'Provån', water: 'sea' }]);
    expect(withRequired(next, 'water', false).formSchema.required).toEqual(['place']);
  });

  it('changes the kind of answer with bounds of its own, and the examples with it', () => {
    const number = asKind(definition.formSchema.properties.place ?? {}, 'integer');
    expect(number).toEqual({ type: 'integer', title: 'Plats', 'x-titleEn': 'Place', minimum: 0, maximum: 1_000_000 });
    expect(withField(definition, 'place', number).formExamples).toEqual([{ place: 0 }]);
    for (const kind of ['text', 'longtext', 'integer', 'number', 'date', 'yesno', 'one', 'many'] as const) {
      expect(kindOf(asKind(number, kind))).toBe(kind);
    }
  });

  it('keeps the options when one choice becomes several, and their number as the bound', () => {
    const many = asKind(definition.formSchema.properties.water ?? {}, 'many');
    expect(many.items).toEqual({ type: 'string', oneOf: [{ const: 'sea', title: 'Hav', 'x-titleEn': 'Sea' }] });
    const two = withOptions(many, [
      { const: 'sea', title: 'Hav', 'x-titleEn': 'Sea' },
      { const: 'lake', title: 'Sjö', 'x-titleEn': 'Lake' },
    ]);
    expect(two.maxItems).toBe(2);
  });
});

describe('a pointer into a case type', () => {
  it('leads to the part in which it is written, and to the rest as JSON', () => {
    expect(partOf('/deadlines/0/length')).toBe('deadlines');
    expect(partOf('/formExamples/0')).toBe('form');
    expect(partOf('/publicRegister/mode')).toBe('openness');
    expect(partOf('/simulation')).toBe('json');
  });

  it('is told by the nearest name', () => {
    expect(nameAt(definition, '/deadlines/0/length', 'en')).toBe('Final decision');
    expect(nameAt(definition, '/formSchema/properties/water/oneOf/0/const', 'sv')).toBe('Hav');
    expect(nameAt(definition, '/nothing/here', 'sv')).toBeUndefined();
  });
});
