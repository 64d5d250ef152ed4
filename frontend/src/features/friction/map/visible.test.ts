// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { activity, edge, exampleMap } from '../test';
import { edgeKey } from './measure';
import { mainPath, usualActivities, visiblePart } from './visible';

const NOTHING = { activities: new Set<string>(), edges: new Set<string>() };
const ways = (part: ReturnType<typeof visiblePart>) => part.edges.map((one) => `${one.from} ${one.to}`);

describe('what is drawn of a map', () => {
  it('is all of it when both sliders say everything, loops apart', () => {
    const part = visiblePart(exampleMap, 5, 0, NOTHING);

    expect(part.edges).toHaveLength(7);
    expect([...part.loops.keys()]).toEqual(['Komplettering']);
    expect(part.possible).toBe(7);
  });

  it('leaves out ways that are too rare, but never the only way to or from a step', () => {
    const part = visiblePart(exampleMap, 5, 0.5, NOTHING);

    expect(ways(part)).toContain('Registrerat Komplettering');
    expect(ways(part)).toContain('Komplettering Beslut');
    expect(ways(part)).not.toContain('Registrerat Avslutat');
    expect(ways(part)).not.toContain('Beslut Registrerat');
  });

  it('drops the steps of fewest cases first, with their ways', () => {
    const part = visiblePart(exampleMap, 4, 0, NOTHING);

    expect(part.activities.map((one) => one.name)).not.toContain('Komplettering');
    expect(ways(part)).not.toContain('Registrerat Komplettering');
  });

  it('keeps what has been chosen, with its steps, whatever the sliders say', () => {
    const part = visiblePart(exampleMap, 3, 0.5, {
      activities: new Set(),
      edges: new Set([edgeKey({ from: 'Komplettering', to: 'Komplettering' })]),
    });

    expect(part.activities.map((one) => one.name)).toContain('Komplettering');
    expect(part.loops.has('Komplettering')).toBe(true);
  });
});

describe('the main way', () => {
  it('goes from where most cases begin by the commonest next to where most end', () => {
    expect(visiblePart(exampleMap, 5, 0, NOTHING).main).toEqual(['Inkommet', 'Registrerat', 'Beslut', 'Avslutat']);
  });

  it('stops where more cases end than go on, and never goes in a circle', () => {
    const steps = [activity('a', 100, { startCases: 100 }), activity('b', 100, { endCases: 70 }), activity('c', 30)];

    expect(mainPath(steps, [edge('a', 'b', 100), edge('b', 'c', 30), edge('b', 'a', 90)])).toEqual(['a', 'b']);
  });

  it('is empty for an empty map', () => {
    expect(mainPath([], [])).toEqual([]);
  });
});

it('draws at first what is in two cases of a hundred, eight to thirty steps', () => {
  const many = Array.from({ length: 200 }, (_, at) => activity(`s${at}`, at < 50 ? 10 : 1));

  expect(usualActivities({ ...exampleMap, activities: many })).toBe(30);
  expect(usualActivities({ ...exampleMap, activities: many.slice(49) })).toBe(8);
  expect(usualActivities(exampleMap)).toBe(5);
});
