// SPDX-License-Identifier: EUPL-1.2
import { useMe } from '@/api';
import { useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** On every page a consultant prints: who printed it, and when. Never on the screen. */
export function Watermark() {
  const t = useTexts(texts);
  const me = useMe();
  const today = useToday();
  if (!me.grants.some(({ role }) => role === 'consultant')) return null;
  return (
    <div className="watermark" aria-hidden="true">
      {t.printedBy(me.user.displayName, today)}
    </div>
  );
}
