// SPDX-License-Identifier: EUPL-1.2
import { asProblem, ProblemError } from '@/api/problem';

/** An event of a stream; an empty name is a comment, which only says that the line is open. */
export type StreamEvent = { name: string; id: string; data: string };

/** Longer without a word, not even the comment of every 15 seconds, means that the line is dead. */
const SILENCE_MS = 30_000;

/** Splits what has come into whole events and the rest. */
export function eventsIn(text: string): { events: StreamEvent[]; rest: string } {
  const parts = text.split(/\r?\n\r?\n/);
  const rest = parts.pop() ?? '';
  return { events: parts.map(eventOf), rest };
}

function eventOf(block: string): StreamEvent {
  const event: StreamEvent = { name: '', id: '', data: '' };
  for (const line of block.split(/\r?\n/)) {
    const [field = '', value = ''] = split(line);
    if (field === 'event') event.name = value;
    if (field === 'id') event.id = value;
    if (field === 'data') event.data += value;
  }
  return event;
}

function split(line: string): [string, string] {
  const at = line.indexOf(':');
  return at < 0 ? [line, ''] : [line.slice(0, at), line.slice(at + 1).replace(/^ /, '')];
}

/**
 * Reads a stream of events until it ends or falls silent. Not by EventSource: that one hides the comments, which tell a quiet line from a
 * dead one, and the status, which tells a lost session from a lost net.
 */
export async function readStream(path: string, onEvent: (event: StreamEvent) => void, signal: AbortSignal): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const response = await fetch(path, {
      headers: { Accept: 'text/event-stream' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok || !response.body) throw asProblem(undefined, response.status);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let waiting = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      const { events, rest } = eventsIn(waiting + value);
      waiting = rest;
      for (const event of events) onEvent(event);
    }
  } catch (thrown) {
    throw thrown instanceof ProblemError ? thrown : new ProblemError(0, undefined);
  } finally {
    clearTimeout(timer);
  }
}
