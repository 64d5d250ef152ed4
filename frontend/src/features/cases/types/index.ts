// SPDX-License-Identifier: EUPL-1.2
import './types.css';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';
import { optionalInt, optionalOneOf } from '@/shared/search';
import { PART_KEYS, type Part } from './definition';

const typesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/case-types',
  component: lazyRouteComponent(() => import('./TypesPage'), 'TypesPage'),
});

const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/case-types/import',
  component: lazyRouteComponent(() => import('./ImportPage'), 'ImportPage'),
});

const typeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/case-types/$typeId',
  validateSearch: (search: Record<string, unknown>): { version?: number } => ({ version: optionalInt(search.version, 1, 100_000) }),
  component: lazyRouteComponent(() => import('./TypePage'), 'TypePage'),
});

const editRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/case-types/$typeId/versions/$version/edit',
  validateSearch: (search: Record<string, unknown>): { part?: Part } => ({ part: optionalOneOf(search.part, PART_KEYS) }),
  component: lazyRouteComponent(() => import('./edit/EditPage'), 'EditPage'),
});

export const caseTypesRoutes = [typesRoute, importRoute, typeRoute, editRoute] as const;
export const caseTypesNav: NavItem = {
  to: '/case-types',
  text: { sv: 'Ärendetyper', en: 'Case types' },
  icon: 'form',
  permission: ['case-type:draft', 'case-type:publish'],
};
