// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, confirmSession, ifMatch, type Report, signReport } from '@/api';
import { Form, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify } from '@/shared/ui';
import { reportQuery } from '../ReportPage';
import { texts } from '../texts';

/** Signs a report: the password is asked for again, and what was read is what is signed. */
export function SignDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const query = reportQuery(report.id);
  const [hasChanged, setHasChanged] = useState(false);
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => (password ? [] : [{ pointer: '/currentPassword', message: t.givePassword }]),
    send: async ({ password }) => {
      await confirmSession({ body: { currentPassword: password } });
      try {
        const { data } = await signReport({
          path: { reportId: report.id },
          body: { contentHash: report.contentHash },
          headers: ifMatch(report.version),
        });
        queryClient.setQueryData(query.queryKey, data);
      } catch (thrown) {
        const { status } = asProblem(thrown);
        if (status !== 409 && status !== 412) throw thrown;
        setHasChanged(true);
        return;
      }
      await queryClient.invalidateQueries({ queryKey: ['reports'] });
      notify(t.signedNow);
      onClose();
    },
  });
  if (hasChanged) {
    return (
      <Dialog title={t.changedMeanwhile} onClose={onClose}>
        <p>{t.changedWhat}</p>
        <Button
          look="primary"
          onClick={async () => {
            await queryClient.invalidateQueries({ queryKey: query.queryKey });
            onClose();
          }}
        >
          {t.readAgain}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog title={t.sign} onClose={onClose}>
      <p>{t.signWhat}</p>
      <Form form={form} label={t.sign}>
        <TextField
          at="/currentPassword"
          label={t.password}
          type="password"
          autoComplete="current-password"
          value={form.values.password}
          onValue={(value) => form.set('password', value)}
        />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.sign}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
