// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { exampleMap } from '../test';
import { placeLabels } from './labels';
import { backEdges, type LayoutInput, layout } from './layout';
import { inOrder } from './position';
import { visiblePart } from './visible';

const SIZE = { nodeWidth: 208, nodeHeight: 46 };
const NOTHING = { activities: new Set<string>(), edges: new Set<string>() };

function inputOf(map = exampleMap): LayoutInput {
  const part = visiblePart(map, map.activities.length, 0, NOTHING);
  return {
    ...SIZE,
    nodes: part.activities.map((one) => ({ id: one.name, loop: part.loops.has(one.name) })),
    edges: part.edges.map((one) => ({ from: one.from, to: one.to, weight: one.frequency })),
    main: part.main,
  };
}

/** A graph by a fixed seed: thirty steps in a row, with ways in all directions. */
function tangled(seed: number): LayoutInput {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
  const names = Array.from({ length: 30 }, (_, at) => `s${at}`);
  const pairs = new Map<string, { from: string; to: string; weight: number }>();
  for (let at = 0; at < 29; at++) pairs.set(`${at} ${at + 1}`, { from: `s${at}`, to: `s${at + 1}`, weight: 500 - at });
  for (let n = 0; n < 50; n++) {
    const [from, to] = [next(30), next(30)];
    if (from !== to) pairs.set(`${from} ${to}`, { from: `s${from}`, to: `s${to}`, weight: 1 + next(60) });
  }
  return { ...SIZE, nodes: names.map((id, at) => ({ id, loop: at % 7 === 0 })), edges: [...pairs.values()], main: names.slice(0, 12) };
}

describe('the drawing of a map', () => {
  it('has the main way in one column, from the top down', () => {
    const input = inputOf();
    const drawn = layout(input);
    const main = input.main.map((name) => drawn.nodes.find((node) => node.id === name));

    expect(new Set(main.map((node) => node?.x))).toEqual(new Set([drawn.column]));
    expect(main.map((node) => node?.y)).toEqual([...main.map((node) => node?.y ?? 0)].sort((a, b) => a - b));
  });

  it('puts a detour to the right of it and a short cut to the left', () => {
    const input = inputOf();
    const drawn = layout(input);
    const way = (from: string, to: string) => drawn.edges[input.edges.findIndex((one) => one.from === from && one.to === to)];

    expect(drawn.nodes.find((node) => node.id === 'Komplettering')?.x).toBeGreaterThan(drawn.column + SIZE.nodeWidth);
    expect(Math.min(...(way('Registrerat', 'Avslutat')?.points.map((point) => point.x) ?? []))).toBeLessThan(
      drawn.column - SIZE.nodeWidth / 2,
    );
  });

  it('points downwards with the order and upwards against it', () => {
    const input = inputOf();
    const drawn = layout(input);
    const heading = (from: string, to: string) => drawn.edges[input.edges.findIndex((one) => one.from === from && one.to === to)]?.heading;

    expect(heading('Registrerat', 'Beslut')).toBe(1);
    expect(heading('Beslut', 'Registrerat')).toBe(-1);
  });

  it.each([1, 7, 42, 2026])('covers no step with another, no step with a way, and stays in its frame (seed %i)', (seed) => {
    const input = tangled(seed);
    const drawn = layout(input);
    const isInside = (x: number, y: number, node: { x: number; y: number }) =>
      Math.abs(x - node.x) < SIZE.nodeWidth / 2 - 1 && Math.abs(y - node.y) < SIZE.nodeHeight / 2 - 1;

    drawn.nodes.forEach((one, at) => {
      for (const other of drawn.nodes.slice(at + 1)) {
        const apart = Math.abs(one.x - other.x) >= SIZE.nodeWidth || Math.abs(one.y - other.y) >= SIZE.nodeHeight;
        expect(apart, `${one.id} and ${other.id}`).toBe(true);
      }
    });
    for (const [at, way] of drawn.edges.entries()) {
      for (const node of drawn.nodes) {
        const hit = way.points.filter((point) => isInside(point.x, point.y, node));
        expect(hit, `${input.edges[at]?.from}–${input.edges[at]?.to} through ${node.id}`).toEqual([]);
      }
      for (const point of way.points) {
        expect(point.x).toBeGreaterThanOrEqual(0);
        expect(point.x).toBeLessThanOrEqual(drawn.width);
        expect(point.y).toBeLessThanOrEqual(drawn.height);
      }
    }
  });

  it('turns back only what would close a circle, the rarest first', () => {
    const edges = [
      { from: 'a', to: 'b', weight: 10 },
      { from: 'b', to: 'c', weight: 10 },
      { from: 'c', to: 'a', weight: 3 },
      { from: 'c', to: 'b', weight: 9 },
    ];

    expect([...backEdges({ edges, main: ['a', 'b'] })].sort()).toEqual([2, 3]);
  });

  it('lets no step that can be reached from the beginning stand above it, however heavy its way back', () => {
    const edges = [
      { from: 'in', to: 'work', weight: 100 },
      { from: 'work', to: 'end', weight: 100 },
      { from: 'work', to: 'assign', weight: 20 },
      { from: 'assign', to: 'work', weight: 90 },
    ];
    const drawn = layout({
      ...SIZE,
      nodes: ['in', 'work', 'end', 'assign'].map((id) => ({ id, loop: false })),
      edges,
      main: ['in', 'work', 'end'],
    });

    expect(Math.min(...drawn.nodes.map((node) => node.level))).toBe(0);
    expect(drawn.nodes.filter((node) => node.level === 0).map((node) => node.id)).toEqual(['in']);
  });

  it('draws nothing from nothing', () => {
    expect(layout({ ...SIZE, nodes: [], edges: [], main: [] }).nodes).toEqual([]);
  });
});

it('places labels so that they cover neither a step nor each other; the rarest go first when there is no room', () => {
  const input = tangled(7);
  const drawn = layout(input);
  const labels = placeLabels(
    drawn.edges.map((route, at) => ({ route, text: '12 dgr', weight: input.edges[at]?.weight ?? 0, stroke: 3, must: false })),
    drawn.nodes.map((node) => ({ x: node.x - 104, y: node.y - 23, width: 208, height: 46 })),
  );
  const boxes = labels.flatMap((label) =>
    label ? [{ left: label.beside ? label.x : label.x - label.width / 2, top: label.y - 10, width: label.width }] : [],
  );

  expect(boxes.length).toBeGreaterThan(drawn.edges.length * 0.8);
  boxes.forEach((one, at) => {
    for (const other of boxes.slice(at + 1)) {
      const apart = one.left >= other.left + other.width || other.left >= one.left + one.width || Math.abs(one.top - other.top) >= 20;
      expect(apart).toBe(true);
    }
  });
});

it('finds the nearest rising places for wishes that are out of order', () => {
  expect(inOrder([3, 1, 2])).toEqual([2, 2, 2]);
  expect(inOrder([1, 2, 3])).toEqual([1, 2, 3]);
  expect(inOrder([5, 1, 9])).toEqual([3, 3, 9]);
  expect(inOrder([])).toEqual([]);
});
