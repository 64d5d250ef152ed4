// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { openCaseInEmergency, readCaseForReason, useMay } from '@/api';
import { FormDialog, SelectField, TextArea, TextField } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Empty, notify } from '@/shared/ui';
import { CASE_LISTS, caseQuery } from '../queries';
import { texts } from './texts';

const LEAST_REASON = 10;
const MINUTES = [15, 30, 60];
const WHOLE_NUMBER = /^\s*\d+-\d+-\d{4}\s*$/;

/** The quiet way into a case that is not open: for those who may, behind a button that says what it takes. Nothing for others. */
export function OpenWithReason() {
  const { button, dialog } = useWayIn();
  return (
    <>
      {button}
      {dialog}
    </>
  );
}

function useWayIn() {
  const t = useTexts(texts);
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('case:break-glass') && !may('case:read-reasoned')) return {};
  const close = () => setOpen(false);
  return {
    button: <Button onClick={() => setOpen(true)}>{t.openWithReason}</Button>,
    dialog: open && (may('case:break-glass') ? <EmergencyDialog onClose={close} /> : <AuditDialog onClose={close} />),
  };
}

/** The same answer whether a case does not exist or is not open. */
export function NotThere() {
  const t = useTexts(texts);
  const { button, dialog } = useWayIn();
  return (
    <>
      <h1 className="vh" tabIndex={-1}>
        {t.notThere}
      </h1>
      <Empty title={t.notThere} action={button}>
        {t.notThereWhat}
      </Empty>
      {dialog}
    </>
  );
}

function useOpened() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async (caseId: string) => {
    await queryClient.invalidateQueries({ queryKey: CASE_LISTS });
    await queryClient.resetQueries({ queryKey: caseQuery(caseId).queryKey });
    await navigate({ to: '/cases/$caseId', params: { caseId }, search: {} });
  };
}

const check = (giveNumber: string, giveReason: string) => (values: { number: string; reason: string }) => [
  ...(WHOLE_NUMBER.test(values.number) ? [] : [{ pointer: '/number', message: giveNumber }]),
  ...(values.reason.trim().length >= LEAST_REASON ? [] : [{ pointer: '/reason', message: giveReason }]),
];

type Typed = { value: string; onValue: (value: string) => void };

function NumberField({ value, onValue }: Typed) {
  const t = useTexts(texts);
  return <TextField at="/number" label={t.number} hint={t.numberHint} maxLength={40} autoComplete="off" value={value} onValue={onValue} />;
}

function ReasonField({ hint, value, onValue }: Typed & { hint: string }) {
  const t = useTexts(texts);
  return <TextArea at="/reason" label={t.reason} hint={hint} rows={3} maxLength={1000} value={value} onValue={onValue} />;
}

function EmergencyDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const { time } = useFormats();
  const opened = useOpened();
  return (
    <FormDialog
      title={t.emergency}
      initial={{ number: '', reason: '', minutes: '60' }}
      check={check(t.giveNumber, t.giveReason)}
      submit={t.openNow}
      look="danger"
      send={async ({ number, reason, minutes }) => {
        const { data } = await openCaseInEmergency({
          body: { number: number.trim(), reason: reason.trim(), minutes: Number(minutes) },
        });
        notify(t.opened(time(data.expiresAt)));
        await opened(data.caseId);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.emergencyShort}</p>
          <div className="note note--warn consequences">
            <p>
              <b>{t.consequences}</b>
            </p>
            <ul>
              {t.consequence.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <div className="pair">
            <NumberField value={values.number} onValue={(value) => set('number', value)} />
            <SelectField
              at="/minutes"
              label={t.minutes}
              options={MINUTES.map((count) => ({ value: `${count}`, text: t.minutesText(count) }))}
              value={values.minutes}
              onValue={(value) => set('minutes', value)}
            />
          </div>
          <ReasonField hint={t.reasonHint} value={values.reason} onValue={(value) => set('reason', value)} />
        </>
      )}
    </FormDialog>
  );
}

function AuditDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const { time } = useFormats();
  const opened = useOpened();
  return (
    <FormDialog
      title={t.audit}
      initial={{ number: '', reason: '' }}
      check={check(t.giveNumber, t.giveReason)}
      submit={t.auditOpen}
      send={async ({ number, reason }) => {
        const { data } = await readCaseForReason({ body: { number: number.trim(), reason: reason.trim() } });
        notify(t.auditOpened(time(data.expiresAt)));
        await opened(data.caseId);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.auditShort}</p>
          <NumberField value={values.number} onValue={(value) => set('number', value)} />
          <ReasonField hint={t.auditHint} value={values.reason} onValue={(value) => set('reason', value)} />
        </>
      )}
    </FormDialog>
  );
}
