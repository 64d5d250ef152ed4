// SPDX-License-Identifier: EUPL-1.2
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { getInterview, getInterviewFindings, getInterviewGuide, getInterviewNotes, type Interview } from '@/api';
import { assessmentKey } from '../queries';

/** Everything about interviews of one assessment begins with this. */
export const interviewsKey = (assessmentId: string) => [...assessmentKey(assessmentId), 'interviews'] as const;

export const interviewQuery = (interviewId: string) =>
  queryOptions({
    queryKey: ['interview', interviewId],
    queryFn: async ({ signal }) => (await getInterview({ path: { interviewId }, signal })).data,
  });

export const findingsQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: [...interviewsKey(assessmentId), 'findings'],
    queryFn: async ({ signal }) => (await getInterviewFindings({ path: { assessmentId }, signal })).data,
  });

/** The questions there would be; all of the model, so that a choice among them needs no more asking. */
export const guideQuery = (assessmentId: string) =>
  queryOptions({
    queryKey: [...assessmentKey(assessmentId), 'interview-guide'],
    queryFn: async ({ signal }) => (await getInterviewGuide({ path: { assessmentId }, signal })).data,
  });

/** What the server holds of the notes. Read once: from then on the page knows what it has sent. */
export const notesQuery = (interviewId: string) =>
  queryOptions({
    queryKey: ['interview', interviewId, 'notes'],
    queryFn: async ({ signal }) => (await getInterviewNotes({ path: { interviewId }, signal })).data.items,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

/** Takes in an interview as an act left it, and lets what is counted of it be read anew. */
export function useTakeIn() {
  const queryClient = useQueryClient();
  return async (interview: Interview) => {
    queryClient.setQueryData(interviewQuery(interview.id).queryKey, interview);
    // Once it is over, what is left of the notes is the server's to say.
    if (!interview.acts.includes('note')) await queryClient.resetQueries({ queryKey: notesQuery(interview.id).queryKey });
    await queryClient.invalidateQueries({ queryKey: interviewsKey(interview.assessmentId) });
  };
}
