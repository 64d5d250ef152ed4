// SPDX-License-Identifier: EUPL-1.2
// Where things stand on the line of levels. Units are those of the drawing (viewBox 340 wide), so that it scales whole.
import type { CriterionCard } from '@/api';

/** Width of the drawing. */
export const WIDTH = 340;
const MARGIN = 34;
/** Between the centres of marks that stand at the same level. */
const APART = 16.5;
/** How far the bar of what is measured reaches beyond its levels. */
const REACH = 9;

/** The levels of a line, lowest first. */
export type Scale = readonly number[];

/** Where a level stands. */
export function levelX(level: number, scale: Scale): number {
  const [low, high] = [scale[0] ?? 1, scale.at(-1) ?? 5];
  const step = high > low ? (WIDTH - 2 * MARGIN) / (high - low) : 0;
  return MARGIN + (level - low) * step;
}

/** A group's mark. */
export type GroupMark = { group: string; x: number; joint: boolean };

/** The marks of the groups that may be shown; those at one level stand side by side in the order of the API (◆▲●■, then the assessment's own), centred on it. */
export function groupMarks(rated: CriterionCard['rated'], scale: Scale): GroupMark[] {
  const placed = rated.flatMap(({ group, level, shown }) => (level === undefined ? [] : [{ group, level, joint: shown === 'joint' }]));
  return placed.map(({ group, level, joint }) => {
    const together = placed.filter((other) => other.level === level);
    const place = together.findIndex((other) => other.group === group);
    return { group, joint, x: levelX(level, scale) + (place - (together.length - 1) / 2) * APART };
  });
}

/** The bar from the lowest to the highest measured level. */
export function spanBar(measured: CriterionCard['measured'], scale: Scale): { x: number; width: number } | null {
  const { lowestLevel, highestLevel } = measured;
  if (lowestLevel === undefined || highestLevel === undefined) return null;
  const x = levelX(lowestLevel, scale) - REACH;
  return { x, width: levelX(highestLevel, scale) + REACH - x };
}

/** The foot of the target's flag; beside the mark of the decision where both are at one level. */
export const flagX = (target: number, decided: number | undefined, scale: Scale) => levelX(target, scale) + (target === decided ? 11 : -4);

/** The mark of what is verified: to the left of that of the decision, so that both are seen at one level. */
export const checkX = (verified: number, scale: Scale) => levelX(verified, scale) - 13;
