// SPDX-License-Identifier: EUPL-1.2
// What has been answered so far lies on this device and nowhere else, until it is sent. Nothing in it says who answers.
import type { SurveyAnswer, SurveyQuestion } from '@/api/gen/types.gen';

/** A level, or "do not know / does not concern me". */
export type Answer = number | 'dk';

/** Answers on their way. */
export type Draft = {
  /** Made once: a repeat after a lost reply is known by it. */
  submissionId: string;
  answers: Record<string, Answer>;
  /** What is written at questions. */
  comments?: Record<string, string>;
  unitId?: string;
};

const PREFIX = 'malbild.survey.';
const LATEST = `${PREFIX}latest`;

/** What a code looks like whichever way it was typed. */
export const plainCode = (code: string) => code.replace(/[\s-]/g, '').toUpperCase();

/** A short name for a code, so that the drafts of two codes are told apart without the code being kept. */
export function draftName(code: string): string {
  let hash = 0x811c9dc5;
  for (const letter of plainCode(code)) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** A random identity of version 4; `crypto.randomUUID` is closed to pages without https. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A draft without answers. */
export const freshDraft = (): Draft => ({ submissionId: randomId(), answers: {} });

/** The draft's place; a device without storage keeps it until the page is left. */
type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

function place(): Place {
  try {
    localStorage.getItem(LATEST);
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {} };
  }
}

/** The name of the draft last worked on, for a page opened again without its code. */
export const latestName = (): string => place().getItem(LATEST) ?? '';

/** The draft of a name, or a fresh one where there is none that can be read. */
export function loadDraft(name: string): Draft {
  const text = place().getItem(PREFIX + name);
  try {
    const read = text === null ? null : (JSON.parse(text) as Draft);
    if (read && typeof read.submissionId === 'string' && typeof read.answers === 'object') return read;
  } catch {
    // Half written or another version's: begin anew.
  }
  return freshDraft();
}

/** Keeps a draft on the device. A full store is no reason to stop answering. */
export function saveDraft(name: string, draft: Draft): void {
  try {
    place().setItem(PREFIX + name, JSON.stringify(draft));
    place().setItem(LATEST, name);
  } catch {
    // The draft lives in the page then.
  }
}

/** Leaves no trace of the answers on the device. */
export function forgetDraft(name: string): void {
  place().removeItem(PREFIX + name);
  place().removeItem(LATEST);
}

/** Whether a question has an answer that is one of its own. */
export function isAnswered(draft: Draft, question: SurveyQuestion): boolean {
  const answer = draft.answers[question.criterion];
  return answer === 'dk' || question.levels.some((level) => level.level === answer);
}

/** The place of the first question without answer; −1 when all have one. */
export const firstOpen = (draft: Draft, questions: readonly SurveyQuestion[]) =>
  questions.findIndex((question) => !isAnswered(draft, question));

/** How many questions have an answer. */
export const answeredCount = (draft: Draft, questions: readonly SurveyQuestion[]) =>
  questions.filter((question) => isAnswered(draft, question)).length;

/** The answers as they are sent, in the order of the questions whatever order they were given in. */
export const asSent = (draft: Draft, questions: readonly SurveyQuestion[]): SurveyAnswer[] =>
  questions.flatMap((question): SurveyAnswer[] => {
    const answer = draft.answers[question.criterion];
    if (answer === undefined) return [];
    const comment = draft.comments?.[question.criterion]?.trim();
    return [
      {
        criterion: question.criterion,
        ...(answer === 'dk' ? { dontKnow: true } : { level: answer, dontKnow: false }),
        ...(comment ? { comment } : {}),
      },
    ];
  });
