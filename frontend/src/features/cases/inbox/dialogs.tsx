// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { changeInboxArrival, type InboxItem, ifMatch, reopenInboxItem, settleInboxItem } from '@/api';
import { DateField, FormDialog, isDay, TextField } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { inboxChanged } from './queries';
import { texts } from './texts';

type Props = { item: InboxItem; onClose: () => void };

const LEAST = 3;

/** Another arrival date than the rule's, with a reason. */
export function ArrivalDialog({ item, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.changeDay}
      initial={{ arrivalDate: item.arrivalDate, reason: '' }}
      check={(values) => [
        ...(isDay(values.arrivalDate) ? [] : [{ pointer: '/arrivalDate', message: t.giveDay }]),
        ...(values.reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveReason }] : []),
      ]}
      send={async (values) => {
        const { data } = await changeInboxArrival({
          path: { itemId: item.id },
          headers: ifMatch(item.version),
          body: { arrivalDate: values.arrivalDate, reason: values.reason.trim() },
        });
        await inboxChanged(queryClient, data);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField
            at="/arrivalDate"
            label={t.arrived}
            lean="behind"
            value={form.values.arrivalDate}
            onValue={(value) => form.set('arrivalDate', value)}
          />
          <TextField
            at="/reason"
            label={t.changeDayWhy}
            maxLength={500}
            value={form.values.reason}
            onValue={(value) => form.set('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Meant for somebody else: to whom it was passed on. */
export function MisdirectedDialog({ item, onClose, onDone }: Props & { onDone: () => void }) {
  const t = useTexts(texts);
  return (
    <FormDialog
      title={t.misdirected}
      initial={{ reason: '' }}
      check={(values) => (values.reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveReason }] : [])}
      send={async (values) => {
        await settleInboxItem({
          path: { itemId: item.id },
          headers: ifMatch(item.version),
          body: { outcome: 'misdirected', reason: values.reason.trim() },
        });
        notify(t.settled(t.misdirected));
        onDone();
      }}
      onClose={onClose}
    >
      {(form) => (
        <TextField
          at="/reason"
          label={t.misdirectedTo}
          maxLength={1000}
          value={form.values.reason}
          onValue={(value) => form.set('reason', value)}
        />
      )}
    </FormDialog>
  );
}

/** An outcome without a case is taken back. */
export function ReopenDialog({ item, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.reopen}
      initial={{ reason: '' }}
      check={(values) => (values.reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveReason }] : [])}
      send={async (values) => {
        const { data } = await reopenInboxItem({
          path: { itemId: item.id },
          headers: ifMatch(item.version),
          body: { reason: values.reason.trim() },
        });
        await inboxChanged(queryClient, data);
        notify(t.undone);
      }}
      onClose={onClose}
    >
      {(form) => (
        <TextField
          at="/reason"
          label={t.reopenReason}
          maxLength={1000}
          value={form.values.reason}
          onValue={(value) => form.set('reason', value)}
        />
      )}
    </FormDialog>
  );
}
