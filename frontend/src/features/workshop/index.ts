// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '@/shared/routes';

const listRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId/workshops',
  component: lazyRouteComponent(() => import('./lead/WorkshopsPage'), 'WorkshopsPage'),
});

const newRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/maturity/$assessmentId/workshops/new',
  component: lazyRouteComponent(() => import('./lead/NewWorkshopPage'), 'NewWorkshopPage'),
});

const leadRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/workshops/$workshopId',
  component: lazyRouteComponent(() => import('./lead/LeadPage'), 'LeadPage'),
});

const protocolRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/workshops/$workshopId/protocol',
  component: lazyRouteComponent(() => import('./lead/ProtocolPage'), 'ProtocolPage'),
});

export const workshopRoutes = [listRoute, newRoute, leadRoute, protocolRoute] as const;
