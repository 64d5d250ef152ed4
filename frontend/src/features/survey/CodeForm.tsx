// SPDX-License-Identifier: EUPL-1.2
import { CodeEntry } from '@/shared/door/CodeEntry';
import { useTexts } from '@/shared/i18n/texts';
import { plainCode } from './draft';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

/** The way in for those who type their code. */
export function CodeForm({ over, onCode }: { over: boolean; onCode: (code: string) => Promise<unknown> }) {
  const t = useTexts(texts);
  return (
    <SurveyFrame title={t.codeTitle}>
      <p className="survey__lead">{over ? t.sessionOver : t.codeWhat}</p>
      <CodeEntry words={t} goOn={t.open} className="input survey__code" maxLength={60} plain={plainCode} onCode={onCode} />
    </SurveyFrame>
  );
}
