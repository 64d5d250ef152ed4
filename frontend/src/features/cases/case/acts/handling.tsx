// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { addNote, addRecord, type CaseChannel, type CaseDirection, type CasePause, endWait, startCase, startWait } from '@/api';
import { getCaseTypeOptions } from '@/api/queries';
import { CheckField, DateField, isDay, RadioField, SelectField, TextArea, TextField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts as common } from '../../texts';
import { ActDialog, type ActProps } from './ActDialog';
import { texts } from './texts';

const LEAST = 3;
const PAUSES = ['paused', 'court', 'payment'] as const satisfies readonly CasePause[];
const DIRECTIONS = ['in', 'out', 'internal'] as const satisfies readonly CaseDirection[];
const CHANNELS = ['email', 'post', 'eservice', 'counter', 'phone', 'scan', 'api'] as const satisfies readonly CaseChannel[];

/** Begins the handling. */
export function StartDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.start}
      initial={{}}
      act={(_, headers) => startCase({ path: { caseId: file.id }, headers })}
      done={() => t.started}
    >
      {() => <p>{file.subject}</p>}
    </ActDialog>
  );
}

/** A note to the file; one that adds facts is a record. */
export function NoteDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.add_note}
      initial={{ text: '', addsFacts: false }}
      check={({ text }) => (text.trim() ? [] : [{ pointer: '/text', message: t.giveNote }])}
      act={({ text, addsFacts }, headers) => addNote({ path: { caseId: file.id }, headers, body: { text: text.trim(), addsFacts } })}
      done={() => t.noted}
    >
      {({ values, set }) => (
        <>
          <TextArea at="/text" label={t.note} maxLength={10_000} rows={6} value={values.text} onValue={(value) => set('text', value)} />
          <CheckField
            at="/addsFacts"
            label={t.addsFacts}
            hint={t.addsFactsHint}
            checked={values.addsFacts}
            onChecked={(checked) => set('addsFacts', checked)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** A record that came in, went out or was drawn up. */
export function RecordDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const today = useToday();
  const { data: type } = useQuery(getCaseTypeOptions({ path: { caseTypeId: file.caseTypeId }, query: { version: file.caseTypeVersion } }));
  const documents = (type?.documents ?? []).map((document) => ({ value: document.key, text: pick(document.name) }));
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.add_record}
      initial={{ direction: 'in', title: '', documentKey: '', date: today, channel: 'email', correspondent: '' }}
      check={({ title, date }) => [
        ...(title.trim() ? [] : [{ pointer: '/title', message: t.giveTitle }]),
        ...(isDay(date) ? [] : [{ pointer: '/date', message: t.giveDate }]),
      ]}
      act={(values, headers) =>
        addRecord({
          path: { caseId: file.id },
          headers,
          body: {
            direction: values.direction as CaseDirection,
            title: values.title.trim(),
            documentKey: values.documentKey || undefined,
            date: values.date,
            channel: (values.channel || undefined) as CaseChannel | undefined,
            correspondent: values.correspondent.trim() || undefined,
          },
        })
      }
      done={({ title }) => t.recorded(title.trim())}
    >
      {({ values, set, setAll }) => (
        <>
          <RadioField
            at="/direction"
            label={t.direction}
            options={DIRECTIONS.map((direction) => ({ value: direction, text: words.directions[direction] }))}
            value={values.direction}
            onValue={(direction) => setAll({ ...values, direction, channel: direction === 'internal' ? '' : values.channel })}
          />
          {documents.length > 0 && (
            <SelectField
              at="/documentKey"
              label={t.document}
              empty={t.noDocument}
              options={documents}
              value={values.documentKey}
              onValue={(documentKey) =>
                setAll({
                  ...values,
                  documentKey,
                  title: values.title || (documents.find((document) => document.value === documentKey)?.text ?? ''),
                })
              }
            />
          )}
          <TextField at="/title" label={t.title} maxLength={300} value={values.title} onValue={(value) => set('title', value)} />
          <DateField
            at="/date"
            label={t.date}
            hint={t.dateHint}
            lean="behind"
            value={values.date}
            onValue={(value) => set('date', value)}
          />
          <SelectField
            at="/channel"
            label={t.channel}
            empty={t.noChannel}
            options={CHANNELS.map((channel) => ({ value: channel, text: words.channels[channel] }))}
            value={values.channel}
            onValue={(value) => set('channel', value)}
          />
          <TextField
            at="/correspondent"
            label={t.correspondent}
            optional
            maxLength={200}
            value={values.correspondent}
            onValue={(value) => set('correspondent', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Pauses: nobody is asked anything. */
export function StartWaitDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.start_wait}
      initial={{ kind: PAUSES.find((pause) => !file.waits.includes(pause)) ?? 'paused', text: '', dueDate: '' }}
      check={({ text, dueDate }) => [
        ...(text.trim().length >= LEAST ? [] : [{ pointer: '/text', message: t.giveWaitText }]),
        ...(isDay(dueDate) ? [] : [{ pointer: '/dueDate', message: t.giveDate }]),
      ]}
      act={({ kind, text, dueDate }, headers) =>
        startWait({ path: { caseId: file.id }, headers, body: { kind: kind as CasePause, text: text.trim(), dueDate } })
      }
      done={() => t.waitBegun}
    >
      {({ values, set }) => (
        <>
          <RadioField
            at="/kind"
            label={t.waitKind}
            options={PAUSES.filter((wait) => !file.waits.includes(wait)).map((wait) => ({ value: wait, text: t.waitKinds[wait] }))}
            value={values.kind}
            onValue={(value) => set('kind', value as CasePause)}
          />
          <TextArea at="/text" label={t.waitText} maxLength={2000} value={values.text} onValue={(value) => set('text', value)} />
          <DateField
            at="/dueDate"
            label={t.waitDue}
            hint={t.waitDueHint}
            value={values.dueDate}
            onValue={(value) => set('dueDate', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** The pause is over. */
export function EndWaitDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const paused = PAUSES.filter((pause) => file.waits.includes(pause));
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.end_wait}
      initial={{ wait: paused[0] ?? 'paused', outcome: 'received', reason: '' }}
      act={({ wait, outcome, reason }, headers) =>
        endWait({
          path: { caseId: file.id, wait },
          headers,
          body: { received: outcome === 'received', reason: reason.trim() || undefined },
        })
      }
      done={() => t.waitEnded}
    >
      {({ values, set }) => (
        <>
          {paused.length > 1 && (
            <RadioField
              at="/wait"
              label={t.waitWhich}
              options={paused.map((wait) => ({ value: wait, text: t.waitKinds[wait] }))}
              value={values.wait}
              onValue={(value) => set('wait', value as CasePause)}
            />
          )}
          <RadioField
            at="/received"
            label={t.outcome}
            options={[
              { value: 'received', text: t.received },
              { value: 'not', text: t.notReceived },
            ]}
            value={values.outcome}
            onValue={(value) => set('outcome', value)}
          />
          {values.outcome === 'not' && (
            <TextArea
              at="/reason"
              label={t.waitReason}
              optional
              maxLength={1000}
              rows={3}
              value={values.reason}
              onValue={(value) => set('reason', value)}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}
