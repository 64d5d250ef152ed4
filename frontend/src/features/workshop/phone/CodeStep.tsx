// SPDX-License-Identifier: EUPL-1.2
import { CodeEntry } from '@/shared/door/CodeEntry';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from '../texts';
import { PhoneFrame } from './PhoneFrame';

const trimmed = (typed: string) => typed.trim();

/** The way in for those who type the code on the screen. */
export function CodeStep({ isOver, onCode }: { isOver: boolean; onCode: (code: string) => Promise<unknown> }) {
  const t = useTexts(texts);
  return (
    <PhoneFrame title={t.codeTitle} page="code">
      <p className="muted">{isOver ? t.sessionOver : t.codeWhat}</p>
      <CodeEntry words={t} goOn={t.goOn} className="input ws__code" maxLength={20} plain={trimmed} onCode={onCode} />
    </PhoneFrame>
  );
}
