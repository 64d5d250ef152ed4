// SPDX-License-Identifier: EUPL-1.2
import './inbox.css';
import { useQuery } from '@tanstack/react-query';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';
import { optionalDay, optionalOneOf, optionalText, optionalTrue } from '@/shared/search';
import { CHANNELS, type InboxSearch, OUTCOMES, standingQuery } from './queries';

const inboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inbox',
  validateSearch: (search: Record<string, unknown>): InboxSearch => ({
    item: optionalText(search.item),
    act: optionalOneOf(search.act, ['register', 'link']),
    outcome: optionalOneOf(search.outcome, OUTCOMES),
    channel: optionalOneOf(search.channel, CHANNELS),
    late: optionalTrue(search.late),
  }),
  component: lazyRouteComponent(() => import('./InboxPage'), 'InboxPage'),
});

/** Filters of the register; all of them in the URL. */
export type RegisterSearch = { from?: string; to?: string; query?: string; voided?: true };

const registerRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/register',
  validateSearch: (search: Record<string, unknown>): RegisterSearch => ({
    from: optionalDay(search.from),
    to: optionalDay(search.to),
    query: optionalText(search.query),
    voided: optionalTrue(search.voided),
  }),
  component: lazyRouteComponent(() => import('../register/RegisterPage'), 'RegisterPage'),
});

export const inboxRoutes = [inboxRoute, registerRoute] as const;

function Waiting() {
  const { data } = useQuery(standingQuery);
  return data && data.waitingCount > 0 ? <span className="count">{data.waitingCount}</span> : null;
}

export const inboxNav: NavItem = {
  to: '/inbox',
  text: { sv: 'Inkorg', en: 'Inbox' },
  icon: 'incoming',
  permission: 'case:register',
  Count: Waiting,
};
