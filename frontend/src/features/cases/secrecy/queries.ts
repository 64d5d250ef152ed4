// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import { getCaseSecrecy, getCompartment, listCompartments } from '@/api';

/** How closed one case is. */
export const secrecyQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'secrecy'],
    queryFn: async ({ signal }) => (await getCaseSecrecy({ path: { caseId }, signal })).data,
  });

/** The compartments one may see. */
export const compartmentsQuery = queryOptions({
  queryKey: ['compartments'],
  queryFn: async ({ signal }) => (await listCompartments({ signal })).data,
});

/** One of them, with its members. */
export const compartmentQuery = (compartmentId: string) =>
  queryOptions({
    queryKey: ['compartments', compartmentId],
    queryFn: async ({ signal }) => (await getCompartment({ path: { compartmentId }, signal })).data,
  });

/** Key of the emergency openings. */
export const OPENINGS = ['case-openings'] as const;

export const VIEWS = ['compartments', 'openings', 'log', 'counts', 'mine'] as const;
export type View = (typeof VIEWS)[number];

/** What the page shows; all of it in the URL. A registration number is no personal data, a person stands by identity. */
export type ClosedSearch = {
  view?: View;
  compartment?: string;
  all?: true;
  number?: string;
  reader?: string;
  from?: string;
  to?: string;
};
