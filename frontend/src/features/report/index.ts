// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';

const reportsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('./ReportsPage'), 'ReportsPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reports/$reportId',
  component: lazyRouteComponent(() => import('./ReportPage'), 'ReportPage'),
});

export const reportRoutes = [reportsRoute, reportRoute] as const;
export const reportNav: NavItem = { to: '/reports', text: { sv: 'Rapporter', en: 'Reports' }, icon: 'report', permission: 'report:read' };
