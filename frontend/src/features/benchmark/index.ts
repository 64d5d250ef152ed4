// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';

const benchmarkRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/benchmark',
  component: lazyRouteComponent(() => import('./BenchmarkPage'), 'BenchmarkPage'),
});

export const benchmarkRoutes = [benchmarkRoute] as const;
export const benchmarkNav: NavItem = {
  to: '/benchmark',
  text: { sv: 'Jämförelse', en: 'Comparison' },
  icon: 'compare',
  permission: 'benchmark:read',
};
