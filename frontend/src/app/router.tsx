// SPDX-License-Identifier: EUPL-1.2
import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTexts } from '@/shared/i18n/texts';
import { frameRoute, rootRoute } from '@/shared/routes';
import { buttonClass, Empty, Loading, Page, ProblemAlert } from '@/shared/ui';
import { Frame } from './Frame';
import { bareRoutes, framedRoutes } from './features';
import { Root } from './Root';
import { texts } from './texts';

rootRoute.update({ component: Root });

frameRoute.update({ component: Frame });

const routeTree = rootRoute.addChildren([frameRoute.addChildren(framedRoutes), ...bareRoutes]);

function NotFound() {
  const t = useTexts(texts);
  return (
    <Page title={t.notFound}>
      <Empty
        title={t.notFound}
        action={
          <Link to="/" className={buttonClass()}>
            {t.toStart}
          </Link>
        }
      >
        {t.notFoundWhat}
      </Empty>
    </Page>
  );
}

function Failed({ error, reset }: ErrorComponentProps) {
  const t = useTexts(texts);
  return (
    <Page title={t.failed}>
      <ProblemAlert problem={error} onRetry={reset} />
    </Page>
  );
}

/** The pages of the application. */
export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Failed,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
