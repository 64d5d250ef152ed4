// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./HomePage'), 'HomePage'),
});

export const homeRoutes = [homeRoute] as const;
export const homeNav: NavItem = { to: '/', text: { sv: 'Hem', en: 'Home' }, icon: 'home' };
