// SPDX-License-Identifier: EUPL-1.2
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { MapActivity, MapEdge, ProcessMap, Selection } from '@/api';

/** An activity in so many cases, each once. */
export const activity = (name: string, cases: number, more: Partial<MapActivity> = {}): MapActivity => ({
  name,
  events: cases,
  cases,
  caseShare: cases / 100,
  reworkCases: 0,
  repeatEvents: 0,
  selfLoops: 0,
  startCases: 0,
  endCases: 0,
  ...more,
});

/** A pair of neighbours so often, with one median time. */
export const edge = (from: string, to: string, frequency: number, medianSeconds = 3600): MapEdge => ({
  from,
  to,
  frequency,
  cases: frequency,
  caseShare: frequency / 100,
  medianSeconds,
  meanSeconds: medianSeconds,
  p90Seconds: medianSeconds * 2,
  minSeconds: 0,
  maxSeconds: medianSeconds * 3,
  sumSeconds: medianSeconds * frequency,
});

export const selection: Selection = {
  caseCount: 100,
  totalCases: 120,
  eventCount: 400,
  firstAt: '2026-01-01T08:00:00Z',
  lastAt: '2026-06-30T15:00:00Z',
  logId: '01937e1a-5b3c-7c11-9a51-8e2f6c0d4b11',
  logTitle: 'Prövning',
  logKind: 'imported',
  asOf: '2026-07-01T06:00:00Z',
  actors: 'human',
  lifecycle: 'all',
};

/** In, registered, decided, closed; a detour by a supplement, a short cut past the decision, a rare way back. */
export const exampleMap: ProcessMap = {
  selection,
  activities: [
    activity('Inkommet', 100, { startCases: 100 }),
    activity('Registrerat', 100),
    activity('Beslut', 90),
    activity('Avslutat', 100, { endCases: 100 }),
    activity('Komplettering', 30, { events: 34, reworkCases: 4, selfLoops: 4 }),
  ],
  edges: [
    edge('Inkommet', 'Registrerat', 100, 7200),
    edge('Registrerat', 'Beslut', 60, 5 * 86_400),
    edge('Beslut', 'Avslutat', 90, 86_400),
    edge('Registrerat', 'Komplettering', 30, 3 * 86_400),
    edge('Komplettering', 'Beslut', 30, 29 * 86_400),
    edge('Registrerat', 'Avslutat', 10, 86_400),
    edge('Komplettering', 'Komplettering', 4, 8 * 86_400),
    edge('Beslut', 'Registrerat', 2, 86_400),
  ],
};

/** Shows something inside what every page has around it: a router with the addresses of this feature, and a query client that knows what it is told. */
export function show(content: ReactNode, know: (client: QueryClient) => void = () => {}) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } });
  know(client);
  const root = createRootRoute({ component: () => content });
  const paths = ['/', '/friction/$logId', '/friction/$logId/cases', '/friction/$logId/measures', '/friction/$logId/mapping'];
  const routes = paths.map((path) => createRoute({ getParentRoute: () => root, path }));
  const router = createRouter({ routeTree: root.addChildren(routes), history: createMemoryHistory({ initialEntries: ['/'] }) });
  return render(
    <QueryClientProvider client={client}>
      {/* biome-ignore lint/suspicious/noExplicitAny: the application's own router has other routes */}
      <RouterProvider router={router as any} />
    </QueryClientProvider>,
  );
}
