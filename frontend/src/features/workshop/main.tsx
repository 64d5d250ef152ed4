// SPDX-License-Identifier: EUPL-1.2
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '@/shared/i18n/language';
import '@/shared/tokens.css';
import '@/shared/app.css';
import '@/shared/parts.css';
import './workshop.css';

/** A phone fetches nothing of the screen, and the screen nothing of the phones. */
const PhonePage = lazy(async () => ({ default: (await import('./phone/PhonePage')).PhonePage }));
const ScreenPage = lazy(async () => ({ default: (await import('./screen/ScreenPage')).ScreenPage }));

/** Address of the screen of a workshop; any other address of this page is a phone. */
const screenOf = /^\/m\/screen\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <Suspense>{screenOf ? <ScreenPage workshopId={screenOf} /> : <PhonePage />}</Suspense>
      </LanguageProvider>
    </StrictMode>,
  );
}
