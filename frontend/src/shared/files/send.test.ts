// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asProblem, type Upload } from '@/api';
import { type SendPart, sendRest, titleFrom } from './send';

const upload = (offset: number, size = 10): Upload => ({
  id: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11',
  fileName: 'brev.txt',
  size,
  offset,
  state: offset === size ? 'complete' : 'receiving',
  partMaximum: 4,
  expiresAt: '2026-11-26T09:00:00Z',
});

/** The service says that it stands there, once for each time it is asked. */
function standingAt(...offsets: number[]) {
  vi.stubGlobal(
    'fetch',
    async () =>
      new Response(JSON.stringify(upload(offsets.shift() ?? 0)), { status: 200, headers: { 'Content-Type': 'application/json' } }),
  );
}

afterEach(() => vi.unstubAllGlobals());

describe('sending a file', () => {
  it('goes on from where the service stands, part by part', async () => {
    standingAt(3);
    const starts: [number, number][] = [];
    const part: SendPart = async (_, start, blob) => {
      starts.push([start, blob.size]);
      return upload(start + blob.size);
    };

    const done = await sendRest(upload(0), new Blob(['0123456789']), () => {}, new AbortController().signal, part);

    expect(starts).toEqual([
      [3, 4],
      [7, 3],
    ]);
    expect(done.state).toBe('complete');
  });

  it('asks where it stands when an answer was lost, and sends nothing twice', async () => {
    standingAt(0, 4);
    const starts: number[] = [];
    const part: SendPart = async (_, start, blob) => {
      starts.push(start);
      if (starts.length === 1) throw asProblem({ type: '/problems/conflict', title: 'x', status: 409, traceId: 'x' }, 409);
      return upload(start + blob.size);
    };

    await sendRest(upload(0), new Blob(['0123456789']), () => {}, new AbortController().signal, part);

    expect(starts).toEqual([0, 4, 8]);
  });

  it('gives up when the service refuses a part where it stands', async () => {
    standingAt(0, 0);
    const part: SendPart = async () => {
      throw asProblem({ type: '/problems/conflict', title: 'x', status: 409, traceId: 'x' }, 409);
    };

    await expect(sendRest(upload(0), new Blob(['0123456789']), () => {}, new AbortController().signal, part)).rejects.toMatchObject({
      status: 409,
    });
  });
});

describe('a title out of a file name', () => {
  it('leaves the ending out', () => {
    expect(titleFrom('situationsplan_v2.pdf')).toBe('situationsplan v2');
    expect(titleFrom('Ritning 1.2')).toBe('Ritning 1');
    expect(titleFrom('brev')).toBe('brev');
  });
});
