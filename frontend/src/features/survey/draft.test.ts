// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import type { SurveyQuestion } from '@/api/gen/types.gen';
import {
  answeredCount,
  asSent,
  draftName,
  firstOpen,
  forgetDraft,
  freshDraft,
  latestName,
  loadDraft,
  plainCode,
  randomId,
  saveDraft,
} from './draft';

const question = (criterion: string): SurveyQuestion => ({
  criterion,
  perspective: 'LS',
  name: { sv: criterion },
  question: { sv: `${criterion}?` },
  levels: [1, 2, 3, 4, 5].map((level) => ({ level, text: { sv: `nivå ${level}` } })),
});
const ALL = ['LS1', 'LS2', 'OA1'].map(question);

describe('a draft', () => {
  beforeEach(() => localStorage.clear());

  it('survives that the page is closed, under the code it belongs to', () => {
    const draft = { ...freshDraft(), answers: { LS1: 2, LS2: 'dk' as const }, unitId: 'u1' };
    saveDraft(draftName('K7QF2MZT'), draft);

    expect(loadDraft(draftName('k7qf-2mzt '))).toEqual(draft);
    expect(loadDraft(latestName())).toEqual(draft);
  });

  it('is another one for another code, and keeps neither code nor name', () => {
    saveDraft(draftName('K7QF2MZT'), { ...freshDraft(), answers: { LS1: 5 } });

    expect(loadDraft(draftName('M3PD9XKA')).answers).toEqual({});
    expect(JSON.stringify({ ...localStorage })).not.toContain('K7QF2MZT');
  });

  it('leaves nothing behind when it is sent or removed', () => {
    const name = draftName('K7QF2MZT');
    saveDraft(name, { ...freshDraft(), answers: { LS1: 5 } });
    forgetDraft(name);

    expect(localStorage.length).toBe(0);
    expect(loadDraft(name).answers).toEqual({});
  });

  it('that cannot be read is begun anew', () => {
    localStorage.setItem('malbild.survey.x', '{"answers":');
    expect(loadDraft('x').answers).toEqual({});
    localStorage.setItem('malbild.survey.x', '"text"');
    expect(loadDraft('x').answers).toEqual({});
  });

  it('keeps its identity from the first answer to the last try, so that a repeat is known', () => {
    const name = draftName('K7QF2MZT');
    const first = loadDraft(name);
    saveDraft(name, { ...first, answers: { LS1: 1 } });

    expect(loadDraft(name).submissionId).toBe(first.submissionId);
    expect(first.submissionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(randomId()).not.toBe(randomId());
  });

  it('knows which question is next, and does not take a level that the question lacks', () => {
    const draft = { ...freshDraft(), answers: { LS1: 3, LS2: 9, OA1: 'dk' as const } };

    expect(answeredCount(draft, ALL)).toBe(2);
    expect(firstOpen(draft, ALL)).toBe(1);
    expect(firstOpen({ ...draft, answers: { LS1: 1, LS2: 1, OA1: 'dk' } }, ALL)).toBe(-1);
  });

  it('is sent in the order of the questions, whatever order they were answered in', () => {
    const draft = { ...freshDraft(), answers: { OA1: 'dk' as const, LS2: 4, LS1: 1 } };

    expect(asSent(draft, ALL)).toEqual([
      { criterion: 'LS1', level: 1, dontKnow: false },
      { criterion: 'LS2', level: 4, dontKnow: false },
      { criterion: 'OA1', dontKnow: true },
    ]);
  });
});

describe('a comment', () => {
  beforeEach(() => localStorage.clear());

  it('is kept on the device with the answers and sent with its question; a blank one is nothing', () => {
    const draft = { ...freshDraft(), answers: { LS1: 1, LS2: 'dk' as const, OA1: 2 }, comments: { LS1: ' Ingen målbild. ', LS2: '  ' } };
    saveDraft('x', draft);

    expect(asSent(loadDraft('x'), ALL)).toEqual([
      { criterion: 'LS1', level: 1, dontKnow: false, comment: 'Ingen målbild.' },
      { criterion: 'LS2', dontKnow: true },
      { criterion: 'OA1', level: 2, dontKnow: false },
    ]);
  });
});

describe('a code', () => {
  it('is the same however it is typed', () => {
    expect(plainCode(' k7qf-2MZT 8rwd ')).toBe('K7QF2MZT8RWD');
  });
});
