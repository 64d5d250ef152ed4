// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { texts } from '../ui/texts';
import { Form } from './Form';
import { type Fault, type Form as FormState, useForm } from './useForm';

type Props<V extends object> = {
  title: string;
  wide?: boolean;
  initial: V;
  check?: (values: V) => Fault[];
  /** Sends; the dialog closes when it is done. */
  send: (values: V) => Promise<unknown>;
  submit?: string;
  look?: 'primary' | 'danger';
  /** Where it changes a version that was read. */
  stale?: { alert: (again: () => void, drop: () => void) => ReactNode };
  onClose: () => void;
  children: (form: FormState<V>) => ReactNode;
};

/** A dialog with one form. */
export function FormDialog<V extends object>({
  title,
  wide = false,
  initial,
  check,
  send,
  submit,
  look = 'primary',
  stale,
  onClose,
  children,
}: Props<V>) {
  const t = useTexts(texts);
  const form = useForm<V>({
    initial,
    ...(check ? { check } : {}),
    send: async (values) => {
      await send(values);
      onClose();
    },
  });
  return (
    <Dialog title={title} wide={wide} onClose={onClose}>
      {stale?.alert(() => void form.submit(), onClose)}
      <Form form={form} label={title}>
        {children(form)}
        <div className="form__foot">
          <Button look={look} type="submit" busy={form.busy}>
            {submit ?? title}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
