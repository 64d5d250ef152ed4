// SPDX-License-Identifier: EUPL-1.2
import type { LocalizedText, RankedRecommendations } from '@/api';

/** A recommendation among others. `layer` = longest way from one that waits for nothing; `place` = its row in the layer. */
export type Node = {
  code: string;
  title: LocalizedText;
  state: 'ready' | 'locked' | 'reached';
  before: readonly string[];
  after: readonly string[];
  layer: number;
  place: number;
};

/** The recommendations that wait for another or are waited for, in layers. Prerequisites never go in a circle. */
export function graphOf(ranked: RankedRecommendations): Node[] {
  const known = new Map<string, { title: LocalizedText; state: Node['state'] }>();
  const before = new Map<string, string[]>();
  for (const { recommendation, state, prerequisites } of ranked.items) {
    known.set(recommendation.code, { title: recommendation.title, state: state === 'ready' ? 'ready' : 'locked' });
    before.set(
      recommendation.code,
      prerequisites.map((each) => each.code),
    );
  }
  for (const each of ranked.reached) known.set(each.code, { title: each.title, state: 'reached' });
  // What gives nothing by itself is not ranked, yet others wait for it.
  for (const { prerequisites } of ranked.items)
    for (const each of prerequisites)
      if (!known.has(each.code)) known.set(each.code, { title: each.title, state: each.met ? 'reached' : 'ready' });
  const after = new Map<string, string[]>();
  for (const [code, needed] of before) for (const each of needed) after.set(each, [...(after.get(each) ?? []), code]);
  const layers = new Map<string, number>();
  const layerOf = (code: string): number => {
    const found = layers.get(code);
    if (found !== undefined) return found;
    const needed = before.get(code) ?? [];
    const layer = needed.length === 0 ? 0 : 1 + Math.max(...needed.map(layerOf));
    layers.set(code, layer);
    return layer;
  };
  const tied = [...known.keys()].filter((code) => (before.get(code)?.length ?? 0) > 0 || (after.get(code)?.length ?? 0) > 0);
  const byLayer = new Map<number, string[]>();
  for (const code of tied) byLayer.set(layerOf(code), [...(byLayer.get(layerOf(code)) ?? []), code]);
  const rows = placed(byLayer, before);
  return tied
    .flatMap((code) => {
      const one = known.get(code);
      return one
        ? [{ code, ...one, before: before.get(code) ?? [], after: after.get(code) ?? [], layer: layerOf(code), place: rows.get(code) ?? 0 }]
        : [];
    })
    .sort((a, b) => a.layer - b.layer || a.place - b.place);
}

/** Rows within each layer: by the middle of the rows one waits for, so that lines cross little. */
function placed(byLayer: Map<number, string[]>, before: Map<string, string[]>): Map<string, number> {
  const rows = new Map<string, number>();
  for (const layer of [...byLayer.keys()].sort((a, b) => a - b)) {
    const middle = (code: string) => {
      const needed = (before.get(code) ?? []).map((each) => rows.get(each) ?? 0);
      return needed.length === 0 ? 0 : needed.reduce((sum, row) => sum + row, 0) / needed.length;
    };
    const codes = [...(byLayer.get(layer) ?? [])];
    if (layer > 0) codes.sort((a, b) => middle(a) - middle(b));
    codes.forEach((code, row) => {
      rows.set(code, row);
    });
  }
  return rows;
}

/** Everything on a way to or from one of them, itself included. */
export function chainOf(nodes: readonly Node[], code: string): Set<string> {
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  const found = new Set<string>();
  const walk = (at: string, next: (node: Node) => readonly string[]) => {
    const node = byCode.get(at);
    if (!node) return;
    found.add(at);
    for (const each of next(node)) walk(each, next);
  };
  walk(code, (node) => node.before);
  walk(code, (node) => node.after);
  return found;
}

/** A title in at most two lines of about so many characters. */
export function wrapped(title: string, width: number): [string, string] {
  if (title.length <= width) return [title, ''];
  const words = title.split(' ');
  let first = '';
  while (words.length > 0 && `${first} ${words[0]}`.trim().length <= width) first = `${first} ${words.shift()}`.trim();
  const rest = words.join(' ');
  return [first || title.slice(0, width), rest.length > width ? `${rest.slice(0, width - 1).trimEnd()}…` : rest];
}
