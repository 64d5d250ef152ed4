// SPDX-License-Identifier: EUPL-1.2
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageProvider } from '@/shared/i18n/language';
import { SurveyPage } from './SurveyPage';
import '@/shared/tokens.css';
import '@/shared/app.css';
import '@/shared/parts.css';
import './survey.css';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <SurveyPage />
      </LanguageProvider>
    </StrictMode>,
  );
}
