// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { changeMyPassword, meQuery } from '@/api';
import { type Fault, Form, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { Bare } from './Bare';
import { texts } from './texts';

const LEAST = 12;
const route = getRouteApi('/password');

/** A password of one's own; the first thing asked of somebody with a one-time password. */
export function PasswordPage() {
  const t = useTexts(texts);
  const router = useRouter();
  const queryClient = useQueryClient();
  const { to } = route.useSearch();
  const { data: me } = useQuery(meQuery);
  const form = useForm({
    initial: { currentPassword: '', newPassword: '', again: '' },
    check: (values) => {
      const faults: Fault[] = [];
      if (!values.currentPassword) faults.push({ pointer: '/currentPassword', message: t.givePassword });
      if (values.newPassword.length < LEAST) faults.push({ pointer: '/newPassword', message: t.tooShort });
      else if (values.again !== values.newPassword) faults.push({ pointer: '/again', message: t.notSame });
      return faults;
    },
    send: async ({ currentPassword, newPassword }) => {
      await changeMyPassword({ body: { currentPassword, newPassword } });
      queryClient.clear();
      notify(t.changed);
      router.history.push(to ?? '/');
    },
  });
  const field = (key: 'currentPassword' | 'newPassword' | 'again', label: string, hint?: string) => (
    <TextField
      at={`/${key}`}
      label={label}
      hint={hint}
      type="password"
      value={form.values[key]}
      onValue={(value) => form.set(key, value)}
      autoComplete={key === 'currentPassword' ? 'current-password' : 'new-password'}
    />
  );
  return (
    <Bare title={t.changePassword}>
      {me?.mustChangePassword && <p className="note note--warn">{t.mustChange}</p>}
      <Form form={form} label={t.changePassword}>
        {field('currentPassword', t.currentPassword)}
        {field('newPassword', t.newPassword, t.newPasswordHint)}
        {field('again', t.again)}
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.save}
          </Button>
        </div>
      </Form>
    </Bare>
  );
}
