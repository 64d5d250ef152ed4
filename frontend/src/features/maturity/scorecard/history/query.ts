// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import { getAssessmentHistory } from '@/api';
import { assessmentKey } from '../../queries';

/** What was decided in earlier assessments of the same scope; one answer for all criteria. */
export const historyQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: [...assessmentKey(assessmentId), 'history'],
    queryFn: async ({ signal }) => (await getAssessmentHistory({ path: { assessmentId }, signal })).data,
  });
