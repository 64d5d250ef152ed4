// SPDX-License-Identifier: EUPL-1.2
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { getRoadmapItemEffect, listKnownEvents, listRoadmapEffects } from '@/api';

/** Everything about effects lies under this key, so that a noted event makes it be asked anew. */
export const EFFECTS = ['improvement', 'effects'] as const;

/** The effect of one item. */
export const effectQuery = (itemId: string) =>
  queryOptions({
    queryKey: [...EFFECTS, itemId],
    queryFn: async ({ signal }) => (await getRoadmapItemEffect({ path: { itemId }, signal })).data,
  });

const PAGE = 20;

/** A sentence for each item that has been started, some at a time since each is counted anew. */
export const effectsQuery = infiniteQueryOptions({
  queryKey: [...EFFECTS, 'all'],
  queryFn: async ({ signal, pageParam }) =>
    (await listRoadmapEffects({ query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) }, signal })).data,
  initialPageParam: '',
  getNextPageParam: (page) => page.next,
});

/** The newest known events. */
export const knownEventsQuery = queryOptions({
  queryKey: [...EFFECTS, 'events'],
  queryFn: async ({ signal }) => (await listKnownEvents({ query: { limit: 100 }, signal })).data.items,
});
