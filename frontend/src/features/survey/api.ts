// SPDX-License-Identifier: EUPL-1.2
import type { SurveyAnswers, SurveyQuestions, SurveySession } from '@/api/gen/types.gen';
import { asProblem, ProblemError } from '@/api/problem';
import { currentLanguage } from '@/shared/i18n/language';

const BASE = '/api/v1/survey-sessions';
const PATIENCE_MS = 20_000;

/** One call, without the client of the staff pages: a participant's page is to be small, and its answers are held nowhere but in the draft. */
async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
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
    return (text === '' ? undefined : JSON.parse(text)) as T;
  } catch (thrown) {
    // Whatever went wrong on the way – no net, no answer in time, half an answer – is the same to the one who waits.
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

/** Trades a code for a session, which is in a cookie. */
export const enter = (code: string) => call<SurveySession>('POST', '', { code });

/** The session there already is. */
export const mySession = () => call<SurveySession>('GET', '/current');

/** All questions, in all languages. */
export const questions = () => call<SurveyQuestions>('GET', '/current/questions');

/** Sends everything, once; the same `submissionId` again is counted as the same answer. */
export const submit = (answers: SurveyAnswers) => call<void>('POST', '/current/answers', answers);
