// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import {
  getEventLog,
  getEventLogMapping,
  getFrictionFigures,
  getLargestFrictions,
  getMinedCase,
  getMonthSeries,
  getProcessMap,
  listEventClasses,
  listEventLogs,
  listFilterValues,
  listIndicators,
  listMinedCases,
  listVariants,
} from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { type FilterSearch, SORTS, toQuery } from './filter/search';

/** Everything asked about event logs lies under this key, so that an import or a new mapping can make all of it be asked anew. */
export const FRICTION = 'friction';

const PAGE = 50;

/** The logs one may see, page by page. */
export const useLogs = () =>
  usePages([FRICTION, 'logs'], async (cursor, signal) => (await listEventLogs({ query: { limit: PAGE, cursor }, signal })).data);

/** One log with its quality note. */
export const logQuery = (eventLogId: string) =>
  queryOptions({
    queryKey: [FRICTION, eventLogId, 'log'],
    queryFn: async ({ signal }) => (await getEventLog({ path: { eventLogId }, signal })).data,
  });

/** Which class each activity of a log belongs to. */
export const mappingQuery = (eventLogId: string) =>
  queryOptions({
    queryKey: [FRICTION, eventLogId, 'mapping'],
    queryFn: async ({ signal }) => (await getEventLogMapping({ path: { eventLogId }, signal })).data,
  });

/** The classes there are; they never change while one works. */
export const classesQuery = queryOptions({
  queryKey: [FRICTION, 'classes'],
  queryFn: async ({ signal }) => (await listEventClasses({ signal })).data.items,
  staleTime: Number.POSITIVE_INFINITY,
});

const about = (eventLogId: string, filter: FilterSearch) => ({ path: { eventLogId }, query: toQuery(filter) });

/** The process map of the cases kept. */
export const useProcessMap = (eventLogId: string, filter: FilterSearch) =>
  useQuery({
    queryKey: [FRICTION, eventLogId, 'map', toQuery(filter)],
    queryFn: async ({ signal }) => (await getProcessMap({ ...about(eventLogId, filter), signal })).data,
    placeholderData: keepPreviousData,
  });

/** Their key figures. */
export const useFigures = (eventLogId: string, filter: FilterSearch) =>
  useQuery({
    queryKey: [FRICTION, eventLogId, 'figures', toQuery(filter)],
    queryFn: async ({ signal }) => (await getFrictionFigures({ ...about(eventLogId, filter), signal })).data,
    placeholderData: keepPreviousData,
  });

/** Their largest frictions. */
export const useFrictions = (eventLogId: string, filter: FilterSearch) =>
  useQuery({
    queryKey: [FRICTION, eventLogId, 'frictions', toQuery(filter)],
    queryFn: async ({ signal }) => (await getLargestFrictions({ ...about(eventLogId, filter), signal })).data,
    placeholderData: keepPreviousData,
  });

/** The same cases month by month. */
export const useMonths = (eventLogId: string, filter: FilterSearch) =>
  useQuery({
    queryKey: [FRICTION, eventLogId, 'months', toQuery(filter)],
    queryFn: async ({ signal }) => (await getMonthSeries({ ...about(eventLogId, filter), signal })).data,
    placeholderData: keepPreviousData,
  });

/** What the filter can be set to. */
export const useFilterValues = (eventLogId: string, filter: FilterSearch) =>
  useQuery({
    queryKey: [FRICTION, eventLogId, 'values', toQuery(filter)],
    queryFn: async ({ signal }) => (await listFilterValues({ ...about(eventLogId, filter), signal })).data,
    placeholderData: keepPreviousData,
  });

/** The paths the cases take, page by page. */
export const useVariants = (eventLogId: string, filter: FilterSearch) =>
  usePages([FRICTION, eventLogId, 'variants', toQuery(filter)], async (cursor, signal) => {
    const { path, query } = about(eventLogId, filter);
    return (await listVariants({ path, query: { ...query, limit: 20, cursor }, signal })).data;
  });

/** The cases behind a figure, page by page. */
export const useMinedCases = (eventLogId: string, filter: FilterSearch, sort: (typeof SORTS)[number] = SORTS[0]) =>
  usePages([FRICTION, eventLogId, 'cases', toQuery(filter), sort], async (cursor, signal) => {
    const { path, query } = about(eventLogId, filter);
    return (await listMinedCases({ path, query: { ...query, sort, limit: PAGE, cursor }, signal })).data;
  });

/** How many cases a filter keeps: what a link to them may promise. */
export const useCaseCount = (eventLogId: string, filter: FilterSearch, enabled: boolean) =>
  useQuery({
    queryKey: [FRICTION, eventLogId, 'count', toQuery(filter)],
    queryFn: async ({ signal }) => {
      const { path, query } = about(eventLogId, filter);
      return (await listMinedCases({ path, query: { ...query, limit: 1 }, signal })).data.selection.caseCount;
    },
    enabled,
  });

/** One case and its events. */
export const minedCaseQuery = (eventLogId: string, caseKey: string) =>
  queryOptions({
    queryKey: [FRICTION, eventLogId, 'case', caseKey],
    queryFn: async ({ signal }) => (await getMinedCase({ path: { eventLogId, caseKey }, signal })).data,
  });

/** The maturity model's indicators, measured from the log. */
export const indicatorsQuery = (eventLogId: string, unit: string | undefined) =>
  queryOptions({
    queryKey: [FRICTION, eventLogId, 'indicators', unit ?? null],
    queryFn: async ({ signal }) => (await listIndicators({ path: { eventLogId }, query: unit === undefined ? {} : { unit }, signal })).data,
  });
