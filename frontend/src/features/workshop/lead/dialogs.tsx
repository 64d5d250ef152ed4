// SPDX-License-Identifier: EUPL-1.2
import type { WorkshopDesk } from '@/api';
import { FormDialog, SelectField, TextArea, TextField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import type { Act } from './LeadPage';
import { texts } from './texts';

const SHORTEST_REASON = 20;

type Props = { onAct: Act; onClose: () => void };

/** A level proposed in the room, with its reason, and a level to reach if one was agreed on. */
export function DecideDialog({ desk, onAct, onClose }: Props & { desk: WorkshopDesk }) {
  const t = useTexts(texts);
  const pick = usePick();
  const levels = desk.view.question?.levels.map(({ level, text }) => ({ value: String(level), text: `${level}. ${pick(text)}` })) ?? [];
  return (
    <FormDialog
      title={t.act.decide}
      wide
      initial={{ level: '', reason: '', target: '', targetReason: '' }}
      check={({ level, reason, target, targetReason }) => [
        ...(level ? [] : [{ pointer: '/level', message: t.giveLevel }]),
        ...(reason.trim().length < SHORTEST_REASON ? [{ pointer: '/reason', message: t.giveReason }] : []),
        ...(target && !targetReason.trim() ? [{ pointer: '/targetReason', message: t.giveTargetReason }] : []),
      ]}
      send={({ level, reason, target, targetReason }) =>
        onAct({
          action: 'decide',
          level: Number(level),
          reason: reason.trim(),
          ...(target ? { targetLevel: Number(target), targetReason: targetReason.trim() } : {}),
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
            <TextArea
              at="/targetReason"
              label={t.targetReason}
              value={values.targetReason}
              onValue={(value) => set('targetReason', value)}
              maxLength={2000}
            />
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
