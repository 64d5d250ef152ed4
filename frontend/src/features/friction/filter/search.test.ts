// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { filterOf, narrowed, readFriction, toQuery } from './search';

describe('the filter in the address', () => {
  it('is what the API takes, with the log’s unit under the API’s own name', () => {
    expect(toQuery({ inUnit: 'Group 1', closedOnly: true, activity: ['Beslut'], minDurationSeconds: 0 })).toEqual({
      unit: 'Group 1',
      closedOnly: true,
      activity: ['Beslut'],
      minDurationSeconds: 0,
    });
  });

  it('never carries the frame’s unit or how the map is looked at', () => {
    expect(toQuery(readFriction({ unit: '0193', view: 'table', show: '["Beslut"]', label: 'sum' }))).toEqual({});
  });

  it('counts what has the wrong form as absent', () => {
    const read = readFriction({
      from: '31/3',
      pattern: 'gossip',
      variant: 'xyz',
      closedOnly: 'no',
      minDurationSeconds: 'long',
      view: 'radar',
      steps: -4,
      actors: 'human',
    });

    expect(filterOf(read)).toEqual({});
    expect(read.view).toBeUndefined();
    expect(read.steps).toBeUndefined();
  });

  it('keeps names of steps exactly, also those made of blanks or figures', () => {
    expect(filterOf({ activity: ['Beslut ', 'Beslut', ' ', 12], edgeFrom: ' ' })).toEqual({
      activity: ['Beslut ', 'Beslut', ' ', '12'],
      edgeFrom: ' ',
    });
  });

  it('tells cases without an attribute from those where it is empty', () => {
    expect(filterOf({ attribute: 'channel' })).toEqual({ attribute: 'channel' });
    expect(filterOf({ attribute: 'channel', attributeValue: '' })).toEqual({ attribute: 'channel', attributeValue: '' });
    expect(filterOf({ attributeValue: 'Internet' })).toEqual({});
  });

  it('is narrowed to a figure’s cases without losing what was there', () => {
    const filter = { inUnit: 'a', activity: ['Beslut'] };

    expect(narrowed(filter, { activity: ['Remiss'], pattern: 'rework' })).toEqual({
      inUnit: 'a',
      activity: ['Beslut', 'Remiss'],
      pattern: 'rework',
    });
    expect(narrowed(filter, undefined)).toEqual(filter);
    expect(narrowed(filter, {})).toEqual(filter);
  });
});
