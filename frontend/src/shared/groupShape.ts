// SPDX-License-Identifier: EUPL-1.2
// Shapes of groups of an assessment's own. The four fixed groups have theirs (◆▲●■); the name always stands beside.

type Point = readonly [number, number];

const around = (corners: number, turn: number, inner = 1): Point[] =>
  Array.from({ length: corners }, (_, at) => {
    const angle = turn + (at * 2 * Math.PI) / corners;
    const reach = at % 2 === 1 ? inner : 1;
    return [Math.cos(angle) * reach, Math.sin(angle) * reach] as const;
  });

const UP = -Math.PI / 2;
const ARM = 0.36;
const SHAPES: readonly (readonly Point[])[] = [
  around(5, UP),
  // A plus.
  [
    [-ARM, -1],
    [ARM, -1],
    [ARM, -ARM],
    [1, -ARM],
    [1, ARM],
    [ARM, ARM],
    [ARM, 1],
    [-ARM, 1],
    [-ARM, ARM],
    [-1, ARM],
    [-1, -ARM],
    [-ARM, -ARM],
  ],
  around(10, UP, 0.45),
  // A triangle on its point.
  [
    [-1, -0.9],
    [1, -0.9],
    [0, 0.9],
  ],
  around(6, 0),
];

/** The outline of a group of one's own around a point, so wide: always the same for the same group. */
export function ownShape(group: string, x: number, y: number, size: number): string {
  const number = [...group].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  const points = SHAPES[number % SHAPES.length] ?? [];
  const r = size / 2;
  const round = (value: number) => Math.round(value * 100) / 100;
  return `M${points.map(([dx, dy]) => `${round(x + dx * r)} ${round(y + dy * r)}`).join('L')}Z`;
}
