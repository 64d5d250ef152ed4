// SPDX-License-Identifier: EUPL-1.2
import { type Chain, type Item, type Level, neighbours } from './order';

const ROUNDS = 60;
const NODE_GAP = 48;
const MIXED_GAP = 34;
const EDGE_GAP = 22;

type Sizes = { nodeWidth: number; loopRoom: number };

/** Gives every item its place: the main way at 0, the others as near to what they are tied to as their neighbours on the level allow. */
export function assignX(levels: readonly Level[], chains: readonly Chain[], sizes: Sizes): void {
  const links = neighbours(chains);
  for (const level of levels) pack(level, sizes, (item) => item.side);
  for (let round = 0; round < ROUNDS; round++) {
    const order = round % 2 === 0 ? levels : [...levels].reverse();
    for (const level of order) pack(level, sizes, (item) => wish(item, links.get(item) ?? []));
  }
}

/** A passing edge keeps to the outermost place along its way, so that it runs straight; a node goes to the middle of what it is tied to. */
function wish(item: Item, near: readonly Item[]): number {
  const passing = item.node === undefined ? near.filter((other) => other.node === undefined) : [];
  if (passing.length > 0) return item.side * Math.max(...passing.map((other) => item.side * other.x));
  return near.length > 0 ? near.reduce((sum, other) => sum + other.x, 0) / near.length : item.x;
}

type Wish = (item: Item) => number;

/** Places one level: outwards from the main column, or freely where the main way does not pass. */
function pack(level: Level, sizes: Sizes, wished: Wish): void {
  const main = level.items.find((item) => item.side === 0);
  if (!main) {
    const offsets = offsetsOf(level.items, 0, 1, sizes);
    const places = inOrder(level.items.map((item, at) => wished(item) - (offsets[at] ?? 0)));
    level.items.forEach((item, at) => {
      item.x = (places[at] ?? 0) + (offsets[at] ?? 0);
    });
    return;
  }
  main.x = 0;
  outwards(
    level.items.filter((item) => item.side > 0),
    main,
    1,
    sizes,
    wished,
  );
  outwards(level.items.filter((item) => item.side < 0).reverse(), main, -1, sizes, wished);
}

function outwards(items: readonly Item[], main: Item, side: -1 | 1, sizes: Sizes, wished: Wish): void {
  const first = items[0];
  const offsets = offsetsOf(items, first ? apart(main, first, side, sizes) : 0, side, sizes);
  const beyond = inOrder(items.map((item, at) => side * wished(item) - (offsets[at] ?? 0)));
  items.forEach((item, at) => {
    item.x = side * (Math.max(0, beyond[at] ?? 0) + (offsets[at] ?? 0));
  });
}

/** Least distances from the start. The wishes are measured beyond them, so that only the order is left to keep. */
function offsetsOf(items: readonly Item[], start: number, side: -1 | 1, sizes: Sizes): number[] {
  let sum = start;
  return items.map((item, at) => {
    const before = items[at - 1];
    if (before) sum += apart(before, item, side, sizes);
    return sum;
  });
}

/** The main way is as wide where it only passes as where it has a step: what stands beside it is in a column of its own. */
const isBox = (item: Item) => item.node !== undefined || item.main;

const half = (item: Item, towards: -1 | 1, sizes: Sizes) =>
  isBox(item) ? sizes.nodeWidth / 2 + (item.loop && towards > 0 ? sizes.loopRoom : 0) : 0;

function apart(inner: Item, outer: Item, side: -1 | 1, sizes: Sizes): number {
  const nodes = Number(isBox(inner)) + Number(isBox(outer));
  const gap = nodes === 2 ? NODE_GAP : nodes === 1 ? MIXED_GAP : EDGE_GAP;
  return half(inner, side, sizes) + half(outer, -side as -1 | 1, sizes) + gap;
}

/** The rising sequence nearest to the wishes in least squares (pool adjacent violators). */
export function inOrder(wishes: readonly number[]): number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const wish of wishes) {
    let block = { sum: wish, count: 1 };
    for (let last = blocks[blocks.length - 1]; last && last.sum / last.count > block.sum / block.count; last = blocks[blocks.length - 1]) {
      blocks.pop();
      block = { sum: block.sum + last.sum, count: block.count + last.count };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => Array.from({ length: block.count }, () => block.sum / block.count));
}
