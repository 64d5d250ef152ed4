// SPDX-License-Identifier: EUPL-1.2
// What is noted lies on this device from the keystroke until the server has it, so that neither a reload nor a dropped network loses it.
// One place for each question: two windows that write at different questions do not touch each other's.

/** A note that the server does not have yet. */
export type Unsent = {
  text: string;
  /** Version on the server that it stands on; 0 = there was none. */
  base: number;
  /** Its place in the order of sending. */
  turn: number;
};

/** The place where notes are kept; a device without storage keeps them until the page is left. */
export type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'malbild.interview.';
const REMINDER = 'reminder';

function place(): Place {
  try {
    localStorage.getItem(PREFIX);
    return localStorage;
  } catch {
    return { getItem: () => null, setItem: () => {}, removeItem: () => {}, key: () => null, length: 0 };
  }
}

/** Of one person's notes of one interview: nobody else who signs in on the device is shown them. */
const nameOf = (userId: string, interviewId: string) => `${PREFIX}${userId}.${interviewId}.`;

/** What has not been sent, by question. */
export function unsentOf(userId: string, interviewId: string, from: Place = place()): Record<string, Unsent> {
  const name = nameOf(userId, interviewId);
  const found: Record<string, Unsent> = {};
  for (let at = 0; at < from.length; at++) {
    const key = from.key(at);
    if (!key?.startsWith(name) || key === name + REMINDER) continue;
    const note = read(from.getItem(key));
    if (note) found[key.slice(name.length)] = note;
  }
  return found;
}

function read(text: string | null): Unsent | null {
  try {
    const note = text === null ? null : (JSON.parse(text) as Unsent);
    return note && typeof note.text === 'string' && Number.isInteger(note.base) ? note : null;
  } catch {
    return null;
  }
}

/** Keeps a note; false where the device has no room, so that one can be told. */
export function keep(userId: string, interviewId: string, question: string, note: Unsent, at: Place = place()): boolean {
  try {
    at.setItem(nameOf(userId, interviewId) + question, JSON.stringify(note));
    return true;
  } catch {
    return false;
  }
}

/** Lets go of a note that the server has. */
export function letGo(userId: string, interviewId: string, question: string, at: Place = place()): void {
  at.removeItem(nameOf(userId, interviewId) + question);
}

/** Whom the interviewer will meet: on this device alone. */
export const reminderOf = (userId: string, interviewId: string, at: Place = place()): string =>
  at.getItem(nameOf(userId, interviewId) + REMINDER) ?? '';

export function keepReminder(userId: string, interviewId: string, text: string, at: Place = place()): void {
  const key = nameOf(userId, interviewId) + REMINDER;
  try {
    if (text.trim()) at.setItem(key, text);
    else at.removeItem(key);
  } catch {
    // It lives in the page then.
  }
}

/** Leaves no trace of an interview on the device. */
export function forget(userId: string, interviewId: string, at: Place = place()): void {
  for (const question of Object.keys(unsentOf(userId, interviewId, at))) letGo(userId, interviewId, question, at);
  keepReminder(userId, interviewId, '', at);
}

/** Those to send, in the order they were first written. */
export const inTurn = (unsent: Record<string, Unsent>): [string, Unsent][] =>
  Object.entries(unsent).sort(([, one], [, other]) => one.turn - other.turn);
