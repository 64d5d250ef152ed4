// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { asProblem, confirmSession } from '@/api';
import { useTexts } from '../i18n/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { texts } from '../ui/texts';
import { Form } from './Form';
import { TextField } from './fields';
import { useForm } from './useForm';

type Words = { sign: string; signWhat: string; changedMeanwhile: string; changedWhat: string; readAgain: string };

type Props = {
  words: Words;
  /** Signs what was read, in the version it was read; the service refuses (409, 412) where it has changed since. */
  sign: () => Promise<unknown>;
  /** After it is signed. */
  onSigned: () => void | Promise<void>;
  /** Fetches anew what has changed since it was read. */
  readAgain: () => Promise<unknown>;
  onClose: () => void;
};

/** Signs a document: the password is asked for again, and what was read is what is signed. */
export function SignDialog({ words, sign, onSigned, readAgain, onClose }: Props) {
  const t = useTexts(texts);
  const [hasChanged, setHasChanged] = useState(false);
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => (password ? [] : [{ pointer: '/currentPassword', message: t.givePassword }]),
    send: async ({ password }) => {
      await confirmSession({ body: { currentPassword: password } });
      try {
        await sign();
      } catch (thrown) {
        const { status } = asProblem(thrown);
        if (status !== 409 && status !== 412) throw thrown;
        setHasChanged(true);
        return;
      }
      await onSigned();
      onClose();
    },
  });
  if (hasChanged) {
    return (
      <Dialog title={words.changedMeanwhile} onClose={onClose}>
        <p>{words.changedWhat}</p>
        <Button
          look="primary"
          onClick={async () => {
            await readAgain();
            onClose();
          }}
        >
          {words.readAgain}
        </Button>
      </Dialog>
    );
  }
  return (
    <Dialog title={words.sign} onClose={onClose}>
      <p>{words.signWhat}</p>
      <Form form={form} label={words.sign}>
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
            {words.sign}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
