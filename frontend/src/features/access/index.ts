// SPDX-License-Identifier: EUPL-1.2
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '@/shared/routes';
import { optionalText } from '@/shared/search';

/** Where to go afterwards; only within the application. */
const back = (search: Record<string, unknown>): { to?: string } => {
  const to = optionalText(search.to);
  return { to: to?.startsWith('/') && !to.startsWith('//') && !to.startsWith('/\\') ? to : undefined };
};

const loginRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: back,
  component: lazyRouteComponent(() => import('./LoginPage'), 'LoginPage'),
});

const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  validateSearch: back,
  component: lazyRouteComponent(() => import('./PasswordPage'), 'PasswordPage'),
});

export const accessRoutes = [loginRoute, passwordRoute] as const;
export { SignInForm } from './SignInForm';
