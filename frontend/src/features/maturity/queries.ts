// SPDX-License-Identifier: EUPL-1.2
import { queryOptions, useQuery } from '@tanstack/react-query';
import { getAssessment, getMaturityModel, getScorecard, getTargetPicture, listCaseTypes, listEventLogs, listUnits, useMay } from '@/api';

/** Everything of one assessment begins with this, so that an act can make all of it old at once. */
export const assessmentKey = (assessmentId: string) => ['assessment', assessmentId] as const;

/** The list of assessments, whatever its filters. */
export const assessmentsKey = ['assessments'] as const;

export const assessmentQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: [...assessmentKey(assessmentId), 'whole'],
    queryFn: async ({ signal }) => (await getAssessment({ path: { assessmentId }, signal })).data,
  });

export const scorecardQuery = (assessmentId: string, unit: string | undefined) =>
  queryOptions({
    queryKey: [...assessmentKey(assessmentId), 'scorecard', unit],
    queryFn: async ({ signal }) => (await getScorecard({ path: { assessmentId }, query: unit ? { unit } : {}, signal })).data,
  });

/** A version of the model; it never changes. */
export const modelQuery = (model: { id: string; version: string } | undefined) =>
  queryOptions({
    queryKey: ['maturity-model', model?.id, model?.version],
    queryFn: async ({ signal }) =>
      (await getMaturityModel({ query: model ? { modelId: model.id, version: model.version } : {}, signal })).data,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Units by identity. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: async ({ signal }) => (await listUnits({ signal })).data.items,
  staleTime: 60_000,
});

/** Case types that new cases follow, or did, each once. */
export function useProcesses() {
  const may = useMay();
  return useQuery({
    queryKey: ['case-types', 'processes'],
    queryFn: async ({ signal }) => (await listCaseTypes({ query: { status: 'published' }, signal })).data.items,
    enabled: may('case-type:read'),
    select: (types) => types.filter((type, at) => types.findIndex(({ key }) => key === type.key) === at),
  });
}

const MOST_LOGS = 200;

/** Event logs to measure from; nobody has more of them than fit on one page of a choice. */
export function useEventLogs() {
  const may = useMay();
  return useQuery({
    queryKey: ['event-logs', 'choice'],
    queryFn: async ({ signal }) => (await listEventLogs({ query: { limit: MOST_LOGS }, signal })).data.items,
    enabled: may('friction:read'),
  });
}

/** An accepted target: where a criterion is going, and by when. */
export type TargetMark = { level: number; dueDate: string };

const NO_TARGETS: ReadonlyMap<string, TargetMark> = new Map();

/** The targets that count, by criterion; none for those who may not read them. The key is that of the target picture's own pages. */
export function useTargets(assessmentId: string): ReadonlyMap<string, TargetMark> {
  const may = useMay();
  const { data } = useQuery({
    queryKey: ['improvement', 'targets', assessmentId],
    queryFn: async ({ signal }) => (await getTargetPicture({ path: { assessmentId }, signal })).data,
    enabled: may('target:read'),
    select: (picture) =>
      new Map(
        picture.criteria.flatMap(({ criterion, target }) =>
          target?.accepted ? [[criterion, { level: target.accepted.level, dueDate: target.accepted.dueDate }] as const] : [],
        ),
      ),
  });
  return data ?? NO_TARGETS;
}
