// SPDX-License-Identifier: EUPL-1.2
import type { Friction, ProcessMap } from '@/api';
import { edgeKey } from './measure';

/** What is chosen in the map: a step, a way between two, or what a sentence is about. */
export type Chosen = { kind: 'node'; name: string } | { kind: 'edge'; from: string; to: string } | { kind: 'friction'; rank: number };

/** As it stands in the URL (`show`). */
export const writeChosen = (chosen: Chosen) =>
  JSON.stringify(chosen.kind === 'node' ? [chosen.name] : chosen.kind === 'edge' ? [chosen.from, chosen.to] : chosen.rank);

/** Out of the URL; what cannot be read is nothing. */
export function readChosen(show: string | undefined): Chosen | null {
  if (show === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(show);
  } catch {
    return null;
  }
  if (typeof value === 'number') return { kind: 'friction', rank: value };
  if (!Array.isArray(value) || value.some((name) => typeof name !== 'string')) return null;
  const [first, second] = value as string[];
  if (first === undefined) return null;
  return second === undefined ? { kind: 'node', name: first } : { kind: 'edge', from: first, to: second };
}

/** The steps and ways that are lit when something is chosen. */
export type Lit = { activities: ReadonlySet<string>; edges: ReadonlySet<string> };

export const NOTHING_LIT: Lit = { activities: new Set(), edges: new Set() };

const MOST_WAYS = 3;

/** What a sentence is about: its way, its step, or its class's steps with the commonest ways on from them. */
export function litByFriction(friction: Friction, map: ProcessMap): Lit {
  if (friction.edge) return { activities: new Set([friction.edge.from, friction.edge.to]), edges: new Set([edgeKey(friction.edge)]) };
  const steps = map.activities.filter(
    (one) => one.name === friction.activity || (friction.eventClass !== undefined && one.eventClass === friction.eventClass),
  );
  const edges = steps.flatMap((step) => map.edges.filter((edge) => edge.from === step.name).slice(0, MOST_WAYS));
  return { activities: new Set(steps.map((step) => step.name)), edges: new Set(edges.map(edgeKey)) };
}

/** What is lit by a choice in the map. */
export function litBy(chosen: Chosen | null, map: ProcessMap, frictions: readonly Friction[]): Lit {
  if (!chosen) return NOTHING_LIT;
  if (chosen.kind === 'friction') {
    const friction = frictions.find((one) => one.rank === chosen.rank);
    return friction ? litByFriction(friction, map) : NOTHING_LIT;
  }
  if (chosen.kind === 'edge') {
    const known = map.edges.some((edge) => edge.from === chosen.from && edge.to === chosen.to);
    return known ? { activities: new Set([chosen.from, chosen.to]), edges: new Set([edgeKey(chosen)]) } : NOTHING_LIT;
  }
  if (!map.activities.some((one) => one.name === chosen.name)) return NOTHING_LIT;
  return { activities: new Set([chosen.name]), edges: new Set() };
}
