// SPDX-License-Identifier: EUPL-1.2
import './secrecy.css';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '@/shared/routes';
import { optionalDay, optionalOneOf, optionalText, optionalTrue } from '@/shared/search';
import { type ClosedSearch, VIEWS } from './queries';

export const closedRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/closed',
  validateSearch: (search: Record<string, unknown>): ClosedSearch => ({
    view: optionalOneOf(search.view, VIEWS),
    compartment: optionalText(search.compartment),
    all: optionalTrue(search.all),
    number: optionalText(search.number),
    reader: optionalText(search.reader),
    from: optionalDay(search.from),
    to: optionalDay(search.to),
  }),
  component: lazyRouteComponent(() => import('./ClosedPage'), 'ClosedPage'),
});
