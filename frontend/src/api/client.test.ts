// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, it, vi } from 'vitest';
import { onSignedOut } from './client';
import { createUser, listUsers } from './gen/sdk.gen';
import { ProblemError } from './problem';

const user = { userName: 'maja.exempel', displayName: 'Maja Exempel' };
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const made = () => json(201, { id: '1', ...user, status: 'active', version: 1, grants: [] });
const problem = (status: number, type: string) =>
  new Response(JSON.stringify({ type: `/problems/${type}`, title: 'Prov', status, traceId: 'x' }), {
    status,
    headers: { 'Content-Type': 'application/problem+json' },
  });

/** Answers of the network, one for each call; what was sent is kept. */
function network(...answers: (Response | Error)[]): Request[] {
  const sent: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push(request);
    const answer = answers[sent.length - 1];
    if (!answer || answer instanceof Error) throw answer ?? new Error('no more answers');
    return answer;
  });
  return sent;
}

const keys = (sent: Request[]) => sent.map((request) => request.headers.get('Idempotency-Key'));

afterEach(() => vi.unstubAllGlobals());

describe('what is asked of the API', () => {
  it('keeps its key until an answer has come, so that a repeat does nothing twice', async () => {
    const sent = network(new TypeError('offline'), problem(503, 'unavailable'), made(), made());
    await expect(createUser({ body: user })).rejects.toMatchObject({ status: 0, isUnreachable: true });
    await expect(createUser({ body: user })).rejects.toMatchObject({ status: 503 });
    await createUser({ body: user });
    await createUser({ body: user });

    const [first, second, third, fourth] = keys(sent);
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect([second, third]).toEqual([first, first]);
    expect(fourth).not.toBe(first);
  });

  it('has another key when it says something else', async () => {
    const sent = network(new TypeError('offline'), made());
    await createUser({ body: user }).catch(() => {});
    await createUser({ body: { ...user, displayName: 'Maja E' } });

    expect(new Set(keys(sent)).size).toBe(2);
  });

  it('has no key when it only reads, and names the language', async () => {
    const sent = network(json(200, { items: [] }));
    await listUsers();

    expect(keys(sent)).toEqual([null]);
    expect(sent[0]?.headers.get('Accept-Language')).toBe('sv');
  });

  it('fails with the problem as the API told it', async () => {
    network(problem(412, 'stale-version'));

    const thrown = await listUsers().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ProblemError);
    expect(thrown).toMatchObject({ status: 412, code: 'stale-version', isStale: true });
  });

  it('tells when the session has ended', async () => {
    const ended = vi.fn();
    onSignedOut(ended);
    network(problem(401, 'not-signed-in'));
    await listUsers().catch(() => {});

    expect(ended).toHaveBeenCalledOnce();
  });
});
