// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** What a participant meets. */
export function SurveyPage() {
  const t = useTexts(texts);
  return (
    <main className="phone" id="main">
      <h1>{t.title}</h1>
      <p>{t.noCode}</p>
    </main>
  );
}
