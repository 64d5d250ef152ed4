// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import {
  getAssessment,
  getMaturityModel,
  getWorkshop,
  getWorkshopBoard,
  getWorkshopProtocol,
  listRecommendations,
  listWorkshops,
} from '@/api';

/** The workshops of an assessment; nobody holds more of them than fit on one page. */
export const workshopsQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: ['workshops', assessmentId],
    queryFn: async ({ signal }) => (await listWorkshops({ path: { assessmentId }, query: { limit: 200 }, signal })).data.items,
  });

/** The facilitator's view. */
export const deskQuery = (workshopId: string) =>
  queryOptions({
    queryKey: ['workshop', workshopId, 'desk'],
    queryFn: async ({ signal }) => (await getWorkshop({ path: { workshopId }, signal })).data,
  });

const BOARD_MS = 2500;

/** "Stop, start, keep": notes come in all the time, so it is read every few seconds. */
export const boardQuery = (workshopId: string, version: number) =>
  queryOptions({
    queryKey: ['workshop', workshopId, 'board', version],
    queryFn: async ({ signal }) => (await getWorkshopBoard({ path: { workshopId }, signal })).data,
    refetchInterval: ({ state }) => (['notes', 'vote'].includes(state.data?.board.phase ?? '') ? BOARD_MS : false),
    placeholderData: (previous) => previous,
  });

/** The recommendations to choose a heading from. */
export const adviceQuery = queryOptions({
  queryKey: ['improvement', 'catalogue', 'titles'],
  queryFn: async ({ signal }) => (await listRecommendations({ signal })).data.items,
  staleTime: Number.POSITIVE_INFINITY,
});

/** What the workshop came to. */
export const protocolQuery = (workshopId: string) =>
  queryOptions({
    queryKey: ['workshop', workshopId, 'protocol'],
    queryFn: async ({ signal }) => (await getWorkshopProtocol({ path: { workshopId }, signal })).data,
  });

/** The assessment a workshop is about; the key is that of the assessment's own pages. */
export const assessmentQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: ['assessment', assessmentId, 'whole'],
    queryFn: async ({ signal }) => (await getAssessment({ path: { assessmentId }, signal })).data,
  });

/** A version of the model; it never changes. */
export const modelQuery = (model: { id: string; version: string } | undefined) =>
  queryOptions({
    queryKey: ['maturity-model', model?.id, model?.version],
    queryFn: async ({ signal }) =>
      (await getMaturityModel({ query: model ? { modelId: model.id, version: model.version } : {}, signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });
