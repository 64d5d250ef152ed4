// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { checkPlan } from './parts/PlanDialog';
import { checkTarget } from './parts/TargetDialog';
import { ticked } from './RoadmapItemPage';
import { texts } from './texts';

const TODAY = '2026-11-25';
const owner = { id: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11', displayName: 'Maja Exempel' };

describe('a proposed target', () => {
  const sound = {
    criterion: 'AP4',
    level: '4',
    weight: '1',
    reason: 'Två av tre ärenden kompletteras i dag.',
    goodEnoughBecause: 'En del kräver platsbesök.',
    owner,
    dueDate: '2027-06-30',
  };
  const pointers = (change: Partial<typeof sound>) =>
    checkTarget({ ...sound, ...change }, 5, TODAY, texts.sv).map((fault) => fault.pointer);

  it('is taken when it says level, why, who and when', () => {
    expect(pointers({})).toEqual([]);
  });

  it('must say why a level below five is enough, and need not at five', () => {
    expect(pointers({ goodEnoughBecause: ' ' })).toEqual(['/goodEnoughBecause']);
    expect(pointers({ level: '5', goodEnoughBecause: '' })).toEqual([]);
  });

  it('need not say it at the highest level of a shorter scale', () => {
    const faults = checkTarget({ ...sound, level: '3', goodEnoughBecause: '' }, 3, TODAY, texts.sv);
    expect(faults).toEqual([]);
  });

  it('must give a reason of twenty characters and a day to come', () => {
    expect(pointers({ reason: 'Kort skäl' })).toEqual(['/reason']);
    expect(pointers({ dueDate: TODAY })).toEqual(['/dueDate']);
    expect(pointers({ dueDate: '31 juni' })).toEqual(['/dueDate']);
  });
});

describe('an item for the roadmap', () => {
  const sound = { title: '', description: '', tasks: '', owner, startDate: '2027-01-11', endDate: '2027-06-30' };

  it('must not end before it begins', () => {
    expect(checkPlan({ ...sound, endDate: '2027-01-10' }, false, texts.sv).map((fault) => fault.pointer)).toEqual(['/endDate']);
  });

  it('needs a heading only in one’s own words', () => {
    expect(checkPlan(sound, false, texts.sv)).toEqual([]);
    expect(checkPlan(sound, true, texts.sv).map((fault) => fault.pointer)).toEqual(['/title']);
  });
});

describe('a tick', () => {
  const line = (done: boolean) => ({ text: { sv: 'Ett steg' }, done });
  const item = { tasks: [line(true), line(false)], successFactors: [line(false), line(true)] };

  it('is one line, and leaves the others as they were', () => {
    expect(ticked(item, 'tasks', { 1: true })).toEqual({
      tasks: [
        { position: 0, done: true },
        { position: 1, done: true },
      ],
    });
    expect(ticked(item, 'successFactors', { 1: false })).toEqual({ successFactorsMet: [false, false] });
  });
});
