// SPDX-License-Identifier: EUPL-1.2
import { inTurn, type Unsent } from './kept';

/** What the server holds at a question. */
export type Held = { text: string; version: number };

/** What came of sending a note. */
export type Outcome =
  | { kind: 'held'; held: Held }
  /** Another device was first; what it wrote. */
  | { kind: 'conflict'; held: Held }
  /** No answer, or one that may be another next time. */
  | { kind: 'away' }
  /** It will not be taken in, and why. */
  | { kind: 'refused'; why: unknown };

/** How the notes of an interview stand: what the server holds, what only this device has, and where two devices differ. */
export type Standing = {
  held: Record<string, Held>;
  unsent: Record<string, Unsent>;
  conflicts: Record<string, Held>;
  refused: Record<string, unknown>;
  away: boolean;
};

export const standing = (held: Record<string, Held>, unsent: Record<string, Unsent>): Standing => ({
  held,
  unsent,
  conflicts: {},
  refused: {},
  away: false,
});

/** What stands at a question on this device. */
export const textAt = (now: Standing, question: string): string => now.unsent[question]?.text ?? now.held[question]?.text ?? '';

/** Something was written at a question. It keeps its turn and what it stands on; the same as the server holds is nothing to send. */
export function written(now: Standing, question: string, text: string): Standing {
  const before = now.unsent[question];
  const { [question]: _refused, ...refused } = now.refused;
  if (!before && text === (now.held[question]?.text ?? '')) return now;
  const turn = before?.turn ?? 1 + Math.max(0, ...Object.values(now.unsent).map((one) => one.turn));
  const base = before?.base ?? now.held[question]?.version ?? 0;
  return { ...now, refused, unsent: { ...now.unsent, [question]: { text, base, turn } } };
}

/** The next to send: not one that two devices differ on, nor one that was refused as it stands. */
export const nextToSend = (now: Standing): [string, Unsent] | undefined =>
  inTurn(now.unsent).find(([question]) => !(question in now.conflicts) && !(question in now.refused));

/** What has become of a note that was sent; what was written meanwhile stands on what the server has now. */
export function sent(now: Standing, question: string, what: Unsent, outcome: Outcome): Standing {
  switch (outcome.kind) {
    case 'held': {
      const held = { ...now.held, [question]: outcome.held };
      const { [question]: left, ...others } = now.unsent;
      const rest = left && left.text !== what.text ? { ...others, [question]: { ...left, base: outcome.held.version } } : others;
      return { ...now, held, unsent: rest, away: false };
    }
    case 'conflict': {
      const held = { ...now.held, [question]: outcome.held };
      const { [question]: left, ...others } = now.unsent;
      // Both wrote the same: there is nothing to choose between.
      if (!left || left.text === outcome.held.text) return { ...now, held, unsent: others, away: false };
      return { ...now, held, conflicts: { ...now.conflicts, [question]: outcome.held }, away: false };
    }
    case 'away':
      return { ...now, away: true };
    case 'refused':
      return { ...now, refused: { ...now.refused, [question]: outcome.why }, away: false };
  }
}

/** Somebody chose between two devices' texts: one's own or both go on top of the server's, or the server's stands. */
export function chosen(now: Standing, question: string, which: 'mine' | 'theirs' | 'both'): Standing {
  const theirs = now.conflicts[question];
  const mine = now.unsent[question];
  if (!theirs || !mine) return now;
  const { [question]: _settled, ...conflicts } = now.conflicts;
  const { [question]: _dropped, ...others } = now.unsent;
  if (which === 'theirs') return { ...now, conflicts, unsent: others };
  const text = which === 'mine' ? mine.text : [theirs.text, mine.text].filter(Boolean).join('\n\n');
  return { ...now, conflicts, unsent: { ...now.unsent, [question]: { ...mine, text, base: theirs.version } } };
}
