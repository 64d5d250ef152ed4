// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Field, Form, SelectField, TextField, useForm } from '@/shared/form';
import { isOver, JobProgress, useJob } from '@/shared/hooks/useJob';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { announce, Button, Page, ProblemAlert, Progress } from '@/shared/ui';
import { FRICTION } from '../queries';
import { logTexts } from './texts';
import { freshKey, sendLog, titleFrom } from './upload';
import '../friction.css';

const MOST_BYTES = 200 * 1024 * 1024;
const ZONES = ['Europe/Stockholm', 'UTC', 'Europe/Helsinki', 'Europe/Copenhagen', 'Europe/Amsterdam', 'Europe/London'];

/** Taking in a log: file, name and zone; then how far it has come; then its quality note. */
export function ImportPage() {
  const t = useTexts(logTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const { bytes } = useFormats();
  const [sent, setSent] = useState(0);
  const [jobId, setJobId] = useState<string>();
  const stop = useRef<AbortController>(null);
  const wish = useRef<{ what: string; key: string }>(null);
  const { data: job, error: jobError } = useJob(jobId);
  const form = useForm<{ file: File | null; title: string; zone: string }>({
    initial: { file: null, title: '', zone: ZONES[0] ?? 'UTC' },
    check: ({ file, title }) => {
      const faults = [];
      if (!file) faults.push({ pointer: '/file', message: t.noFile });
      if (file && file.size > MOST_BYTES) faults.push({ pointer: '/file', message: t.tooLarge });
      if (title.trim() === '') faults.push({ pointer: '/title', message: t.noName });
      return faults;
    },
    send: async ({ file, title, zone }) => {
      if (!file) return;
      const what = `${file.name} ${file.size} ${file.lastModified} ${title} ${zone}`;
      if (wish.current?.what !== what) wish.current = { what, key: freshKey() };
      stop.current = new AbortController();
      setSent(0);
      try {
        const begun = await sendLog({ file, title: title.trim(), assumeZone: zone, key: wish.current.key }, setSent, stop.current.signal);
        wish.current = null;
        setJobId(begun.id);
      } catch (thrown) {
        if (thrown instanceof DOMException && thrown.name === 'AbortError') announce(t.cancelled);
        else throw thrown;
      }
    },
  });
  const made = job?.state === 'done' ? job.result?.eventLogId : undefined;
  useEffect(() => {
    if (typeof made !== 'string') return;
    announce(t.ready);
    void client.invalidateQueries({ queryKey: [FRICTION] });
    void navigate({ to: '/friction/$logId/quality', params: { logId: made }, replace: true });
  }, [made, client, navigate, t.ready]);
  useEffect(() => () => stop.current?.abort(), []);

  const { file } = form.values;
  const take = (next: File | undefined) => {
    if (!next) return;
    form.setAll({ ...form.values, file: next, title: form.values.title.trim() === '' ? titleFrom(next.name) : form.values.title });
  };
  const crumbs = [
    { text: t.home, to: '/' },
    { text: t.title, to: '/friction' },
  ];
  const again = (
    <p className="form__foot">
      <Button onClick={() => setJobId(undefined)}>{t.again}</Button>
    </p>
  );
  return (
    <Page title={t.importTitle} purpose={t.importPurpose} crumbs={crumbs}>
      {jobId === undefined && !form.busy && (
        <Form form={form} label={t.importTitle}>
          <FileField file={file} onFile={take} />
          <TextField
            at="/title"
            label={t.name}
            hint={t.nameHint}
            maxLength={200}
            value={form.values.title}
            onValue={(value) => form.set('title', value)}
          />
          <SelectField
            at="/zone"
            label={t.zone}
            hint={t.zoneHint}
            value={form.values.zone}
            onValue={(value) => form.set('zone', value)}
            options={ZONES.map((zone) => ({ value: zone, text: zone }))}
          />
          <div className="form__foot">
            <Button type="submit" look="primary">
              {t.start}
            </Button>
          </div>
        </Form>
      )}
      {form.busy && file && (
        <div className="importing">
          <Progress
            label={t.sending}
            done={sent}
            total={file.size}
            text={`${bytes(sent)} / ${bytes(file.size)}`}
            onCancel={() => stop.current?.abort()}
          />
        </div>
      )}
      {jobError && <ProblemAlert problem={jobError} />}
      {job && (
        <div className="importing" aria-live="polite">
          {job.state === 'failed' && <p className="importing__said">{t.refused}</p>}
          {job.state === 'cancelled' && <p className="importing__said">{t.cancelled}</p>}
          {job.state !== 'cancelled' && <JobProgress job={job} label={t.reading} />}
          {isOver(job) && job.state !== 'done' && again}
        </div>
      )}
    </Page>
  );
}

/** A file by dragging or by the browser's own choice; both lead to the same. */
function FileField({ file, onFile }: { file: File | null; onFile: (file: File | undefined) => void }) {
  const t = useTexts(logTexts);
  const { bytes } = useFormats();
  const [over, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFile(event.dataTransfer.files[0]);
  };
  return (
    <Field at="/file" label={t.file}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dragging is an addition; the input inside is the way for everybody
        <div
          className={over ? 'drop drop--over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <p aria-live="polite">{file ? <b>{t.chosen(file.name, bytes(file.size))}</b> : t.drop}</p>
          {!file && <p className="small muted">{t.or}</p>}
          <input className="drop__input" type="file" accept=".xes,.gz" {...control} onChange={(event) => onFile(event.target.files?.[0])} />
          <label className="btn" htmlFor={control.id} aria-hidden="true">
            {file ? t.other : t.choose}
          </label>
        </div>
      )}
    </Field>
  );
}
