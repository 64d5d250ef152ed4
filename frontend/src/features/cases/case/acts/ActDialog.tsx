// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { type CaseFile, getCase, ifMatch } from '@/api';
import { type Fault, Form, type FormState, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify, StaleAlert } from '@/shared/ui';
import { caseChanged, caseQuery } from '../../queries';
import { useDifferences } from '../useDifferences';
import { texts } from './texts';

/** What every act's dialog is given. */
export type ActProps = { file: CaseFile; onClose: () => void };

type Props<V extends object> = ActProps & {
  title: string;
  wide?: boolean;
  initial: V;
  check?: (values: V, file: CaseFile) => Fault[];
  /** Does it, on the version named by the headers. */
  act: (values: V, headers: ReturnType<typeof ifMatch>, file: CaseFile) => Promise<{ data: CaseFile }>;
  /** What has happened and what happens next. */
  done: (values: V) => string;
  submit?: string;
  look?: 'primary' | 'danger';
  children: (form: FormState<V>) => ReactNode;
};

/** The dialog of an act: its form, its faults, and both versions when somebody else was first. */
export function ActDialog<V extends object>({
  file,
  onClose,
  title,
  wide,
  initial,
  check,
  act,
  done,
  submit,
  look = 'primary',
  children,
}: Props<V>) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const [base, setBase] = useState(file);
  const [current, setCurrent] = useState<CaseFile | null>(null);
  const latest = useRef(file);
  const differences = useDifferences(base, current);
  const form = useForm<V>({
    initial,
    check: (values) => check?.(values, latest.current) ?? [],
    send: async (values) => {
      try {
        const { data } = await act(values, ifMatch(latest.current.version), latest.current);
        await caseChanged(queryClient, data);
        notify(done(values));
        onClose();
      } catch (thrown) {
        if (isStale(thrown)) setCurrent((await getCase({ path: { caseId: file.id } })).data);
        throw thrown;
      }
    },
  });
  return (
    <Dialog title={title} wide={wide ?? false} onClose={onClose}>
      {current && (
        <StaleAlert
          differences={differences}
          onKeep={() => {
            latest.current = current;
            setBase(current);
            setCurrent(null);
            void form.submit();
          }}
          onDrop={() => {
            queryClient.setQueryData(caseQuery(file.id).queryKey, current);
            onClose();
          }}
        />
      )}
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

const isStale = (thrown: unknown) => typeof thrown === 'object' && thrown !== null && 'isStale' in thrown && thrown.isStale === true;
