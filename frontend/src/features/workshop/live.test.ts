// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { WorkshopView } from '@/api/gen/types.gen';
import { clock, newer, withEvent } from './live';
import { eventsIn } from './stream';

const view = (version: number, state: WorkshopView['state'] = 'open'): WorkshopView => ({
  id: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11',
  name: 'Avdelning Miljö',
  state,
  round: 1,
  version,
  scale: [],
  timer: { totalMs: 120_000, remainingMs: 84_000, running: true },
  progress: { joined: 24, voted: 18, groups: [] },
  sharedGroup: false,
  joinLocked: false,
});

describe('a stream of events', () => {
  it('is cut where events end, wherever the net has cut it', () => {
    const first = eventsIn(': here\n\nevent: state\nid: 4\ndata: {"a"');
    expect(first.events).toEqual([{ name: '', id: '', data: '' }]);
    const second = eventsIn(`${first.rest}:1}\n\nevent: timer\n`);
    expect(second.events).toEqual([{ name: 'state', id: '4', data: '{"a":1}' }]);
    expect(second.rest).toBe('event: timer\n');
  });
});

describe('what is known of a workshop', () => {
  it('never goes back to an older version', () => {
    const known = newer(undefined, view(5, 'closed'), 0);
    expect(newer(known, view(4), 1).view.state).toBe('closed');
    expect(withEvent(known, { name: 'state', id: '4', data: JSON.stringify(view(4)) }, 1)?.view.state).toBe('closed');
    expect(withEvent(known, { name: 'progress', id: '4', data: '{"joined":1,"voted":1,"groups":[]}' }, 1)).toBe(known);
  });

  it('takes a new state, a new number and a new clock', () => {
    const known = newer(undefined, view(5), 0);
    expect(withEvent(known, { name: 'reveal', id: '6', data: JSON.stringify(view(6, 'revealed')) }, 9)?.view.state).toBe('revealed');
    expect(withEvent(known, { name: 'progress', id: '5', data: '{"joined":24,"voted":19,"groups":[]}' }, 9)?.view.progress.voted).toBe(19);
    const paused = withEvent(known, { name: 'timer', id: '6', data: '{"totalMs":120000,"remainingMs":50000,"running":false}' }, 9);
    expect(paused?.view.version).toBe(6);
    expect(paused?.timerAt).toBe(9);
  });
});

describe('the clock', () => {
  it('says 0.00 only when the time is out', () => {
    expect(clock(84_000)).toBe('1.24');
    expect(clock(400)).toBe('0.01');
    expect(clock(0)).toBe('0.00');
  });
});
