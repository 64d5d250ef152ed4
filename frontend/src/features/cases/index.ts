// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute, rootRoute } from '@/shared/routes';
import { optionalSomeOf, optionalText, optionalTrue } from '@/shared/search';
import { CASE_STATES, type CaseListSearch } from './states';

/** Filters of the list; all of them in the URL. */
const listSearch = (search: Record<string, unknown>): CaseListSearch => ({
  query: optionalText(search.query),
  state: optionalSomeOf(search.state, CASE_STATES),
  openOnly: optionalTrue(search.openOnly),
  caseType: optionalText(search.caseType),
  officer: optionalText(search.officer),
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

const registerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/register',
  component: lazyRouteComponent(() => import('./register/PublicRegisterPage'), 'PublicRegisterPage'),
});

export const casesRoutes = [casesRoute, myCasesRoute] as const;
export const openRoutes = [registerRoute] as const;
export const casesNav: NavItem = { to: '/cases/mine', text: { sv: 'Ärenden', en: 'Cases' }, icon: 'cases', permission: 'case:read' };
