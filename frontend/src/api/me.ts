// SPDX-License-Identifier: EUPL-1.2
import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getMe } from './gen/sdk.gen';
import type { Me } from './gen/types.gen';

/** Who is signed in and what they may do. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await getMe({ signal })).data,
  staleTime: 60_000,
});

/** The signed-in user; inside the frame there always is one. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether the signed-in user's roles hold a permission (`x-permission` of the contract) or one of several. */
export function useMay(): (permission: string | readonly string[]) => boolean {
  const { data } = useQuery(meQuery);
  return (permission) => {
    const wanted = typeof permission === 'string' ? [permission] : permission;
    return data?.permissions.some((held) => wanted.includes(held.permission)) ?? false;
  };
}

/** Whether the signed-in user holds a permission for the whole authority. */
export function useMayForAll(permission: string): boolean {
  const { data } = useQuery(meQuery);
  return data?.permissions.some((held) => held.permission === permission && held.reach === 'authority') ?? false;
}

/** Whether one may take files out of the service; whoever is a consultant and nothing else reads on the screen only. */
export const useMayExport = (): boolean => useMe().grants.some(({ role }) => role !== 'consultant');
