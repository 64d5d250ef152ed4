// SPDX-License-Identifier: EUPL-1.2
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { type CaseChannel, getInboxItem, type InboxItem, type InboxOutcome, listInboxItems } from '@/api';
import { CASE_LISTS } from '../queries';

/** Filters and place, as they stand in the URL. */
export type InboxSearch = {
  item?: string;
  act?: 'register' | 'link';
  outcome?: InboxOutcome;
  channel?: CaseChannel;
  late?: true;
};

/** Ways in, the commonest first. */
export const CHANNELS = ['post', 'email', 'eservice', 'counter', 'phone', 'scan', 'api', 'own'] as const satisfies readonly CaseChannel[];

/** Every outcome. */
export const OUTCOMES = ['waiting', 'registered', 'linked', 'trivial', 'misdirected', 'spam'] as const satisfies readonly InboxOutcome[];

/** Key of everything that shows the inbox. */
export const INBOX = ['inbox'] as const;

/** One item, with its hints and history. */
export const itemQuery = (itemId: string) =>
  queryOptions({
    queryKey: [...INBOX, 'item', itemId],
    queryFn: async ({ signal }) => (await getInboxItem({ path: { itemId }, signal })).data,
  });

/** How many wait, for the rail. */
export const standingQuery = queryOptions({
  queryKey: [...INBOX, 'standing'],
  queryFn: async ({ signal }) => (await listInboxItems({ query: { limit: 1 }, signal })).data,
  staleTime: 60_000,
});

/** After an act: lists and counts are out of date, and what the act answered is the item now. */
export async function inboxChanged(queryClient: QueryClient, item?: InboxItem): Promise<void> {
  if (item) queryClient.setQueryData(itemQuery(item.id).queryKey, item);
  await Promise.all([queryClient.invalidateQueries({ queryKey: INBOX }), queryClient.invalidateQueries({ queryKey: CASE_LISTS })]);
}
