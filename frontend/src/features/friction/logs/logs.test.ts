// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { EventLogQuality } from '@/api';
import { formatsFor } from '@/shared/i18n/format';
import { missing, NEEDS } from './needs';
import { wordsOf } from './QualityPage';
import { logTexts } from './texts';
import { titleFrom } from './upload';

const clean: EventLogQuality = {
  tracesInFile: 10,
  emptyCases: 0,
  rejectedEvents: 0,
  timestampsWithoutOffset: 0,
  assumedZone: 'Europe/Stockholm',
  tiedPairs: 0,
  casesOutOfOrder: 0,
  repeatedCaseIds: 0,
  eventsWithoutResource: 0,
  eventsInFuture: 0,
  eventsAtEpoch: 0,
  systemResources: 0,
  systemEvents: 0,
  transitions: [{ transition: 'complete', events: 40 }],
  findings: [],
  findingsTotal: 0,
};

const said = (more: Partial<EventLogQuality>) => wordsOf({ ...clean, ...more }, logTexts.sv, formatsFor('sv', 'UTC'));

describe('the quality note in words', () => {
  it('says that nothing was left out, that the order is plain and that all times have a zone', () => {
    expect(said({})).toEqual([logTexts.sv.allFine, logTexts.sv.noTies, logTexts.sv.allOffset]);
  });

  it('never says that all is well when something was left out', () => {
    expect(said({ rejectedEvents: 3 })).not.toContain(logTexts.sv.allFine);
    expect(said({ emptyCases: 1 })).not.toContain(logTexts.sv.allFine);
    expect(said({ rejectedEvents: 3 })[0]).toContain('3 händelser utelämnades');
  });

  it('names the zone that was assumed, and how many it was about', () => {
    expect(said({ timestampsWithoutOffset: 7 }).join(' ')).toContain('7 tider saknar tidszon och lästes som Europe/Stockholm');
  });

  it('tells of transitions only where there are several', () => {
    expect(said({}).join(' ')).not.toContain('övergångar');
    expect(said({ transitions: [{ transition: 'start', events: 5 }, { events: 2 }] }).join(' ')).toContain('start 5, utan 2');
  });
});

describe('what a mapping makes measurable', () => {
  const lacks = (measure: string, ...mapped: string[]) => {
    const need = NEEDS.find((one) => one.measure === measure);
    return need ? missing(need, new Set(mapped)) : null;
  };

  it('needs one class of each kind, and any of those that mean the same', () => {
    expect(lacks('time_to_decision', 'receive')).toEqual([['decide']]);
    expect(lacks('time_to_decision', 'receive', 'decide')).toEqual([]);
    expect(lacks('decision_to_dispatch', 'decide', 'dispatch_post')).toEqual([]);
    expect(lacks('decision_to_dispatch')).toHaveLength(2);
  });
});

it('makes a name to begin with out of the file’s', () => {
  expect(titleFrom('bygglov_2025.xes.gz')).toBe('bygglov 2025');
  expect(titleFrom('Mottagning.XES')).toBe('Mottagning');
  expect(titleFrom('v1.2.xes')).toBe('v1.2');
});
