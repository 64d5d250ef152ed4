// SPDX-License-Identifier: EUPL-1.2
// A tree of units as the choices of a list, where a browser shows no tree.

type Unit = { id: string; parentId?: string };

/** Before the name of a unit, for each unit above it; no-break spaces, since a choice trims others. */
const STEP = '\u00a0\u00a0\u00a0';

/** How many of the units of the list stand above a unit. */
export function depthOf(unit: Unit, units: readonly Unit[]): number {
  const above = units.find((one) => one.id === unit.parentId);
  return above ? depthOf(above, units) + 1 : 0;
}

/** The name of a unit as a choice: moved in under the unit above it. */
export const asChoice = (unit: Unit, units: readonly Unit[], name: string) => `${STEP.repeat(depthOf(unit, units))}${name}`;
