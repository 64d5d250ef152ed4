// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, confirmSession, ifMatch, signTargetPictureVersion, type TargetPictureVersion } from '@/api';
import { Form, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify } from '@/shared/ui';
import { versionQuery } from './queries';
import { pictureTexts } from './texts';

/** Signs a version: the password is asked for again, and what was read is what is signed. */
export function SignDialog({ version, onClose }: { version: TargetPictureVersion; onClose: () => void }) {
  const t = useTexts(pictureTexts);
  const queryClient = useQueryClient();
  const [hasChanged, setHasChanged] = useState(false);
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => (password ? [] : [{ pointer: '/currentPassword', message: t.givePassword }]),
    send: async ({ password }) => {
      await confirmSession({ body: { currentPassword: password } });
      try {
        const { data } = await signTargetPictureVersion({
          path: { versionId: version.id },
          body: { contentHash: version.contentHash },
          headers: ifMatch(version.version),
        });
        queryClient.setQueryData(versionQuery(version.id).queryKey, data);
      } catch (thrown) {
        const { status } = asProblem(thrown);
        if (status !== 409 && status !== 412) throw thrown;
        setHasChanged(true);
        return;
      }
      await queryClient.invalidateQueries({ queryKey: ['improvement', 'picture-versions'] });
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
            await queryClient.invalidateQueries({ queryKey: ['improvement'] });
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
        </div>
      </Form>
    </Dialog>
  );
}
