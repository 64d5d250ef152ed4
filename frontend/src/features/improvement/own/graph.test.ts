// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { RankedRecommendations } from '@/api';
import { chainOf, graphOf, wrapped } from './graph';

const ranked = (edges: Record<string, string[]>, reached: string[] = []) =>
  ({
    items: Object.entries(edges).map(([code, needed]) => ({
      state: needed.length > 0 ? 'locked' : 'ready',
      recommendation: { code, title: { sv: code } },
      prerequisites: needed.map((each) => ({ code: each, title: { sv: each }, met: reached.includes(each) })),
    })),
    reached: reached.map((code) => ({ code, title: { sv: code }, because: 'done' })),
  }) as unknown as RankedRecommendations;

describe('how recommendations hang together', () => {
  it('puts each to the right of all it waits for, and leaves out what is tied to nothing', () => {
    const nodes = graphOf(ranked({ A: [], B: ['A'], C: ['A', 'B'], D: ['X'], E: [] }, ['X']));

    expect(Object.fromEntries(nodes.map((node) => [node.code, node.layer]))).toEqual({ A: 0, X: 0, B: 1, D: 1, C: 2 });
    expect(nodes.find((node) => node.code === 'X')?.state).toBe('reached');
    expect(nodes.find((node) => node.code === 'A')?.after).toEqual(['B', 'C']);
    expect(new Set(nodes.map((node) => `${node.layer}/${node.place}`)).size).toBe(nodes.length);
  });

  it('follows the ways to and from one, and no others', () => {
    const nodes = graphOf(ranked({ A: [], B: ['A'], C: ['B'], D: ['A'] }));

    expect([...chainOf(nodes, 'B')].sort()).toEqual(['A', 'B', 'C']);
  });

  it('keeps a title within two lines', () => {
    expect(wrapped('Kort', 20)).toEqual(['Kort', '']);
    const [first, second] = wrapped('Utse processägare för hela ärendeflöden och ge dem tid', 24);
    expect(first).toBe('Utse processägare för');
    expect(second.length).toBeLessThanOrEqual(24);
    expect(second.endsWith('…')).toBe(true);
  });
});
