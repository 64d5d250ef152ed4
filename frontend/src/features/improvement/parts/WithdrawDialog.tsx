// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { ifMatch, type Target, type TargetRow, withdrawTarget } from '@/api';
import { Form, TextArea, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog } from '@/shared/ui';
import { texts } from '../texts';

const SHORTEST_REASON = 10;

/** Ends a target, with a reason. */
export function WithdrawDialog({
  row,
  target,
  assessmentId,
  onClose,
}: {
  row: TargetRow;
  target: Target;
  assessmentId: string;
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => (reason.trim().length < SHORTEST_REASON ? [{ pointer: '/reason', message: t.reasonShort }] : []),
    send: async ({ reason }) => {
      await withdrawTarget({ path: { targetId: target.id }, body: { reason: reason.trim() }, headers: ifMatch(target.version) });
      await queryClient.invalidateQueries({ queryKey: ['improvement'], predicate: (query) => query.queryKey.includes(assessmentId) });
      onClose();
    },
  });
  return (
    <Dialog title={`${t.withdraw}: ${row.criterion}`} onClose={onClose}>
      <p>{t.withdrawWhat}</p>
      <Form form={form} label={t.withdraw}>
        <TextArea
          at="/reason"
          label={t.reason}
          maxLength={1000}
          value={form.values.reason}
          onValue={(value) => form.set('reason', value)}
        />
        <div className="form__foot">
          <Button look="danger" type="submit" busy={form.busy}>
            {t.withdraw}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
