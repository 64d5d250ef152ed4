// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { closed, newCriterion, opened, stepped } from './document';

const file = {
  schema: 'malbild/maturity-model',
  schemaVersion: 1,
  id: 'egen',
  version: '1.0.0',
  defaultLocale: 'en',
  locales: ['en'],
  title: 'Our model',
  licence: 'CC-BY-4.0',
  scale: [
    { level: 0, name: 'None' },
    { level: 1, name: 'Some' },
    { level: 2, name: 'All' },
  ],
  perspectives: [{ code: 'A', name: 'First' }],
  criteria: [{ code: 'A1', perspective: 'A', name: 'Plans', levels: [{ level: 1, text: 'Some plans.' }], interviewPrompts: ['Which?'] }],
};

describe('a model file', () => {
  it('opens with every text in its languages, and closes with nothing lost', () => {
    const model = opened(file);
    expect(model.title).toEqual({ en: 'Our model' });
    expect(model.criteria[0]?.aspect).toBe('structure');
    const sent = closed(model);
    expect(sent).toMatchObject({ licence: 'CC-BY-4.0', schemaVersion: 1, title: { en: 'Our model' } });
    expect(sent.criteria).toEqual([
      {
        code: 'A1',
        perspective: 'A',
        aspect: 'structure',
        dimension: 'none',
        name: { en: 'Plans' },
        levels: [{ level: 1, text: { en: 'Some plans.' } }],
        interviewPrompts: [{ en: 'Which?' }],
        evidenceExamples: [],
      },
    ]);
  });

  it('leaves out what is empty, so that the service says what is missing', () => {
    const model = opened(file);
    const sent = closed({ ...model, criteria: [...model.criteria, newCriterion(model)] });
    expect((sent.criteria as { name: object; levels: object[] }[])[1]).toMatchObject({ name: {}, levels: [] });
    expect(sent).not.toHaveProperty('purpose');
  });

  it('gets a new criterion with a sentence to write for each level of its scale', () => {
    expect(newCriterion(opened(file)).levels.map(({ level }) => level)).toEqual([0, 1, 2]);
  });
});

describe('the next version', () => {
  it('raises one number and begins the smaller ones anew', () => {
    expect(stepped('1.2.3', 'patch')).toBe('1.2.4');
    expect(stepped('1.2.3', 'minor')).toBe('1.3.0');
    expect(stepped('1.9.3', 'major')).toBe('2.0.0');
  });
});
