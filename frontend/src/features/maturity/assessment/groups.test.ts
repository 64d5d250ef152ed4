// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { words } from '../words';
import { codeOf, emptyGroups, groupFaults, type OwnGroup, sentGroups } from './groups';
import { texts } from './texts';

const own = (over: Partial<OwnGroup>): OwnGroup => ({
  key: 'k',
  code: '',
  sv: 'Växel & reception',
  en: '',
  invited: '7',
  joint: false,
  ...over,
});
const faults = (plan: Partial<typeof emptyGroups>) => groupFaults({ ...emptyGroups, ...plan }, texts.sv, words.sv);

describe('groups of one’s own', () => {
  it('get a code of their name that no other group has', () => {
    expect(codeOf('Växel & reception', [])).toBe('vaxel-reception');
    expect(codeOf('Växel & reception', ['vaxel-reception'])).toBe('vaxel-reception-2');
    expect(codeOf('Ö', [])).toBe('grupp-o');
    expect(codeOf('112-larm', [])).toBe('larm');
    expect(codeOf('Administrativa samordnare i norr', []).length).toBeLessThanOrEqual(20);
    expect(codeOf('Ledning', ['ledning'])).toBe('ledning-2');
  });

  it('are sent after the fixed ones, keep the code they have, and are called the same in English where nothing else is said', () => {
    const sent = sentGroups({
      ...emptyGroups,
      invited: { ...emptyGroups.invited, chefer: '9' },
      own: [own({}), own({ code: 'arkivet', sv: 'Arkivet', en: 'The archive' })],
    });

    expect(sent).toEqual([
      { group: 'chefer', invited: 9 },
      { group: 'vaxel-reception', name: { sv: 'Växel & reception', en: 'Växel & reception' }, invited: 7 },
      { group: 'arkivet', name: { sv: 'Arkivet', en: 'The archive' }, invited: 7 },
    ]);
  });

  it('need a name and five people, or two to four who are placed jointly', () => {
    expect(faults({ own: [own({ sv: ' ' })] }).map(({ pointer }) => pointer)).toEqual(['/groups/0/name']);
    expect(faults({ own: [own({ invited: '4' })] }).map(({ pointer }) => pointer)).toEqual(['/groups/0/invited']);
    expect(faults({ own: [own({ invited: '4', joint: true })] })).toEqual([]);
    expect(faults({ own: [own({ invited: '1', joint: true })] }).map(({ pointer }) => pointer)).toEqual(['/groups/0/invited']);
    expect(faults({ invited: { ...emptyGroups.invited, ledning: '3' }, joint: ['ledning'] })).toEqual([]);
  });

  it('are not sent as joint once they are large enough to answer', () => {
    expect(sentGroups({ ...emptyGroups, own: [own({ invited: '5', joint: true })] })[0]).not.toHaveProperty('joint');
  });
});
