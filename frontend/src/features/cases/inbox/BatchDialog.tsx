// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type InboxBatchResult, type InboxItemSummary, registerInboxItems } from '@/api';
import { listCaseTypesOptions } from '@/api/queries';
import { type Fault, Form, SelectField, TextField, useForm } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, Tag } from '@/shared/ui';
import { inboxChanged } from './queries';
import { texts } from './texts';

const LEAST = 3;

type Values = { typeKey: string; publicSubject: string; recordTitle: string };

/** Registers the chosen items as cases of one type; then what became of each. */
export function BatchDialog({ items, onClose }: { items: readonly InboxItemSummary[]; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const queryClient = useQueryClient();
  const [result, setResult] = useState<InboxBatchResult>();
  // What was chosen stays in sight when the list no longer holds it.
  const [chosen] = useState(items);
  const { data: types } = useQuery(listCaseTypesOptions({ query: { status: 'published' } }));
  const suggested = chosen.find((item) => item.suggestedTypeKey);
  const name = suggested?.suggestedTypeName ? pick(suggested.suggestedTypeName) : '';
  const form = useForm<Values>({
    initial: { typeKey: suggested?.suggestedTypeKey ?? '', publicSubject: name, recordTitle: name },
    check: (values) => faultsOf(values, t),
    send: async (values) => {
      const { data } = await registerInboxItems({
        body: {
          items: chosen.map((item) => ({ itemId: item.id, version: item.version })),
          shared: {
            caseTypeKey: values.typeKey,
            publicSubject: values.publicSubject.trim(),
            recordTitle: values.recordTitle.trim(),
          },
        },
      });
      setResult(data);
      await inboxChanged(queryClient);
    },
  });
  const { values, set } = form;
  return (
    <Dialog title={t.batchTitle} wide={result !== undefined} onClose={onClose}>
      {result ? (
        <Results result={result} chosen={chosen} onClose={onClose} />
      ) : (
        <Form form={form} label={t.batchTitle}>
          <p className="measure">{t.batchWhat}</p>
          <SelectField
            at="/shared/caseTypeKey"
            label={t.type}
            empty={t.chooseType}
            options={(types?.items ?? []).map((type) => ({ value: type.key, text: pick(type.name) }))}
            value={values.typeKey}
            onValue={(key) => {
              const chosenType = types?.items.find((type) => type.key === key);
              form.setAll({ typeKey: key, publicSubject: pick(chosenType?.name), recordTitle: pick(chosenType?.name) });
            }}
          />
          <TextField
            at="/shared/publicSubject"
            label={t.publicSubject}
            hint={t.publicSubjectHint}
            maxLength={300}
            value={values.publicSubject}
            onValue={(value) => set('publicSubject', value)}
          />
          <TextField
            at="/shared/recordTitle"
            label={t.recordTitle}
            maxLength={300}
            value={values.recordTitle}
            onValue={(value) => set('recordTitle', value)}
          />
          <div className="form__foot">
            <Button look="primary" type="submit" busy={form.busy}>
              {t.batch(chosen.length)}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}

function Results({ result, chosen, onClose }: { result: InboxBatchResult; chosen: readonly InboxItemSummary[]; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <>
      <p role="status">
        <b>{t.batchDone(result.registeredCount, result.results.length)}</b>
      </p>
      <ul className="plain inbox__results">
        {result.results.map((entry) => (
          <li key={entry.itemId}>
            {entry.registered ? (
              <Link to="/cases/$caseId" params={{ caseId: entry.registered.caseId }} search={{}}>
                {entry.registered.number}
              </Link>
            ) : (
              <Tag mood="alarm">{t.batchRefused}</Tag>
            )}{' '}
            {chosen.find((item) => item.id === entry.itemId)?.subject}
            {entry.errors && <span className="inbox__reason">{entry.errors.map((error) => error.message).join(' ')}</span>}
          </li>
        ))}
      </ul>
      <div className="form__foot">
        <Button look="primary" onClick={onClose}>
          {t.done}
        </Button>
      </div>
    </>
  );
}

function faultsOf(values: Values, t: (typeof texts)['sv']): Fault[] {
  const faults: [boolean, string, string][] = [
    [values.typeKey === '', '/shared/caseTypeKey', t.giveType],
    [values.publicSubject.trim().length < LEAST, '/shared/publicSubject', t.givePublicSubject],
    [values.recordTitle.trim() === '', '/shared/recordTitle', t.giveRecordTitle],
  ];
  return faults.filter(([wrong]) => wrong).map(([, pointer, message]) => ({ pointer, message }));
}
