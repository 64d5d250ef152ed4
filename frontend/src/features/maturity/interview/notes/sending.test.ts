// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { chosen, nextToSend, sent, standing, textAt, written } from './sending';

const HELD = { 'AP4-1': { text: 'Kartan', version: 2 } };

describe('notes on their way to the server', () => {
  it('are sent in the order they were begun, on the version that was read', () => {
    let now = standing(HELD, {});
    now = written(now, 'LS1-1', 'Ingen');
    now = written(now, 'AP4-1', 'Kartan saknas');
    now = written(now, 'LS1-1', 'Ingen målbild');

    expect(nextToSend(now)).toEqual(['LS1-1', { text: 'Ingen målbild', base: 0, turn: 1 }]);
    now = sent(now, 'LS1-1', { text: 'Ingen målbild', base: 0, turn: 1 }, { kind: 'held', held: { text: 'Ingen målbild', version: 1 } });
    expect(nextToSend(now)).toEqual(['AP4-1', { text: 'Kartan saknas', base: 2, turn: 2 }]);
  });

  it('that grow while they are sent are sent again, on what the server has now', () => {
    let now = written(standing({}, {}), 'AP4-1', 'Kart');
    const first = now.unsent['AP4-1'];
    if (!first) throw new Error('nothing to send');
    now = written(now, 'AP4-1', 'Kartan saknas');
    now = sent(now, 'AP4-1', first, { kind: 'held', held: { text: 'Kart', version: 1 } });

    expect(now.unsent['AP4-1']).toEqual({ text: 'Kartan saknas', base: 1, turn: 1 });
    expect(textAt(now, 'AP4-1')).toBe('Kartan saknas');
  });

  it('wait where the network is away, and nothing of them changes', () => {
    const before = written(standing({}, {}), 'AP4-1', 'Kartan');
    const [question, what] = nextToSend(before) ?? ['', { text: '', base: 0, turn: 0 }];
    const now = sent(before, question, what, { kind: 'away' });

    expect(now).toEqual({ ...before, away: true });
    expect(nextToSend(now)).toEqual([question, what]);
  });

  it('of two devices stand side by side until one has chosen, and others go on', () => {
    let now = written(standing(HELD, {}), 'AP4-1', 'från datorn');
    now = written(now, 'LS1-1', 'annat');
    const mine = now.unsent['AP4-1'];
    if (!mine) throw new Error('nothing to send');
    now = sent(now, 'AP4-1', mine, { kind: 'conflict', held: { text: 'från plattan', version: 3 } });
    expect(now.conflicts['AP4-1']).toEqual({ text: 'från plattan', version: 3 });
    expect(nextToSend(now)?.[0]).toBe('LS1-1');
    expect(textAt(now, 'AP4-1')).toBe('från datorn');

    expect(chosen(now, 'AP4-1', 'mine').unsent['AP4-1']).toMatchObject({ text: 'från datorn', base: 3 });
    expect(chosen(now, 'AP4-1', 'both').unsent['AP4-1']).toMatchObject({ text: 'från plattan\n\nfrån datorn', base: 3 });
    const theirs = chosen(now, 'AP4-1', 'theirs');
    expect(textAt(theirs, 'AP4-1')).toBe('från plattan');
    expect(theirs.conflicts).toEqual({});
  });

  it('that both devices wrote alike need no choice', () => {
    let now = written(standing(HELD, {}), 'AP4-1', 'samma');
    const mine = now.unsent['AP4-1'];
    if (!mine) throw new Error('nothing to send');
    now = sent(now, 'AP4-1', mine, { kind: 'conflict', held: { text: 'samma', version: 3 } });

    expect(now.conflicts).toEqual({});
    expect(now.unsent).toEqual({});
  });

  it('that were refused are kept and not sent again until they have changed', () => {
    let now = written(standing({}, {}), 'AP4-1', 'Kartan');
    const what = now.unsent['AP4-1'];
    if (!what) throw new Error('nothing to send');
    now = sent(now, 'AP4-1', what, { kind: 'refused', why: 'samtycke' });
    expect(nextToSend(now)).toBeUndefined();
    expect(textAt(now, 'AP4-1')).toBe('Kartan');

    expect(nextToSend(written(now, 'AP4-1', 'Kartan saknas'))?.[0]).toBe('AP4-1');
  });

  it('that are as the server has them are nothing to send', () => {
    expect(written(standing(HELD, {}), 'AP4-1', 'Kartan').unsent).toEqual({});
  });
});
