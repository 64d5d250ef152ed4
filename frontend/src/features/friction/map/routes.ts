// SPDX-License-Identifier: EUPL-1.2
import type { Chain, Item } from './order';

export type Point = { x: number; y: number };

/** An edge as drawn: its path, points along it for labels, and where its tip is. */
export type Route = {
  path: string;
  points: Point[];
  tip: Point /** −1 points up. */;
  heading: 1 | -1 /** One straight line between neighbours. */;
  straight: boolean;
};

const PORT_GAP = 30;
const PORT_EDGE = 18;
/** Length of an arrow's tip. */
export const TIP = 8;
const SAMPLES = 16;

type Sizes = { nodeWidth: number; nodeHeight: number };

/** The ways of all edges, each from its own port so that no two leave a node at the same place. */
export function route(chains: readonly Chain[], tops: readonly number[], sizes: Sizes): Route[] {
  const below = ports(chains, 'upper', sizes);
  const above = ports(chains, 'lower', sizes);
  return chains.map((chain, at) => draw(chain, below[at] ?? chain.upper.x, above[at] ?? chain.lower.x, tops, sizes));
}

/** Where each edge meets its upper (or lower) node, sorted by where it goes; the main way keeps the middle. */
function ports(chains: readonly Chain[], end: 'upper' | 'lower', sizes: Sizes): number[] {
  const places: number[] = [];
  const byNode = new Map<Item, number[]>();
  chains.forEach((chain, at) => {
    byNode.set(chain[end], [...(byNode.get(chain[end]) ?? []), at]);
  });
  const towards = (chain: Chain) =>
    (end === 'upper' ? [...chain.between, chain.lower][0] : ([...chain.between].reverse()[0] ?? chain.upper))?.x ?? 0;
  for (const [node, edges] of byNode) {
    const sorted = [...edges].sort((a, b) => {
      const [first, second] = [chains[a] as Chain, chains[b] as Chain];
      return towards(first) - towards(second) || Number(first.back) - Number(second.back);
    });
    const main = sorted.findIndex((at) => chains[at]?.main);
    const middle = main >= 0 ? main : (sorted.length - 1) / 2;
    const room = sizes.nodeWidth / 2 - PORT_EDGE;
    const step = Math.min(PORT_GAP, room / Math.max(1, Math.max(middle, sorted.length - 1 - middle)));
    sorted.forEach((at, index) => {
      places[at] = node.x + (index - middle) * step;
    });
  }
  return places;
}

function draw(chain: Chain, fromX: number, toX: number, tops: readonly number[], sizes: Sizes): Route {
  const top = (item: Item) => tops[item.level] ?? 0;
  const start = top(chain.upper) + sizes.nodeHeight;
  const end = top(chain.lower);
  // The tip stands free of the line, so the line ends where the tip begins.
  const from = { x: fromX, y: start + (chain.back ? TIP : 0) };
  const to = { x: toX, y: end - (chain.back ? 0 : TIP) };
  const stops: Point[] = [from];
  for (const item of chain.between) stops.push({ x: item.x, y: top(item) }, { x: item.x, y: top(item) + sizes.nodeHeight });
  stops.push(to);
  const points: Point[] = [from];
  let path = `M${xy(from)}`;
  stops.slice(1).forEach((stop, at) => {
    const before = stops[at] as Point;
    if (Math.abs(before.x - stop.x) < 0.5) {
      path += `L${xy(stop)}`;
      for (let n = 1; n <= SAMPLES; n++) points.push({ x: stop.x, y: before.y + ((stop.y - before.y) * n) / SAMPLES });
      return;
    }
    const bend = (stop.y - before.y) * 0.55;
    const [c1, c2] = [
      { x: before.x, y: before.y + bend },
      { x: stop.x, y: stop.y - bend },
    ];
    path += `C${xy(c1)} ${xy(c2)} ${xy(stop)}`;
    for (let n = 1; n <= SAMPLES; n++) points.push(cubic(before, c1, c2, stop, n / SAMPLES));
  });
  return {
    path,
    points,
    tip: chain.back ? { x: fromX, y: start } : { x: toX, y: end },
    heading: chain.back ? -1 : 1,
    straight: chain.between.length === 0 && Math.abs(fromX - toX) < 0.5,
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
const xy = (point: Point) => `${round(point.x)} ${round(point.y)}`;

function cubic(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, w: number) => s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * w;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}
