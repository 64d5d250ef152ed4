// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type CaseFile, getCase } from '@/api';

/** One case. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: async ({ signal }) => (await getCase({ path: { caseId }, signal })).data,
  });

/** Key of everything that shows lists of cases. */
export const CASE_LISTS = ['cases'] as const;

/** Key of what has happened in a case. */
export const eventsKey = (caseId: string) => ['case-events', caseId] as const;

/** After an act: the answer is the case now, and what shows it elsewhere is out of date. */
export async function caseChanged(queryClient: QueryClient, file: CaseFile): Promise<void> {
  queryClient.setQueryData(caseQuery(file.id).queryKey, file);
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: eventsKey(file.id) }),
    queryClient.invalidateQueries({ queryKey: CASE_LISTS }),
  ]);
}
