// SPDX-License-Identifier: EUPL-1.2
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '@/shared/i18n/language';
import { PhonePage } from './phone/PhonePage';
import { ScreenPage } from './screen/ScreenPage';
import '@/shared/tokens.css';
import '@/shared/app.css';
import '@/shared/parts.css';
import './workshop.css';

/** Address of the screen of a workshop; any other address of this page is a phone. */
const screenOf = /^\/m\/screen\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>{screenOf ? <ScreenPage workshopId={screenOf} /> : <PhonePage />}</LanguageProvider>
    </StrictMode>,
  );
}
