// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type CaseAct, type CaseFile, getCase, ifMatch } from '@/api';
import { type Fault, FormDialog, type FormState, useStale } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { caseChanged } from '../../queries';
import { useCompare } from '../useCompare';
import { texts } from './lawTexts';

/** What every act's dialog is given. */
export type ActProps = { file: CaseFile; of?: string | undefined; onClose: () => void };

type Props<V extends object> = ActProps & {
  title: string;
  wide?: boolean;
  initial: V;
  check?: (values: V) => Fault[];
  /** Does it, on the version named by the headers. */
  act: (values: V, headers: ReturnType<typeof ifMatch>, file: CaseFile) => Promise<{ data: CaseFile }>;
  /** What has happened and what happens next. */
  done: (values: V) => string;
  submit?: string;
  /** An act that is a draft where its writer may not send anything out. */
  drafts?: CaseAct;
  children: (form: FormState<V>) => ReactNode;
};

/** The dialog of an act: its form, its faults, and both versions when somebody else was first. */
export function ActDialog<V extends object>({ file, act, done, of: _, drafts, children, ...dialog }: Props<V>) {
  const t = useTexts(texts);
  const draft = file.acts.some((each) => each.act === drafts && each.draft);
  const queryClient = useQueryClient();
  const compare = useCompare();
  const stale = useStale({ read: file, fetchNow: async () => (await getCase({ path: { caseId: file.id } })).data, compare });
  return (
    <FormDialog
      {...dialog}
      {...(draft && { submit: t.saveDraft })}
      stale={stale}
      send={async (values) => {
        const { data } = await stale.on((seen) => act(values, ifMatch(seen.version), seen));
        await caseChanged(queryClient, data);
        notify(draft ? t.draftSaved : done(values));
      }}
    >
      {(form) => (
        <>
          {draft && <p className="note">{t.draftWhat}</p>}
          {children(form)}
        </>
      )}
    </FormDialog>
  );
}
