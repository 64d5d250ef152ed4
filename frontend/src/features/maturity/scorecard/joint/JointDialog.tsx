// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type CriterionCard, type GroupResponse, type JointPlacement, placeJointly } from '@/api';
import { DateField, type Fault, FormDialog, isDay, RadioField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { assessmentKey } from '../../queries';
import { type Board, criterionOf } from '../context';
import { jointTexts } from './texts';

type Props = { board: Board; card: CriterionCard; group: GroupResponse; seen: JointPlacement | undefined; onClose: () => void };

/** Writes down what a small group has said together. */
export function JointDialog({ board, card, group, seen, onClose }: Props) {
  const t = useTexts(jointTexts);
  const pick = usePick();
  const today = useToday();
  const queryClient = useQueryClient();
  const { assessmentId } = board.scorecard;
  return (
    <FormDialog
      wide
      title={t.dialog(pick(group.name), `${card.criterion} ${pick(card.name)}`)}
      submit={t.save}
      initial={{ level: '', placedOn: today }}
      check={({ level, placedOn }) => {
        const faults: Fault[] = [];
        if (!level) faults.push({ pointer: '/level', message: t.giveLevel });
        if (!isDay(placedOn) || placedOn > today) faults.push({ pointer: '/placedOn', message: t.giveDay });
        return faults;
      }}
      send={async ({ level, placedOn }) => {
        await placeJointly({
          path: { assessmentId, criterion: card.criterion },
          body: { group: group.group, level: Number(level), placedOn, ...(seen ? { supersedes: seen.id } : {}) },
        });
        await queryClient.invalidateQueries({ queryKey: assessmentKey(assessmentId) });
        notify(t.saved(pick(group.name), Number(level), card.criterion));
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="measure">{t.what}</p>
          <RadioField
            at="/level"
            label={t.level}
            value={form.values.level}
            onValue={(level) => form.set('level', level)}
            options={
              criterionOf(board, card)?.levels.map(({ level, text }) => ({ value: String(level), text: `${level}. ${pick(text)}` })) ?? []
            }
          />
          <DateField at="/placedOn" label={t.day} value={form.values.placedOn} onValue={(day) => form.set('placedOn', day)} lean="behind" />
        </>
      )}
    </FormDialog>
  );
}
