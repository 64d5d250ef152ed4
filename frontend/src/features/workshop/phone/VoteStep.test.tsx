// SPDX-License-Identifier: EUPL-1.2
import { act, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkshopOwnVote, WorkshopQuestion } from '@/api/gen/types.gen';
import { VoteStep } from './VoteStep';

const QUESTION: WorkshopQuestion = {
  criterion: 'AP3',
  perspective: 'AP',
  position: 1,
  count: 8,
  name: { sv: 'Ett flöde' },
  question: { sv: 'Hänger flödet ihop?' },
  levels: [1, 2, 3].map((level) => ({ level, text: { sv: `Mening ${level}` } })),
  dontKnow: { sv: 'Vet inte' },
  prompts: [],
};

const late = vi.fn();
const net = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
const sent = () => net.mock.calls.map(([, init]) => JSON.parse(String(init.body)) as Record<string, unknown>);
const kept = (_: string, { body }: RequestInit) => Promise.resolve(new Response(String(body), { status: 200 }));
const refused = () => Promise.resolve(new Response(JSON.stringify({ type: 'question-closed', status: 409 }), { status: 409 }));

function Phone() {
  const [own, setOwn] = useState<WorkshopOwnVote>();
  return (
    <VoteStep
      question={QUESTION}
      round={2}
      group={{ code: 'chefer', name: { sv: 'Chefer' } }}
      place="Fråga 1 av 8"
      own={own}
      onVoted={setOwn}
      onLate={late}
      isLost={false}
    />
  );
}

const pass = (millis: number) => act(() => vi.advanceTimersByTimeAsync(millis));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const send = () => fireEvent.click(screen.getByRole('button', { name: 'Skicka svar' }));

describe('a vote on a phone', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', net);
    vi.stubGlobal('scrollTo', () => undefined);
    net.mockReset();
    late.mockReset();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is sent once, with the question and the round it is for', async () => {
    net.mockImplementation(kept);
    render(<Phone />);
    choose(/Mening 2/);
    send();
    await pass(5000);

    expect(sent()).toEqual([{ criterion: 'AP3', round: 2, dontKnow: false, attempt: 1, level: 2 }]);
    expect(screen.getByRole('heading', { name: 'Ditt svar är skickat' })).toBeInTheDocument();
  });

  it('is not sent before something is chosen', async () => {
    render(<Phone />);
    send();
    await pass(5000);

    expect(screen.getByRole('alert')).toHaveTextContent('Välj den mening');
    expect(net).not.toHaveBeenCalled();
  });

  it('is tried until it has arrived, as the same vote', async () => {
    net.mockRejectedValueOnce(new TypeError('no net')).mockRejectedValueOnce(new TypeError('no net')).mockImplementation(kept);
    render(<Phone />);
    choose(/Vet inte/);
    send();
    await pass(100);
    expect(screen.getByText(/har inte kommit fram/)).toBeInTheDocument();
    // Each try is a step of its own.
    for (let step = 0; step < 6; step++) await pass(2000);

    expect(sent()).toHaveLength(3);
    expect(new Set(sent().map((vote) => JSON.stringify(vote)))).toEqual(
      new Set([JSON.stringify({ criterion: 'AP3', round: 2, dontKnow: true, attempt: 1 })]),
    );
    expect(screen.getByRole('heading', { name: 'Ditt svar är skickat' })).toBeInTheDocument();
  });

  it('counts up when it is changed, so that the last one counts', async () => {
    net.mockImplementation(kept);
    render(<Phone />);
    choose(/Mening 1/);
    send();
    await pass(100);
    fireEvent.click(screen.getByRole('button', { name: 'Ändra svar' }));
    choose(/Mening 3/);
    send();
    await pass(100);

    expect(sent().map(({ level, attempt }) => [level, attempt])).toEqual([
      [1, 1],
      [3, 2],
    ]);
  });

  it('that comes too late is said to be so, and not tried again', async () => {
    net.mockImplementation(refused);
    render(<Phone />);
    choose(/Mening 1/);
    send();
    await pass(10_000);

    expect(late).toHaveBeenCalledTimes(1);
    expect(net).toHaveBeenCalledTimes(1);
  });
});
