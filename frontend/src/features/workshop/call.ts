// SPDX-License-Identifier: EUPL-1.2
import { asProblem, ProblemError } from '@/api/problem';
import { currentLanguage } from '@/shared/i18n/language';

const BASE = '/api/v1';
const PATIENCE_MS = 20_000;

/** One call, without the client of the staff pages: phones and the screen have a small page of their own. */
export async function call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': currentLanguage() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  try {
    const response = await fetch(BASE + path, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw asProblem(parsed(text), response.status);
    return JSON.parse(text) as T;
  } catch (thrown) {
    // No net, no answer in time or half an answer are the same to the one who waits.
    throw thrown instanceof ProblemError ? thrown : new ProblemError(0, undefined);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
