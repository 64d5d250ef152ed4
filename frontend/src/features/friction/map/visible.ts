// SPDX-License-Identifier: EUPL-1.2
import type { MapActivity, MapEdge, ProcessMap } from '@/api';
import { edgeKey } from './measure';

/** Least shares of the cases a path is in to be drawn: from the most common to all. */
export const PATH_STEPS = [0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01, 0] as const;
const USUAL_PATHS = PATH_STEPS.indexOf(0.05);
const WAYS_PER_STEP = 2;

const FEWEST = 3;
const USUAL_SHARE = 0.02;
const USUAL_LEAST = 8;
const USUAL_MOST = 30;

/** Fewest activities the slider goes down to. */
export const fewestActivities = (map: ProcessMap) => Math.min(FEWEST, map.activities.length);

/** How many activities are drawn at first: those in at least two cases of a hundred, eight to thirty. */
export function usualActivities(map: ProcessMap): number {
  const common = map.activities.filter((activity) => activity.caseShare >= USUAL_SHARE).length;
  return Math.min(map.activities.length, USUAL_MOST, Math.max(common, USUAL_LEAST));
}

/** Which step of {@link PATH_STEPS} is drawn at first: five in a hundred, or so much more common that there are at most two ways for each step. */
export function usualPaths(map: ProcessMap, count: number): number {
  const nothing = { activities: new Set<string>(), edges: new Set<string>() };
  for (let step = USUAL_PATHS; step > 0; step--) {
    if (visiblePart(map, count, PATH_STEPS[step] ?? 0, nothing).edges.length <= WAYS_PER_STEP * count) return step;
  }
  return 0;
}

/** What is drawn of a map: steps, pairs and loops, and the way most cases go. */
export type Visible = {
  activities: MapActivity[];
  edges: MapEdge[];
  /** Pairs of an activity with itself, by its name. */
  loops: Map<string, MapEdge>;
  /** The most common way from beginning to end, as names. */
  main: string[];
  /** How many pairs there are between the activities drawn. */
  possible: number;
};

/**
 * The part of a map that is drawn. Besides the pairs that are common enough, each activity keeps its most frequent way in and out,
 * so that none hangs in the air; `keep` names what must be seen whatever the sliders say.
 */
export function visiblePart(
  map: ProcessMap,
  count: number,
  leastShare: number,
  keep: { activities: ReadonlySet<string>; edges: ReadonlySet<string> },
): Visible {
  const byCases = [...map.activities].sort((a, b) => b.cases - a.cases || b.events - a.events);
  const kept = new Set(keep.activities);
  for (const edge of map.edges) {
    if (!keep.edges.has(edgeKey(edge))) continue;
    kept.add(edge.from);
    kept.add(edge.to);
  }
  const activities = byCases.filter((activity, at) => at < count || kept.has(activity.name));
  const names = new Set(activities.map((activity) => activity.name));
  const within = map.edges.filter((edge) => names.has(edge.from) && names.has(edge.to));
  const between = within.filter((edge) => edge.from !== edge.to);
  const best = new Set<string>();
  for (const name of names) {
    const out = mostFrequent(between.filter((edge) => edge.from === name));
    const into = mostFrequent(between.filter((edge) => edge.to === name));
    if (out) best.add(edgeKey(out));
    if (into) best.add(edgeKey(into));
  }
  // The main way is that of all pairs, so that it stays as it is whatever the slider says.
  const main = mainPath(activities, between);
  for (const [at, from] of main.slice(0, -1).entries()) best.add(edgeKey({ from, to: main[at + 1] ?? '' }));
  const edges = between.filter((edge) => edge.caseShare >= leastShare || best.has(edgeKey(edge)) || keep.edges.has(edgeKey(edge)));
  const loops = within.filter((edge) => edge.from === edge.to && (edge.caseShare >= leastShare || keep.edges.has(edgeKey(edge))));
  return {
    activities,
    edges,
    loops: new Map(loops.map((edge) => [edge.from, edge])),
    main,
    possible: between.length,
  };
}

/** From the commonest beginning always on to the commonest next, until more cases end than go on. */
export function mainPath(activities: readonly MapActivity[], edges: readonly MapEdge[]): string[] {
  const ends = new Map(activities.map((activity) => [activity.name, activity.endCases]));
  const first = [...activities].sort((a, b) => b.startCases - a.startCases || b.cases - a.cases)[0];
  const path: string[] = [];
  let here = first?.name;
  while (here !== undefined) {
    path.push(here);
    const from: string = here;
    const next = mostFrequent(edges.filter((edge) => edge.from === from && !path.includes(edge.to)));
    here = next && next.frequency > (ends.get(from) ?? 0) ? next.to : undefined;
  }
  return path;
}

function mostFrequent(edges: readonly MapEdge[]): MapEdge | undefined {
  return edges.reduce<MapEdge | undefined>(
    (best, edge) => (best === undefined || edge.frequency > best.frequency ? edge : best),
    undefined,
  );
}
