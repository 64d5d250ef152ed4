// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, it } from 'vitest';
import { forget, inTurn, keep, keepReminder, letGo, type Place, reminderOf, unsentOf } from './kept';

const ME = 'u1';
const INTERVIEW = 'i1';

describe('notes on the device', () => {
  beforeEach(() => localStorage.clear());

  it('are there after a reload, each at its question with the version it stands on', () => {
    keep(ME, INTERVIEW, 'AP4-1', { text: 'Kartan saknas', base: 3, turn: 2 });
    keep(ME, INTERVIEW, 'LS1-1', { text: 'Ingen målbild', base: 0, turn: 1 });

    expect(unsentOf(ME, INTERVIEW)['AP4-1']).toEqual({ text: 'Kartan saknas', base: 3, turn: 2 });
    expect(inTurn(unsentOf(ME, INTERVIEW)).map(([question]) => question)).toEqual(['LS1-1', 'AP4-1']);
  });

  it('are shown to nobody else on the device, and to no other interview', () => {
    keep(ME, INTERVIEW, 'AP4-1', { text: 'Kartan saknas', base: 0, turn: 1 });

    expect(unsentOf('u2', INTERVIEW)).toEqual({});
    expect(unsentOf(ME, 'i2')).toEqual({});
  });

  it('go when the server has them, and all of them with the name when the interview is done', () => {
    keep(ME, INTERVIEW, 'AP4-1', { text: 'Kartan saknas', base: 0, turn: 1 });
    keep(ME, INTERVIEW, 'AP4-2', { text: 'Fullmakten', base: 0, turn: 2 });
    keepReminder(ME, INTERVIEW, 'Kim Exempel');
    expect(reminderOf(ME, INTERVIEW)).toBe('Kim Exempel');
    expect(Object.keys(unsentOf(ME, INTERVIEW))).toEqual(['AP4-1', 'AP4-2']);

    letGo(ME, INTERVIEW, 'AP4-1');
    expect(Object.keys(unsentOf(ME, INTERVIEW))).toEqual(['AP4-2']);

    forget(ME, INTERVIEW);
    expect(localStorage).toHaveLength(0);
  });

  it('that are half written are left out, and a full device says so', () => {
    localStorage.setItem('malbild.interview.u1.i1.AP4-1', '{"text":');
    expect(unsentOf(ME, INTERVIEW)).toEqual({});

    const full: Place = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => {},
      key: () => null,
      length: 0,
    };
    expect(keep(ME, INTERVIEW, 'AP4-1', { text: 'x', base: 0, turn: 1 }, full)).toBe(false);
  });
});
