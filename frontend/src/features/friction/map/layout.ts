// SPDX-License-Identifier: EUPL-1.2
import { layout as dagre, Graph } from '@dagrejs/dagre';
import { type Chain, type Item, type Level, orderLevels } from './order';
import { assignX } from './position';
import { type Point, type Route, route } from './routes';

/** A graph to draw: pairs once each, no pair of a node with itself. */
export type LayoutInput = {
  nodes: readonly { id: string; loop: boolean }[];
  edges: readonly { from: string; to: string; weight: number }[];
  /** The way that stands in one column, from its beginning. */
  main: readonly string[];
  nodeWidth: number;
  nodeHeight: number;
};

/** Where everything stands. Nodes by their middle; edges in the order they came. */
export type Layout = {
  width: number;
  height: number;
  /** Middle of the main column. */
  column: number;
  nodes: { id: string; x: number; y: number; level: number }[];
  edges: Route[];
};

const MARGIN = 16;
const RANK_GAP = 38;
const GAP_PER_BEND = 5;
const MOST_EXTRA_GAP = 70;
const MAIN_WEIGHT = 20;
/** Room beside a node for its loop and the label of it. */
export const LOOP_ROOM = 72;

type Pairs = Pick<LayoutInput, 'edges' | 'main'>;

/**
 * Which edges run against the order: the main way comes first, then the rest by weight, and what would close a circle turns back. What
 * can be reached from the beginning counts as after it.
 */
export function backEdges(input: Pairs): Set<number> {
  const beginning = input.main[0];
  const next = new Map<string, string[]>(beginning === undefined ? [] : [[beginning, [...reachable(beginning, input.edges)]]]);
  const back = new Set<number>();
  const reaches = (from: string, to: string): boolean => {
    const seen = new Set<string>();
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === to) return true;
      if (seen.has(at)) continue;
      seen.add(at);
      open.push(...(next.get(at) ?? []));
    }
    return false;
  };
  const isMain = mainEdges(input.main);
  const order = input.edges
    .map((edge, at) => ({ edge, at }))
    .sort((a, b) => Number(isMain(b.edge)) - Number(isMain(a.edge)) || b.edge.weight - a.edge.weight || a.at - b.at);
  for (const { edge, at } of order) {
    if (reaches(edge.to, edge.from)) back.add(at);
    else next.set(edge.from, [...(next.get(edge.from) ?? []), edge.to]);
  }
  return back;
}

/** Everything but the beginning itself that one can come to from it. */
function reachable(beginning: string, edges: Pairs['edges']): Set<string> {
  const found = new Set([beginning]);
  for (const here of found) for (const edge of edges) if (edge.from === here) found.add(edge.to);
  found.delete(beginning);
  return found;
}

const mainEdges = (main: readonly string[]) => {
  const following = new Map(main.slice(0, -1).map((name, at) => [name, main[at + 1]]));
  return (edge: { from: string; to: string }) => following.get(edge.from) === edge.to;
};

/**
 * A layered drawing, top-down. Dagre ranks the nodes and orders them; then the main way is put in one column with detours to its
 * right and short cuts to its left, and the rest is straightened around it.
 */
export function layout(input: LayoutInput): Layout {
  const back = backEdges(input);
  const isMain = mainEdges(input.main);
  const graph = new Graph({ multigraph: true, directed: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 40, ranksep: RANK_GAP, edgesep: 16, ranker: 'network-simplex' });
  for (const node of input.nodes) graph.setNode(node.id, { width: input.nodeWidth, height: input.nodeHeight });
  input.edges.forEach((edge, at) => {
    const [from, to] = back.has(at) ? [edge.to, edge.from] : [edge.from, edge.to];
    graph.setEdge(from, to, { weight: isMain(edge) ? MAIN_WEIGHT : 1, minlen: 1, width: 0, height: 0 }, String(at));
  });
  // What has only ways back into it is tied to the beginning, unseen: it stands below it, not beside.
  const beginning = input.main[0];
  if (beginning !== undefined) {
    for (const name of reachable(beginning, input.edges)) {
      if ((graph.inEdges(name) ?? []).length === 0) graph.setEdge(beginning, name, { weight: 0, minlen: 1, width: 0, height: 0 }, 'unseen');
    }
  }
  dagre(graph);

  const { levels, chains } = read(graph, input, back, isMain);
  orderLevels(levels, chains);
  assignX(levels, chains, { nodeWidth: input.nodeWidth, loopRoom: LOOP_ROOM });
  const heights = placeLevels(levels, chains, input.nodeHeight);
  return settle(levels, chains, heights, input);
}

