// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';
import { optionalOneOf, optionalText } from '@/shared/search';

const targetsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/targets',
  validateSearch: (search: Record<string, unknown>): { assessment?: string } => ({ assessment: optionalText(search.assessment) }),
  component: lazyRouteComponent(() => import('./TargetsPage'), 'TargetsPage'),
});

const pictureRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/targets/picture',
  validateSearch: (search: Record<string, unknown>): { version?: string } => ({ version: optionalText(search.version) }),
  component: lazyRouteComponent(() => import('./picture/PicturePage'), 'PicturePage'),
});

const improvementRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/improvement',
  validateSearch: (search: Record<string, unknown>): { assessment?: string; show?: 'quick' | 'locked' } => ({
    assessment: optionalText(search.assessment),
    show: optionalOneOf(search.show, ['quick', 'locked']),
  }),
  component: lazyRouteComponent(() => import('./ImprovementPage'), 'ImprovementPage'),
});

const roadmapItemRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/improvement/items/$itemId',
  component: lazyRouteComponent(() => import('./RoadmapItemPage'), 'RoadmapItemPage'),
});

export const improvementRoutes = [targetsRoute, pictureRoute, improvementRoute, roadmapItemRoute] as const;
export const targetsNav: NavItem = {
  to: '/targets',
  text: { sv: 'Målbild', en: 'Target picture' },
  icon: 'target',
  permission: 'target:read',
};
export const improvementNav: NavItem = {
  to: '/improvement',
  text: { sv: 'Förbättring', en: 'Improvement' },
  icon: 'improve',
  permission: ['recommendation:read', 'roadmap:read'],
};
