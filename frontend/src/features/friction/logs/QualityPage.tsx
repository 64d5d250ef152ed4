// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteEventLog, type EventLog, type EventLogDetail, type EventLogQuality, ifMatch, renameEventLog, useMay } from '@/api';
import { Form, TextField, useForm } from '@/shared/form';
import { type Formats, useFormats } from '@/shared/i18n/format';
import type { Same } from '@/shared/i18n/texts';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Dialog, Kpi, Kpis, notify, Table } from '@/shared/ui';
import { LogPage } from '../LogPage';
import { FRICTION, logQuery } from '../queries';
import { logTexts } from './texts';

/** The quality note of a log, and what can be done with the log itself. */
export function QualityPage() {
  const t = useTexts(logTexts);
  const { logId } = useParams({ from: '/frame/friction/$logId/quality' });
  return (
    <LogPage
      logId={logId}
      title={t.quality}
      purpose={t.qualityPurpose}
      actions={() => (
        <Link to="/friction/$logId" params={{ logId }} className={buttonClass('primary')}>
          {t.toFriction}
        </Link>
      )}
    >
      {(detail) => <Note detail={detail} />}
    </LogPage>
  );
}

function Note({ detail }: { detail: EventLogDetail }) {
  const t = useTexts(logTexts);
  const may = useMay();
  const formats = useFormats();
  const { number, date, bytes } = formats;
  const { log, quality } = detail;
  return (
    <>
      <Kpis>
        <Kpi
          label={t.cases}
          value={number(log.caseCount, 0)}
          direction={quality.tracesInFile !== log.caseCount ? `${t.inFile}: ${number(quality.tracesInFile, 0)}` : undefined}
        />
        <Kpi label={t.events} value={number(log.eventCount, 0)} direction={`${t.activities}: ${number(log.activityCount, 0)}`} />
        <Kpi
          label={t.span}
          value={<span className="kpi__span">{log.firstAt ? date(log.firstAt) : '–'}</span>}
          {...(log.lastAt ? { direction: `– ${date(log.lastAt)}` } : {})}
        />
      </Kpis>
      <section className="section">
        <h2>{t.words}</h2>
        {log.kind === 'own' ? (
          <p className="measure">{t.ownQuality}</p>
        ) : (
          <ul className="qualitylist">
            {wordsOf(quality, t, formats).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </section>
      {quality.findings.length > 0 && (
        <section className="section">
          <h2>{t.findings}</h2>
          <Table
            dense
            caption={t.findingsCaption(number(quality.findings.length, 0), number(quality.findingsTotal, 0))}
            rows={quality.findings}
            rowKey={(finding) => `${finding.line} ${finding.code} ${finding.value ?? ''}`}
            columns={[
              { key: 'line', head: t.line, numeric: true, cell: (finding) => number(finding.line, 0) },
              {
                key: 'code',
                head: t.problem,
                rowHead: true,
                cell: (finding) => (Object.hasOwn(t.codes, finding.code) ? t.codes[finding.code as keyof typeof t.codes] : finding.code),
              },
              { key: 'value', head: t.value, cell: (finding) => (finding.value === undefined ? '–' : <code>{finding.value}</code>) },
            ]}
          />
        </section>
      )}
      {detail.sourceName !== undefined && (
        <section className="section">
          <h2>{t.source}</h2>
          <p>{t.sourceFile(detail.sourceName, bytes(detail.sourceBytes ?? 0))}</p>
        </section>
      )}
      {log.kind === 'imported' && may('event-log:manage') && <Manage log={log} />}
    </>
  );
}

type Words = Same<(typeof logTexts)['sv']>;

/** What reading showed, each thing in a sentence; what did not occur is said only where its absence matters. */
export function wordsOf(quality: EventLogQuality, t: Words, { number }: Pick<Formats, 'number'>): string[] {
  const count = (value: number) => number(value, 0);
  const line = (value: number, text: (count: string) => string, otherwise?: string) =>
    value > 0 ? [text(count(value))] : otherwise ? [otherwise] : [];
  const leftOut = quality.rejectedEvents + quality.emptyCases;
  const several = quality.transitions.length > 1;
  return [
    ...(leftOut === 0 ? [t.allFine] : []),
    ...line(quality.rejectedEvents, t.rejected),
    ...line(quality.emptyCases, t.emptyCases),
    ...line(quality.tiedPairs, t.tied, t.noTies),
    ...line(quality.casesOutOfOrder, t.outOfOrder),
    ...line(quality.timestampsWithoutOffset, (n) => t.noOffset(n, quality.assumedZone), t.allOffset),
    ...line(quality.eventsInFuture, t.future),
    ...line(quality.eventsAtEpoch, t.epoch),
    ...line(quality.repeatedCaseIds, t.repeated),
    ...line(quality.eventsWithoutResource, t.noResource),
    ...line(quality.systemResources, (n) => t.systems(n, count(quality.systemEvents))),
    ...(several
      ? [t.transitions(quality.transitions.map((one) => t.transition(one.transition ?? t.noTransition, count(one.events))).join(', '))]
      : []),
  ];
}

function Manage({ log }: { log: EventLog }) {
  const t = useTexts(logTexts);
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null);
  return (
    <section className="section">
      <div className="row">
        <Button onClick={() => setOpen('rename')}>{t.rename}</Button>
        <Button look="danger" onClick={() => setOpen('remove')}>
          {t.remove}
        </Button>
      </div>
      {open === 'rename' && <Rename log={log} onClose={() => setOpen(null)} />}
      {open === 'remove' && <Remove log={log} onClose={() => setOpen(null)} />}
    </section>
  );
}

function Rename({ log, onClose }: { log: EventLog; onClose: () => void }) {
  const t = useTexts(logTexts);
  const client = useQueryClient();
  const form = useForm({
    initial: { title: log.title },
    check: ({ title }) => (title.trim() === '' ? [{ pointer: '/title', message: t.noName }] : []),
    send: async ({ title }) => {
      const { data } = await renameEventLog({ path: { eventLogId: log.id }, headers: ifMatch(log.version), body: { title: title.trim() } });
      client.setQueryData(logQuery(log.id).queryKey, data);
      await client.invalidateQueries({ queryKey: [FRICTION] });
      notify(t.renamed);
      onClose();
    },
  });
  return (
    <Dialog title={t.rename} onClose={onClose}>
      <Form form={form}>
        <TextField at="/title" label={t.newName} maxLength={200} value={form.values.title} onValue={(value) => form.set('title', value)} />
        <div className="form__foot">
          <Button type="submit" look="primary" busy={form.busy}>
            {t.save}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}

function Remove({ log, onClose }: { log: EventLog; onClose: () => void }) {
  const t = useTexts(logTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { word: '' },
    check: ({ word }) => (word.trim().toLowerCase() === t.removeWord ? [] : [{ pointer: '/word', message: t.removeWrong(t.removeWord) }]),
    send: async () => {
      await deleteEventLog({ path: { eventLogId: log.id }, headers: ifMatch(log.version) });
      await navigate({ to: '/friction' });
      client.removeQueries({ queryKey: [FRICTION, log.id] });
      await client.invalidateQueries({ queryKey: [FRICTION, 'logs'] });
      notify(t.removed);
    },
  });
  return (
    <Dialog title={t.remove} onClose={onClose}>
      <Form form={form}>
        <p>{t.removeWhat(log.title)}</p>
        <TextField
          at="/word"
          label={t.removeLabel(t.removeWord)}
          autoComplete="off"
          value={form.values.word}
          onValue={(value) => form.set('word', value)}
        />
        <div className="form__foot">
          <Button type="submit" look="danger" busy={form.busy}>
            {t.remove}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
