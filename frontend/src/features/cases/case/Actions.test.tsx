// SPDX-License-Identifier: EUPL-1.2
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CaseAct, CaseFile } from '@/api';
import { remember } from '@/shared/remember';
import { show } from '@/test/render';
import { Actions, KEYS } from './Actions';

const file = (...acts: CaseAct[]) => ({ acts: acts.map((act) => ({ act, possible: true })) }) as unknown as CaseFile;

describe('the acts of a case', () => {
  beforeEach(() => remember('shortcuts', null));

  it('have a key each, no two the same and none that lists use', () => {
    const keys = Object.values(KEYS);
    expect(new Set(keys).size).toBe(keys.length);
    for (const used of ['j', 'k', 'r', '/']) expect(keys).not.toContain(used);
  });

  it('are begun by their key, which the button shows', async () => {
    const onAct = vi.fn();
    const { user } = show(<Actions file={file('add_note', 'propose')} onAct={onAct} />);
    expect(screen.getByRole('button', { name: 'Anteckna' })).toHaveAttribute('aria-keyshortcuts', 'a');

    await user.keyboard('a');
    await user.keyboard('b');

    expect(onAct.mock.calls).toEqual([['add_note']]);
  });

  it('have none for who has switched single keys off', async () => {
    remember('shortcuts', 'off');
    const onAct = vi.fn();
    const { user } = show(<Actions file={file('add_note')} onAct={onAct} />);
    await user.keyboard('a');
    expect(onAct).not.toHaveBeenCalled();
  });
});
