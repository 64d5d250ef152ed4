// SPDX-License-Identifier: EUPL-1.2
import type { Point, Route } from './routes';

type Box = { x: number; y: number; width: number; height: number };

/** A label: its middle, or its left edge where it stands beside a short straight edge. */
export type Label = { x: number; y: number; width: number; beside: boolean };

const CHARACTER = 7.2;
const PADDING = 12;
const HEIGHT = 20;
const PLACES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78] as const;

/**
 * Places the labels: the most important first, each where it covers neither a node nor a label, and as few other edges as can be.
 * Null where there is none; such a figure is read in the table, or at the edge when it is selected.
 */
export function placeLabels(
  edges: readonly { route: Route; text: string; weight: number; stroke: number; must: boolean }[],
  nodes: readonly Box[],
): (Label | null)[] {
  const taken: Box[] = [...nodes];
  const labels: (Label | null)[] = edges.map(() => null);
  const order = edges
    .map((_, at) => at)
    .sort((a, b) => Number(edges[b]?.must) - Number(edges[a]?.must) || (edges[b]?.weight ?? 0) - (edges[a]?.weight ?? 0));
  for (const at of order) {
    const edge = edges[at];
    if (!edge) continue;
    const width = edge.text.length * CHARACTER + PADDING;
    const candidates = edge.route.straight
      ? [...beside(edge.route, edge.stroke, width), ...along(edge.route.points, width)]
      : along(edge.route.points, width);
    const free = candidates.filter((label) => !taken.some((box) => overlaps(box, boxOf(label))));
    const others = edges.filter((other) => other !== edge);
    const covered = (label: Label) => others.filter((other) => other.route.points.some((point) => isIn(point, boxOf(label)))).length;
    const chosen = least(free, covered) ?? (edge.must ? candidates[0] : undefined);
    if (!chosen) continue;
    labels[at] = chosen;
    taken.push(boxOf(chosen));
  }
  return labels;
}

/** The one for which the cost is least; the first of equals. */
function least<T>(all: readonly T[], cost: (one: T) => number): T | undefined {
  const costs = all.map(cost);
  return all[costs.indexOf(Math.min(...costs))];
}

function beside(route: Route, stroke: number, width: number): Label[] {
  const [first, last] = [route.points[0] as Point, route.points[route.points.length - 1] as Point];
  const y = (first.y + last.y) / 2;
  return [
    { x: first.x + stroke / 2 + 7, y, width, beside: true },
    { x: first.x - stroke / 2 - 7 - width, y, width, beside: true },
  ];
}

function along(points: readonly Point[], width: number): Label[] {
  return PLACES.map((share) => {
    const point = points[Math.round(share * (points.length - 1))] as Point;
    return { x: point.x, y: point.y, width, beside: false };
  });
}

const boxOf = (label: Label): Box => ({
  x: label.beside ? label.x : label.x - label.width / 2,
  y: label.y - HEIGHT / 2,
  width: label.width,
  height: HEIGHT,
});

const isIn = (point: Point, box: Box) => point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height;

const overlaps = (a: Box, b: Box) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