/** What dagre said: the levels with what stands on them (nodes, and where long edges pass), and the way of each edge. */
function read(graph: Graph, input: LayoutInput, back: ReadonlySet<number>, isMain: (edge: { from: string; to: string }) => boolean) {
  const rows = [...new Set(input.nodes.map((node) => Math.round(graph.node(node.id).y)))].sort((a, b) => a - b);
  const rowOf = (y: number) => rows.findIndex((row) => Math.abs(row - y) < 2);
  const levels: Level[] = rows.map(() => ({ items: [] }));
  const onMain = new Set(input.main);
  const items = new Map<string, Item>();
  for (const node of input.nodes) {
    const { x, y } = graph.node(node.id);
    const item: Item = {
      node: node.id,
      loop: node.loop,
      level: rowOf(y),
      hint: x,
      x: 0,
      main: onMain.has(node.id),
      side: 0,
      group: node.id,
    };
    items.set(node.id, item);
    levels[item.level]?.items.push(item);
  }
  const chains: Chain[] = input.edges.map((edge, at) => {
    const isBack = back.has(at);
    const [upper, lower] = (isBack ? [edge.to, edge.from] : [edge.from, edge.to]).map((id) => items.get(id) as Item) as [Item, Item];
    const points: Point[] = graph.edge({ v: upper.node as string, w: lower.node as string, name: String(at) }).points ?? [];
    const between: Item[] = [];
    for (let level = upper.level + 1; level < lower.level; level++) {
      const row = rows[level] as number;
      const near = points.reduce(
        (best, point) => (Math.abs(point.y - row) < Math.abs(best.y - row) ? point : best),
        points[0] ?? { x: upper.hint, y: row },
      );
      const item: Item = { node: undefined, loop: false, level, hint: near.x, x: 0, main: isMain(edge), side: 0, group: '' };
      between.push(item);
      levels[level]?.items.push(item);
    }
    return { upper, lower, between, back: isBack, main: isMain(edge), weight: edge.weight };
  });
  return { levels, chains };
}

/** Top of each level: wider apart where many edges bend between two. */
function placeLevels(levels: readonly Level[], chains: readonly Chain[], nodeHeight: number): number[] {
  const tops: number[] = [];
  let top = MARGIN;
  levels.forEach((_, level) => {
    tops.push(top);
    const bends = chains.filter((chain) => {
      const way = [chain.upper, ...chain.between, chain.lower];
      const at = way.findIndex((item) => item.level === level);
      const [here, next] = [way[at], way[at + 1]];
      return at >= 0 && here && next && Math.abs(here.x - next.x) > 40;
    }).length;
    top += nodeHeight + RANK_GAP + Math.min(MOST_EXTRA_GAP, Math.max(0, bends - 1) * GAP_PER_BEND);
  });
  return tops;
}

function settle(levels: readonly Level[], chains: readonly Chain[], tops: readonly number[], input: LayoutInput): Layout {
  const all = levels.flatMap((level) => level.items);
  const half = input.nodeWidth / 2;
  const left = Math.min(...all.map((item) => (item.node === undefined ? item.x - 30 : item.x - half)), -half);
  const right = Math.max(...all.map((item) => (item.node === undefined ? item.x + 30 : item.x + half + (item.loop ? LOOP_ROOM : 0))), half);
  const shift = MARGIN - left;
  for (const item of all) item.x += shift;
  const middle = (item: Item) => (tops[item.level] ?? 0) + input.nodeHeight / 2;
  return {
    width: Math.ceil(right - left + 2 * MARGIN),
    height: Math.ceil((tops[tops.length - 1] ?? 0) + input.nodeHeight + MARGIN),
    column: shift,
    nodes: all.flatMap((item) => (item.node === undefined ? [] : [{ id: item.node, x: item.x, y: middle(item), level: item.level }])),
    edges: route(chains, tops, input),
  };
}
