// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';
import { optionalText, optionalTrue } from '@/shared/search';

const usersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin/users',
  validateSearch: (search: Record<string, unknown>): { query?: string } => ({ query: optionalText(search.query) }),
  component: lazyRouteComponent(() => import('./UsersPage'), 'UsersPage'),
});

const userRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin/users/$userId',
  component: lazyRouteComponent(() => import('./UserPage'), 'UserPage'),
});

const unitsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin/units',
  validateSearch: (search: Record<string, unknown>): { ended?: true } => ({ ended: optionalTrue(search.ended) }),
  component: lazyRouteComponent(() => import('./UnitsPage'), 'UnitsPage'),
});

const clientsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin/clients',
  component: lazyRouteComponent(() => import('./ClientsPage'), 'ClientsPage'),
});

const clientRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin/clients/$clientId',
  component: lazyRouteComponent(() => import('./ClientPage'), 'ClientPage'),
});

export const adminRoutes = [usersRoute, userRoute, unitsRoute, clientsRoute, clientRoute] as const;
export const adminNav: NavItem = {
  to: '/admin/users',
  within: '/admin',
  text: { sv: 'Administration', en: 'Administration' },
  icon: 'admin',
  permission: 'user:read',
};
