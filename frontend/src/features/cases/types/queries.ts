// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { getCaseTypeVersion, listCaseTypeChanges, listCaseTypes, listCaseTypeVersions } from '@/api';

/** Key of everything that shows case types and their versions. */
const CASE_TYPES = ['case-types'] as const;

/** The newest version of each type in each state. */
export const typesQuery = queryOptions({
  queryKey: [...CASE_TYPES, 'list'],
  queryFn: async ({ signal }) => (await listCaseTypes({ signal })).data.items,
});

/** The versions of a type, newest first. */
export const versionsQuery = (caseTypeId: string) =>
  queryOptions({
    queryKey: [...CASE_TYPES, 'versions', caseTypeId],
    queryFn: async ({ signal }) => (await listCaseTypeVersions({ path: { caseTypeId }, signal })).data.items,
  });

/** One version, whole. */
export const versionQuery = (caseTypeId: string, version: number) =>
  queryOptions({
    queryKey: [...CASE_TYPES, 'version', caseTypeId, version],
    queryFn: async ({ signal }) => (await getCaseTypeVersion({ path: { caseTypeId, version }, signal })).data,
  });

/** What differs from the version it was drafted from. */
export const changesQuery = (caseTypeId: string, version: number) =>
  queryOptions({
    queryKey: [...CASE_TYPES, 'changes', caseTypeId, version],
    queryFn: async ({ signal }) => (await listCaseTypeChanges({ path: { caseTypeId, version }, signal })).data,
  });

/** Something has been done with a type: what is shown of types is out of date, in forms for new cases too. */
export async function typesChanged(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: CASE_TYPES });
  await queryClient.invalidateQueries({
    predicate: ({ queryKey: [key] }) =>
      typeof key === 'object' && key !== null && '_id' in key && (key._id === 'listCaseTypes' || key._id === 'getCaseType'),
  });
}
