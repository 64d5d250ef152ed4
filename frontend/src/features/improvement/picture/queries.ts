// SPDX-License-Identifier: EUPL-1.2
import { queryOptions } from '@tanstack/react-query';
import { getTargetPictureVersion, listTargetPictureVersions } from '@/api';

const PAGE = 200;

/** Versions of target pictures that one may see, newest first; an authority has tens of them. */
export const versionsQuery = queryOptions({
  queryKey: ['improvement', 'picture-versions'],
  queryFn: async ({ signal }) => (await listTargetPictureVersions({ query: { limit: PAGE }, signal })).data.items,
});

/** One version. A draft follows words and targets, so it is read anew each time. */
export const versionQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['improvement', 'picture-version', versionId],
    queryFn: async ({ signal }) => (await getTargetPictureVersion({ path: { versionId }, signal })).data,
    staleTime: 0,
  });
