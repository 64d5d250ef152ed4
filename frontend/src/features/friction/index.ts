// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { NavItem } from '@/shared/nav';
import { frameRoute } from '@/shared/routes';
import { readCases, readFilter, readFriction } from './filter/search';

const logsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction',
  component: lazyRouteComponent(() => import('./logs/LogsPage'), 'LogsPage'),
});

const importRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/import',
  component: lazyRouteComponent(() => import('./logs/ImportPage'), 'ImportPage'),
});

const frictionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/$logId',
  validateSearch: readFriction,
  component: lazyRouteComponent(() => import('./FrictionPage'), 'FrictionPage'),
});

const measuresRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/$logId/measures',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./figures/MeasuresPage'), 'MeasuresPage'),
});

const indicatorsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/$logId/indicators',
  component: lazyRouteComponent(() => import('./figures/IndicatorsPage'), 'IndicatorsPage'),
});

const casesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/$logId/cases',
  validateSearch: readCases,
  component: lazyRouteComponent(() => import('./cases/CasesPage'), 'CasesPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/$logId/cases/$caseKey',
  validateSearch: readCases,
  component: lazyRouteComponent(() => import('./cases/CasePage'), 'CasePage'),
});

const qualityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/$logId/quality',
  component: lazyRouteComponent(() => import('./logs/QualityPage'), 'QualityPage'),
});

const mappingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/friction/$logId/mapping',
  component: lazyRouteComponent(() => import('./logs/MappingPage'), 'MappingPage'),
});

export const frictionRoutes = [
  logsRoute,
  importRoute,
  frictionRoute,
  measuresRoute,
  indicatorsRoute,
  casesRoute,
  caseRoute,
  qualityRoute,
  mappingRoute,
] as const;

export const frictionNav: NavItem = {
  to: '/friction',
  text: { sv: 'Friktion', en: 'Friction' },
  icon: 'friction',
  permission: 'friction:read',
};
