// SPDX-License-Identifier: EUPL-1.2
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scorecard } from '@/api';
import { client } from '@/api/client';
import { meQuery } from '@/api/me';
import type { Board } from '../context';
import { card, decider, decision, model, scorecard } from '../example';
import { DecideDialog } from './DecideDialog';

const board = (shown: Scorecard): Board => ({ scorecard: shown, model, scale: [1, 2, 3, 4, 5], targets: new Map(), acts: decider });
const REASON = 'Kontrollen görs för hand i alla ärenden.';

let sent: { url: string; body: unknown }[];
let answer: (request: Request) => Response;

beforeEach(() => {
  sent = [];
  client.setConfig({
    baseUrl: 'http://localhost/api/v1',
    fetch: async (input: RequestInfo | URL) => {
      const request = new Request(input);
      if (request.method === 'POST') sent.push({ url: new URL(request.url).pathname, body: await request.clone().json() });
      return answer(request);
    },
  });
});

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

function show(shown = scorecard()) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });
  queryClient.setQueryData(meQuery.queryKey, { permissions: [] } as never);
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={queryClient}>
      <DecideDialog board={board(shown)} card={shown.criteria[0] ?? card()} kind="decide" onClose={onClose} />
    </QueryClientProvider>,
  );
  return { user: userEvent.setup(), onClose };
}

describe('deciding a level', () => {
  it('shows what the sources say, and asks for a level and a reason of at least 20 characters before anything is sent', async () => {
    answer = () => json(201, decision(2));
    const { user } = show();
    expect(screen.getByText('5–9 svar: nivå 4, samlad')).toBeInTheDocument();
    expect(screen.getByText('Andel kompletta vid ansökan')).toBeInTheDocument();

    await user.type(screen.getByLabelText('Skäl'), 'för kort');
    await user.click(screen.getByRole('button', { name: 'Besluta' }));

    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      'Välj en nivå eller att kriteriet inte är tillämpligt.',
      'Skriv skälet med minst 20 tecken.',
    ]);
    expect(sent).toEqual([]);
  });

  it('sends the level, the reason and the decision that was seen', async () => {
    answer = () => json(201, decision(3));
    const { user, onClose } = show(scorecard({ criteria: [card({ decision: decision(2) })] }));
    await user.click(screen.getByRole('radio', { name: /Mening 3/ }));
    await user.type(screen.getByLabelText('Skäl'), REASON);
    await user.click(screen.getByRole('button', { name: 'Besluta' }));

    expect(sent).toEqual([
      {
        url: '/api/v1/assessments/01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11/criteria/AP4/decisions',
        body: { level: 3, reason: REASON, supersedes: decision(2).id },
      },
    ]);
    expect(onClose).toHaveBeenCalled();
  });

  it('sends no level where the criterion does not apply', async () => {
    answer = () => json(201, { ...decision(2), level: undefined, notApplicable: true });
    const { user } = show();
    await user.click(screen.getByRole('radio', { name: /inte tillämpligt/ }));
    await user.type(screen.getByLabelText('Skäl'), REASON);
    await user.click(screen.getByRole('button', { name: 'Besluta' }));

    expect(sent[0]?.body).toEqual({ notApplicable: true, reason: REASON });
  });

  it('shows who was first, keeps the reason and replaces their decision only when asked again', async () => {
    const theirs = { ...decision(4), id: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b99' };
    const conflict = { type: '/problems/conflict', title: 'Någon var före', status: 409, traceId: 'x' };
    answer = (request) => {
      if (request.method === 'GET') return json(200, scorecard({ criteria: [card({ decision: theirs })] }));
      return sent.length === 1 ? json(409, conflict) : json(201, decision(3));
    };
    const { user, onClose } = show();
    await user.click(screen.getByRole('radio', { name: /Mening 3/ }));
    await user.type(screen.getByLabelText('Skäl'), REASON);
    await user.click(screen.getByRole('button', { name: 'Besluta' }));

    expect(await screen.findByText(/Maria Exempel beslutade nivå 4/)).toBeInTheDocument();
    expect(screen.getByLabelText('Skäl')).toHaveValue(REASON);
    expect(onClose).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Besluta' }));
    expect(sent[1]?.body).toEqual({ level: 3, reason: REASON, supersedes: theirs.id });
  });
});
