// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { getMaturityModelVersion, listMaturityModelChanges, listMaturityModels } from '@/api';

/** Key of everything that shows models and their versions. */
const MODELS = ['maturity-models'] as const;

/** A version of a model by its name, as the address names it. */
export type ModelPath = { modelId: string; modelVersion: string };

/** Every version of every model one may see. */
export const modelsQuery = queryOptions({
  queryKey: [...MODELS, 'list'],
  queryFn: async ({ signal }) => (await listMaturityModels({ signal })).data.items,
});

/** One version, whole. */
export const modelVersionQuery = (path: ModelPath) =>
  queryOptions({
    queryKey: [...MODELS, 'version', path.modelId, path.modelVersion],
    queryFn: async ({ signal }) => (await getMaturityModelVersion({ path, signal })).data,
  });

/** What differs from what it began as a copy of. */
export const modelChangesQuery = (path: ModelPath) =>
  queryOptions({
    queryKey: [...MODELS, 'changes', path.modelId, path.modelVersion],
    queryFn: async ({ signal }) => (await listMaturityModelChanges({ path, signal })).data,
  });

/** Something has been done with a model: what is shown of models is out of date. */
export const modelsChanged = (queryClient: QueryClient) => queryClient.invalidateQueries({ queryKey: MODELS });
