// SPDX-License-Identifier: EUPL-1.2
import './cases.css';
import './work/work.css';
import './delegations/delegations.css';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute, rootRoute } from '@/shared/routes';
import { optionalDay, optionalOneOf, optionalSomeOf, optionalText, optionalTrue } from '@/shared/search';
import { inboxNav, inboxRoutes } from './inbox/routes';
import { ACTS, CASE_STATES, type CaseListSearch, type CaseSearch, EVENT_KINDS } from './states';
import { caseTypesNav, caseTypesRoutes } from './types';

/** Filters of the list; all of them in the URL. */
const listSearch = (search: Record<string, unknown>): CaseListSearch => ({
  query: optionalText(search.query),
  state: optionalSomeOf(search.state, CASE_STATES),
  openOnly: optionalTrue(search.openOnly),
  caseType: optionalText(search.caseType),
  officer: optionalText(search.officer),
  mine: optionalTrue(search.mine),
  unit: optionalText(search.unit),
  sort: search.sort === 'due' ? 'due' : undefined,
});

const casesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./list/CaseListPage'), 'CaseListPage'),
});

const myCasesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/mine',
  component: lazyRouteComponent(() => import('./list/MyCasesPage'), 'MyCasesPage'),
});

const queuesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/queues',
  validateSearch: (search: Record<string, unknown>): { unit?: string; type?: string; at?: string } => ({
    unit: optionalText(search.unit),
    type: optionalText(search.type),
    at: optionalText(search.at),
  }),
  component: lazyRouteComponent(() => import('./work/QueuesPage'), 'QueuesPage'),
});

const substitutionsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/substitutions',
  component: lazyRouteComponent(() => import('./work/SubstitutionsPage'), 'SubstitutionsPage'),
});

const delegationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/delegations',
  validateSearch: (search: Record<string, unknown>): { caseType?: string; unit?: string; person?: string; history?: boolean } => ({
    caseType: optionalText(search.caseType),
    unit: optionalText(search.unit),
    person: optionalText(search.person),
    history: optionalTrue(search.history),
  }),
  component: lazyRouteComponent(() => import('./delegations/DelegationsPage'), 'DelegationsPage'),
});

const newCaseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/new',
  validateSearch: (search: Record<string, unknown>): { type?: string } => ({ type: optionalText(search.type) }),
  component: lazyRouteComponent(() => import('./new/NewCasePage'), 'NewCasePage'),
});

const caseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/$caseId',
  validateSearch: (search: Record<string, unknown>): CaseSearch => ({
    events: optionalOneOf(search.events, EVENT_KINDS),
    act: optionalOneOf(search.act, ACTS),
    of: optionalText(search.of),
  }),
  component: lazyRouteComponent(() => import('./case/CasePage'), 'CasePage'),
});

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  validateSearch: (search: Record<string, unknown>): { from?: string; to?: string } => ({
    from: optionalDay(search.from),
    to: optionalDay(search.to),
  }),
  component: lazyRouteComponent(() => import('./register/PublicRegisterPage'), 'PublicRegisterPage'),
});

export const casesRoutes = [
  casesRoute,
  myCasesRoute,
  queuesRoute,
  substitutionsRoute,
  delegationsRoute,
  newCaseRoute,
  ...inboxRoutes,
  caseRoute,
  ...caseTypesRoutes,
] as const;
export const openRoutes = [registerRoute] as const;
export const casesNav: NavItem = {
  to: '/cases/mine',
  within: '/cases',
  text: { sv: 'Ärenden', en: 'Cases' },
  icon: 'cases',
  permission: 'case:read',
};
export { caseTypesNav, inboxNav };
