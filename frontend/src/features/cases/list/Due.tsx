// SPDX-License-Identifier: EUPL-1.2
import type { CaseDue } from '@/api';
import { plusDays } from '@/shared/form';
import { useFormats, useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { texts } from '../texts';

/** The nearest deadline: its day, and in words when it is near or past. */
export function Due({ due }: { due: CaseDue | undefined }) {
  const t = useTexts(texts);
  const { weekday } = useFormats();
  const today = useToday();
  if (!due) return <span className="muted">–</span>;
  const word = due.date < today ? t.late : due.date === today ? t.today : due.date === plusDays(today, 1) ? t.tomorrow : undefined;
  return (
    <span className="nowrap">
      {word ? <Tag mood={due.date < today ? 'alarm' : 'warn'}>{word}</Tag> : <span className="muted">{weekday(due.date)}</span>} {due.date}
    </span>
  );
}

/** The day the law sets, marked when it is past. */
export function ByLaw({ day }: { day: string | undefined }) {
  const t = useTexts(texts);
  const today = useToday();
  if (!day) return <span className="muted">–</span>;
  return (
    <span className="nowrap">
      {day < today && <Tag mood="alarm">{t.late}</Tag>} {day}
    </span>
  );
}
