// SPDX-License-Identifier: EUPL-1.2
/** Something that stands on a level: a node, or the place where a long edge passes. */
export type Item = {
  /** The node; undefined where an edge passes. */
  node: string | undefined;
  loop: boolean;
  level: number;
  /** Where dagre put it. */
  hint: number;
  /** Where it ends up: its middle, the main column being 0. */
  x: number;
  main: boolean;
  /** −1 left of the main column, 1 right of it, 0 in it. */
  side: -1 | 0 | 1;
  /** Nodes of the same part outside the main way keep to one side. */
  group: string;
};

export type Level = { items: Item[] };

/** The way of an edge, from its upper end to its lower; a back edge runs it upwards. */
export type Chain = { upper: Item; lower: Item; between: Item[]; back: boolean; main: boolean; weight: number };

const SWEEPS = 8;
const WIDE = 2;

/** Puts detours to the right and short cuts to the left of the main way, then looks for the order with the fewest crossings. */
export function orderLevels(levels: readonly Level[], chains: readonly Chain[]): void {
  chooseSides(levels, chains);
  for (const level of levels) {
    const column = level.items.find((item) => item.main)?.hint ?? mean(level.items.map((item) => item.hint));
    const distance = (item: Item) => item.side * (1 + Math.abs(item.hint - column));
    level.items.sort((a, b) => distance(a) - distance(b));
  }
  sweep(levels, chains);
}

/** Parts that hang together outside the main way share a side; the right one unless it grows wide. */
function chooseSides(levels: readonly Level[], chains: readonly Chain[]): void {
  const nodes = levels.flatMap((level) => level.items).filter((item) => item.node !== undefined);
  const root = new Map<Item, Item>(nodes.map((node) => [node, node]));
  const find = (item: Item): Item => {
    const up = root.get(item) ?? item;
    return up === item ? item : find(up);
  };
  for (const { upper, lower } of chains) if (!upper.main && !lower.main) root.set(find(upper), find(lower));
  const parts = new Map<Item, Item[]>();
  for (const node of nodes) if (!node.main) parts.set(find(node), [...(parts.get(find(node)) ?? []), node]);

  const width = { [-1]: levels.map(() => 0), 1: levels.map(() => 0) };
  const bySize = [...parts.values()].sort((a, b) => b.length - a.length || (a[0]?.level ?? 0) - (b[0]?.level ?? 0));
  for (const part of bySize) {
    const widest = (side: -1 | 1) => Math.max(...part.map((item) => (width[side][item.level] ?? 0) + 1));
    const side = widest(1) <= WIDE || widest(1) <= widest(-1) + 1 ? 1 : -1;
    for (const item of part) {
      item.side = side;
      width[side][item.level] = (width[side][item.level] ?? 0) + 1;
    }
  }
  for (const chain of chains) {
    const bound = [chain.upper, chain.lower].find((item) => !item.main);
    const side = chain.main ? 0 : (bound?.side ?? (chain.back ? 1 : -1));
    for (const item of chain.between) item.side = side as Item['side'];
  }
}

function sweep(levels: readonly Level[], chains: readonly Chain[]): void {
  const links = neighbours(chains);
  let best = levels.map((level) => [...level.items]);
  let fewest = crossings(levels, chains);
  for (let round = 0; round < SWEEPS && fewest > 0; round++) {
    const down = round % 2 === 0;
    const order = down ? levels : [...levels].reverse();
    for (const level of order) {
      const place = placesOf(levels);
      const wish = new Map(
        level.items.map((item) => {
          const near = (links.get(item) ?? []).filter((other) => (down ? other.level < item.level : other.level > item.level));
          return [item, near.length > 0 ? mean(near.map((other) => place.get(other) ?? 0)) : (place.get(item) ?? 0)];
        }),
      );
      level.items.sort((a, b) => a.side - b.side || (wish.get(a) ?? 0) - (wish.get(b) ?? 0));
    }
    const now = crossings(levels, chains);
    if (now < fewest) {
      fewest = now;
      best = levels.map((level) => [...level.items]);
    }
  }
  levels.forEach((level, at) => {
    level.items = best[at] ?? level.items;
  });
}

/** Place of each item on its level, counted from the main column: −1 is the nearest to its left. */
function placesOf(levels: readonly Level[]): Map<Item, number> {
  const places = new Map<Item, number>();
  for (const level of levels) {
    const lefts = level.items.filter((item) => item.side < 0).length;
    level.items.forEach((item, at) => {
      places.set(
        item,
        item.side < 0 ? at - lefts : item.side > 0 ? at - lefts + (level.items.some((other) => other.side === 0) ? 0 : 1) : 0,
      );
    });
  }
  return places;
}

/** What each item is tied to on the levels above and below. */
export function neighbours(chains: readonly Chain[]): Map<Item, Item[]> {
  const links = new Map<Item, Item[]>();
  const tie = (a: Item, b: Item) => {
    links.set(a, [...(links.get(a) ?? []), b]);
    links.set(b, [...(links.get(b) ?? []), a]);
  };
  for (const chain of chains) {
    const way = [chain.upper, ...chain.between, chain.lower];
    way.slice(1).forEach((item, at) => {
      tie(way[at] as Item, item);
    });
  }
  return links;
}

/** How many pairs of edges cross between two levels, all levels together. */
export function crossings(levels: readonly Level[], chains: readonly Chain[]): number {
  const at = new Map<Item, number>();
  for (const level of levels) for (const [index, item] of level.items.entries()) at.set(item, index);
  const steps = levels.map((): [number, number][] => []);
  for (const chain of chains) {
    const way = [chain.upper, ...chain.between, chain.lower];
    way.slice(1).forEach((item, index) => {
      const above = way[index] as Item;
      steps[above.level]?.push([at.get(above) ?? 0, at.get(item) ?? 0]);
    });
  }
  let count = 0;
  for (const pairs of steps) {
    pairs.forEach(([a, b], index) => {
      for (const [c, d] of pairs.slice(index + 1)) if ((a - c) * (b - d) < 0) count++;
    });
  }
  return count;
}

const mean = (values: readonly number[]) => (values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0);
