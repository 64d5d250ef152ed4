// SPDX-License-Identifier: EUPL-1.2
import type { UserRef, WorkshopDesk } from '@/api';
import { DateField, FormDialog, isDay, SelectField, TextArea, TextField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { PersonField } from '@/shared/people/PersonField';
import type { Act } from './LeadPage';
import { texts } from './texts';

const SHORTEST_REASON = 20;

type Props = { onAct: Act; onClose: () => void };

/** A level proposed in the room, with its reason, and a level to reach if one was agreed on. */
export function DecideDialog({ desk, onAct, onClose }: Props & { desk: WorkshopDesk }) {
  const t = useTexts(texts);
  const pick = usePick();
  const levels = desk.view.question?.levels.map(({ level, text }) => ({ value: String(level), text: `${level}. ${pick(text)}` })) ?? [];
  const today = useToday();
  const top = desk.view.question?.levels.at(-1)?.level;
  const isBelow = (target: string) => target !== '' && Number(target) < (top ?? 0);
  return (
    <FormDialog
      title={t.act.decide}
      wide
      initial={{ level: '', reason: '', target: '', targetReason: '', because: '', owner: undefined as UserRef | undefined, due: '' }}
      check={({ level, reason, target, targetReason, because, due }) => [
        ...(level ? [] : [{ pointer: '/level', message: t.giveLevel }]),
        ...(reason.trim().length < SHORTEST_REASON ? [{ pointer: '/reason', message: t.giveReason }] : []),
        ...(target && targetReason.trim().length < SHORTEST_REASON ? [{ pointer: '/targetReason', message: t.giveTargetReason }] : []),
        ...(isBelow(target) && !because.trim() ? [{ pointer: '/targetGoodEnoughBecause', message: t.giveEnough(Number(target)) }] : []),
        ...(target && due && (!isDay(due) || due <= today) ? [{ pointer: '/targetDueDate', message: t.giveTargetDue }] : []),
      ]}
      send={({ level, reason, target, targetReason, because, owner, due }) =>
        onAct({
          action: 'decide',
          level: Number(level),
          reason: reason.trim(),
          ...(target
            ? {
                targetLevel: Number(target),
                targetReason: targetReason.trim(),
                ...(isBelow(target) ? { targetGoodEnoughBecause: because.trim() } : {}),
                ...(owner ? { targetOwnerId: owner.id } : {}),
                ...(due ? { targetDueDate: due } : {}),
              }
            : {}),
        })
      }
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <SelectField
            at="/level"
            label={t.level}
            value={values.level}
            onValue={(value) => set('level', value)}
            empty=""
            options={levels}
          />
          <TextArea
            at="/reason"
            label={t.reason}
            hint={t.reasonHint}
            value={values.reason}
            onValue={(value) => set('reason', value)}
            maxLength={2000}
          />
          <SelectField
            at="/targetLevel"
            label={t.target}
            optional
            value={values.target}
            onValue={(value) => set('target', value)}
            empty={t.noTarget}
            options={levels}
          />
          {values.target && (
            <>
              <TextArea
                at="/targetReason"
                label={t.targetReason}
                hint={t.reasonHint}
                rows={2}
                value={values.targetReason}
                onValue={(value) => set('targetReason', value)}
                maxLength={2000}
              />
              {isBelow(values.target) && (
                <TextArea
                  at="/targetGoodEnoughBecause"
                  label={t.enough(Number(values.target))}
                  rows={2}
                  value={values.because}
                  onValue={(value) => set('because', value)}
                  maxLength={1000}
                />
              )}
              <PersonField
                at="/targetOwnerId"
                label={t.targetOwner}
                optional
                value={values.owner}
                onValue={(value) => set('owner', value)}
              />
              <DateField at="/targetDueDate" label={t.targetDue} optional value={values.due} onValue={(value) => set('due', value)} />
              <p className="small muted">{t.targetWhat}</p>
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

/** Left for later, with a reason if one likes. */
export function ParkDialog({ onAct, onClose }: Props) {
  const t = useTexts(texts);
  return (
    <FormDialog
      title={t.park}
      initial={{ reason: '' }}
      send={({ reason }) => onAct({ action: 'park', ...(reason.trim() ? { reason: reason.trim() } : {}) })}
      onClose={onClose}
    >
      {({ values, set }) => (
        <TextArea
          at="/reason"
          label={t.parkReason}
          optional
          value={values.reason}
          onValue={(value) => set('reason', value)}
          maxLength={2000}
        />
      )}
    </FormDialog>
  );
}

/** The end cannot be undone, so its word is typed. */
export function EndDialog({ onAct, onClose }: Props) {
  const t = useTexts(texts);
  return (
    <FormDialog
      title={t.end}
      look="danger"
      initial={{ word: '' }}
      check={({ word }) => (word.trim().toLowerCase() === t.endWord ? [] : [{ pointer: '/word', message: t.endGive }])}
      send={() => onAct({ action: 'end' })}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.endWhat}</p>
          <TextField
            at="/word"
            label={t.endWordLabel}
            value={values.word}
            onValue={(value) => set('word', value)}
            maxLength={20}
            autoComplete="off"
          />
        </>
      )}
    </FormDialog>
  );
}
