// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type Delegation, endDelegation, ifMatch } from '@/api';
import { DateField, FormDialog, isDay, TextField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { DELEGATIONS, useHolder } from './holder';
import { texts } from './texts';

const LEAST = 3;

/** Ends a delegation with a reason, now or after a last day. */
export function EndDialog({ delegation, onClose }: { delegation: Delegation; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const holder = useHolder();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.endTitle}
      look="danger"
      submit={t.end}
      initial={{ lastDay: '', reason: '' }}
      check={({ lastDay, reason }) => [
        ...(lastDay === '' || isDay(lastDay) ? [] : [{ pointer: '/lastDay', message: t.giveDay }]),
        ...(reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveReason }] : []),
      ]}
      send={async ({ lastDay, reason }) => {
        await endDelegation({
          path: { delegationId: delegation.id },
          headers: ifMatch(delegation.version),
          body: { reason: reason.trim(), ...(lastDay ? { lastDay } : {}) },
        });
        await queryClient.invalidateQueries({ queryKey: DELEGATIONS });
        notify(t.ended);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.endWhat(pick(delegation.decisionTypeName), holder(delegation))}</p>
          <DateField
            at="/lastDay"
            label={t.lastDay}
            hint={t.lastDayHint}
            optional
            value={values.lastDay}
            onValue={(value) => set('lastDay', value)}
          />
          <TextField at="/reason" label={t.why} maxLength={1000} value={values.reason} onValue={(value) => set('reason', value)} />
        </>
      )}
    </FormDialog>
  );
}
