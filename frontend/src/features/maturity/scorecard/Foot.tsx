// SPDX-License-Identifier: EUPL-1.2
import type { Scorecard } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** What everything above rests on: model, survey and how many answered, group by group. */
export function Foot({ scorecard }: { scorecard: Scorecard }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { date, number } = useFormats();
  const groups = scorecard.groups
    .filter((group) => !group.joint)
    .map((group) => {
      const name = pick(group.name).toLocaleLowerCase('sv');
      if (group.answered === undefined) return t.answeredFew(name);
      const answered = number(group.answered, 0);
      return group.invited === undefined ? t.answeredOnly(name, answered) : t.answeredOf(name, answered, number(group.invited, 0));
    });
  const survey = {
    not_opened: t.footNotOpened,
    open: t.footOpen,
    closed: `${scorecard.closedAt ? t.footClosed(date(scorecard.closedAt)) : ''} ${t.footAnswered(groups.join(', '))}`,
  }[scorecard.ratedStatus];
  return (
    <p className="small muted sc__foot">
      {t.foot(pick(scorecard.model.title), scorecard.model.version)} {survey} {t.footMean}{' '}
      {scorecard.cutsStatus === 'provisional' && t.footProvisional}
    </p>
  );
}
