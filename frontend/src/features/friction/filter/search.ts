// SPDX-License-Identifier: EUPL-1.2
import type { CaseFilter, GetProcessMapData } from '@/api';
import { optionalInt, optionalOneOf, optionalText, optionalTrue } from '@/shared/search';
import { MEASURES, type Measure } from '../map/measure';

/** The filter as the API takes it. */
export type FilterQuery = NonNullable<GetProcessMapData['query']>;

export const PATTERNS = ['rework', 'unit_handover', 'ping_pong', 'bounce', 'after_hours', 'batch'] as const;
export const PERIODS_OF = ['ended', 'started', 'touched'] as const;

/** Which cases the figures are about, as it stands in the URL. `inUnit` is the log's own unit; `unit` is the one of the frame. */
export type FilterSearch = {
  from?: string;
  to?: string;
  periodOf?: (typeof PERIODS_OF)[number];
  attribute?: string;
  attributeValue?: string;
  inUnit?: string;
  activity?: string[];
  withoutActivity?: string[];
  eventClass?: string[];
  closedOnly?: true;
  variant?: string;
  edgeFrom?: string;
  edgeTo?: string;
  pattern?: (typeof PATTERNS)[number];
  minDurationSeconds?: number;
  maxDurationSeconds?: number;
  actors?: 'all';
  lifecycle?: 'complete';
};

export const VIEWS = ['map', 'table', 'variants'] as const;

/** How the map is looked at. */
export type ViewSearch = { view?: (typeof VIEWS)[number]; label?: Measure; paths?: number; steps?: number; show?: string };

export const SORTS = ['longest', 'shortest', 'newest', 'oldest'] as const;
export type CasesSearch = FilterSearch & { sort?: (typeof SORTS)[number] };

type Raw = Record<string, unknown>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const day = (value: unknown) => (typeof value === 'string' && DAY.test(value) ? value : undefined);

/** Texts as they are: names in a log may be made of blanks or figures. */
const exact = (value: unknown) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined);

function exactList(value: unknown): string[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).map(exact).filter((item): item is string => item !== undefined && item !== '');
  return list.length > 0 ? list : undefined;
}

function seconds(value: unknown): number | undefined {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Reads the filter out of an address; what has the wrong form counts as absent. */
export function readFilter(search: Raw): FilterSearch {
  return {
    from: day(search.from),
    to: day(search.to),
    periodOf: optionalOneOf(search.periodOf, PERIODS_OF),
    attribute: optionalText(search.attribute),
    attributeValue: search.attribute === undefined ? undefined : exact(search.attributeValue),
    inUnit: optionalText(search.inUnit),
    activity: exactList(search.activity),
    withoutActivity: exactList(search.withoutActivity),
    eventClass: exactList(search.eventClass),
    closedOnly: optionalTrue(search.closedOnly),
    variant: typeof search.variant === 'number' || /^[0-9a-f]+$/.test(String(search.variant ?? '')) ? exact(search.variant) : undefined,
    edgeFrom: exact(search.edgeFrom),
    edgeTo: exact(search.edgeTo),
    pattern: optionalOneOf(search.pattern, PATTERNS),
    minDurationSeconds: seconds(search.minDurationSeconds),
    maxDurationSeconds: seconds(search.maxDurationSeconds),
    actors: optionalOneOf(search.actors, ['all']),
    lifecycle: optionalOneOf(search.lifecycle, ['complete']),
  };
}

/** {@link readFilter} with how the map is looked at. */
export function readFriction(search: Raw): FilterSearch & ViewSearch {
  return {
    ...readFilter(search),
    view: optionalOneOf(search.view, VIEWS),
    label: optionalOneOf(search.label, MEASURES),
    paths: optionalInt(search.paths, 0, 7),
    steps: optionalInt(search.steps, 1, 20_000),
    show: optionalText(search.show),
  };
}

/** {@link readFilter} with the order of the cases. */
export const readCases = (search: Raw): CasesSearch => ({ ...readFilter(search), sort: optionalOneOf(search.sort, SORTS) });

/** Only the filter of what an address holds: what is carried from page to page. */
export const filterOf = (search: Raw): FilterSearch => clean(readFilter(search));

/** The filter as the API takes it. */
export function toQuery(filter: FilterSearch): FilterQuery {
  const { inUnit, ...rest } = filterOf(filter);
  return inUnit === undefined ? rest : { ...rest, unit: inUnit };
}

/** The way down from a figure: what to add to the filter in use. */
export type Way = CaseFilter & { activity?: string[] };

/** A filter narrowed to the cases behind a figure. */
export function narrowed(filter: FilterSearch, to: Way | undefined): FilterSearch {
  if (!to) return filter;
  const more = (old: string[] | undefined, added: string[] | undefined) => (added ? [...new Set([...(old ?? []), ...added])] : old);
  return clean({
    ...filter,
    activity: more(filter.activity, to.activity),
    eventClass: more(filter.eventClass, to.eventClass),
    withoutActivity: more(filter.withoutActivity, to.withoutActivity),
    edgeFrom: to.edgeFrom ?? filter.edgeFrom,
    edgeTo: to.edgeTo ?? filter.edgeTo,
    pattern: to.pattern ?? filter.pattern,
  });
}

/** Without what is absent, so that two equal filters are the same key and the same address. */
export function clean<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
