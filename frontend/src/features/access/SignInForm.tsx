// SPDX-License-Identifier: EUPL-1.2
import { createSession } from '@/api';
import { type Fault, Form, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { texts } from './texts';

/** Name and password. */
export function SignInForm({ onDone }: { onDone: () => Promise<unknown> | undefined }) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { userName: '', password: '' },
    check: ({ userName, password }) => {
      const faults: Fault[] = [];
      if (!userName.trim()) faults.push({ pointer: '/userName', message: t.giveUserName });
      if (!password) faults.push({ pointer: '/password', message: t.givePassword });
      return faults;
    },
    send: async ({ userName, password }) => {
      await createSession({ body: { userName: userName.trim(), password } });
      await onDone();
    },
  });
  return (
    <Form form={form} label={t.signIn}>
      <TextField
        at="/userName"
        label={t.userName}
        value={form.values.userName}
        onValue={(value) => form.set('userName', value)}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <TextField
        at="/password"
        label={t.password}
        type="password"
        value={form.values.password}
        onValue={(value) => form.set('password', value)}
        autoComplete="current-password"
      />
      <div className="form__foot">
        <Button look="primary" type="submit" busy={form.busy}>
          {t.signIn}
        </Button>
      </div>
    </Form>
  );
}
