// SPDX-License-Identifier: EUPL-1.2
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useCallback } from 'react';
import { createRoot } from 'react-dom/client';
import { asProblem } from '@/api';
import { LanguageProvider } from '@/shared/i18n/language';
import { makeRouter } from './router';
import '@/shared/tokens.css';
import '@/shared/app.css';
import '@/shared/parts.css';

const TRIES = 2;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Only what may pass by itself is tried again: no answer, or the database away for the moment.
      retry: (failures, thrown) => failures < TRIES && [0, 503].includes(asProblem(thrown).status),
    },
  },
});
const router = makeRouter(queryClient);

function Application() {
  // Words of the API come in the reader's language, so a change of language asks anew.
  const onChange = useCallback(() => void queryClient.invalidateQueries(), []);
  return (
    <LanguageProvider onChange={onChange}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Application />
    </StrictMode>,
  );
}
