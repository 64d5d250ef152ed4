// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { CriterionCard } from '@/api';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import type { Board } from '../context';
import { historyQuery } from './query';
import { historyTexts } from './texts';

/** The level decided last time, and when: "var 2 mars 2025". */
export function Was({ board, card }: { board: Board; card: CriterionCard }) {
  const t = useTexts(historyTexts);
  const { language } = useLanguage();
  const { assessmentId } = board.scorecard;
  const { data } = useQuery(historyQuery(assessmentId));
  const last = data?.criteria
    .find((one) => one.criterion === card.criterion)
    ?.points.filter((point) => point.assessmentId !== assessmentId)
    .at(-1);
  if (!last) return null;
  const month = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { month: 'short', year: 'numeric' });
  return <span className="small muted sc__was">{t.was(last.level ?? t.notApplicable, month.format(new Date(last.decidedAt)))}</span>;
}
