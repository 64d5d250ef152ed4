// SPDX-License-Identifier: EUPL-1.2
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect, retainSearchParams } from '@tanstack/react-router';
import { meQuery } from '@/api/me';
import { asProblem } from '@/api/problem';
import { optionalText } from './search';

/** The root of all pages. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({});

/** Parent of every page for staff, who must be signed in: the frame around it, and the unit one looks at (kept from page to page). */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  validateSearch: (search: Record<string, unknown>): { unit?: string } => ({ unit: optionalText(search.unit) }),
  search: { middlewares: [retainSearchParams(['unit'])] },
  beforeLoad: async ({ context, location }) => {
    const back = { to: location.href };
    const me = await context.queryClient.ensureQueryData(meQuery).catch((thrown: unknown) => {
      if (asProblem(thrown).status === 401) throw redirect({ to: '/login', search: back });
      throw thrown;
    });
    if (me.mustChangePassword) throw redirect({ to: '/password', search: back });
  },
});
