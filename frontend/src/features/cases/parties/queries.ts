// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type CaseFile, listCaseParties } from '@/api';
import { CASE_LISTS, caseQuery, eventsKey } from '../queries';

/** Parties of a case, as of the version of the case that is shown. */
export const partiesQuery = (file: CaseFile) =>
  queryOptions({
    queryKey: ['case-parties', file.id, file.version],
    queryFn: async ({ signal }) => (await listCaseParties({ path: { caseId: file.id }, signal })).data,
  });

/** After a change: the case and what shows its parties is out of date. */
export async function partiesChanged(queryClient: QueryClient, caseId: string): Promise<void> {
  await Promise.all(
    [caseQuery(caseId).queryKey, eventsKey(caseId), ['case-parties', caseId], ['case-projection', caseId], CASE_LISTS].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );
}
