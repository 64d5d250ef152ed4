// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import { listBenchmarkComparisons, listBenchmarkMeasures } from '@/api';

/** The authority beside others. */
export const comparisonsQuery = queryOptions({
  queryKey: ['benchmark', 'comparisons'],
  queryFn: async ({ signal }) => (await listBenchmarkComparisons({ signal })).data.items,
});

/** What can be compared. */
export const measuresQuery = queryOptions({
  queryKey: ['benchmark', 'measures'],
  queryFn: async ({ signal }) => (await listBenchmarkMeasures({ signal })).data.items,
});

/** Key of what the authority has given. */
export const CONTRIBUTIONS = ['benchmark', 'contributions'] as const;
