// SPDX-License-Identifier: EUPL-1.2
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

type PageOf<T> = { items: T[]; next?: string };

/** A list that comes page by page (keyset): what has come so far, and a way to the next. `key` names the list and its filters. */
export function usePages<P extends PageOf<unknown>>(
  key: readonly unknown[],
  fetchPage: (cursor: string | undefined, signal: AbortSignal) => Promise<P>,
) {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  return {
    items: (query.data?.pages.flatMap((page) => page.items) ?? []) as P['items'],
    first: query.data?.pages[0],
    isLoading: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    busy: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
    updatedAt: query.dataUpdatedAt,
  };
}
