// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import { getRoadmapLoad, getTargetPicture, listAssessments, listRoadmapItems, type RoadmapItem, rankRecommendations } from '@/api';

/** Assessments one may see, newest first; enough to choose from. */
export const assessmentsQuery = queryOptions({
  queryKey: ['improvement', 'assessments'],
  queryFn: async ({ signal }) => (await listAssessments({ query: { limit: 50 }, signal })).data.items,
});

/** The target picture of an assessment. */
export const targetPictureQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: ['improvement', 'targets', assessmentId],
    queryFn: async ({ signal }) => (await getTargetPicture({ path: { assessmentId }, signal })).data,
  });

/** Recommendations of an assessment in order. */
export const rankedQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: ['improvement', 'ranked', assessmentId],
    queryFn: async ({ signal }) => (await rankRecommendations({ path: { assessmentId }, signal })).data,
  });

/** Key of one roadmap item. */
export const itemKey = (itemId: string) => ['improvement', 'item', itemId] as const;

/** What people have to carry, against the capacity. */
export const loadQuery = queryOptions({
  queryKey: ['improvement', 'load'],
  queryFn: async ({ signal }) => (await getRoadmapLoad({ signal })).data,
});

const PAGE = 200;

/** The whole roadmap of an assessment; a plan has tens of items, so the pages are put together. */
export const roadmapQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: ['improvement', 'roadmap', assessmentId],
    queryFn: async ({ signal }) => {
      const items: RoadmapItem[] = [];
      let cursor: string | undefined;
      do {
        const page = (await listRoadmapItems({ query: { assessment: assessmentId, limit: PAGE, ...(cursor ? { cursor } : {}) }, signal }))
          .data;
        items.push(...page.items);
        cursor = page.next;
      } while (cursor);
      return items;
    },
  });
