// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeReport, ifMatch, type Report, type ReportSection } from '@/api';
import { Form, SelectField, TextArea, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify, StaleAlert } from '@/shared/ui';
import { reportQuery } from '../ReportPage';
import { texts } from '../texts';
import { logsQuery } from './NewReportDialog';
import { SECTIONS, wordsOf } from './OwnWords';

const SHORTEST_TITLE = 5;

type Values = { title: string; summary: string; proposal: string; eventLogId: string } & Record<ReportSection, string>;

const valuesOf = (report: Report): Values => ({
  ...(Object.fromEntries(SECTIONS.map((section) => [section, wordsOf(report, section) ?? ''])) as Record<ReportSection, string>),
  title: report.title,
  summary: report.summary ?? '',
  proposal: report.proposal ?? '',
  eventLogId: report.eventLogId ?? '',
});

/** Changes the texts around the figures of a draft. */
export function EditDialog({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const query = reportQuery(report.id);
  const [read, setRead] = useState(report);
  const [now, setNow] = useState<Report | null>(null);
  const { data: logs = [] } = useQuery(logsQuery);
  const form = useForm({
    initial: valuesOf(report),
    check: ({ title }) => (title.trim().length < SHORTEST_TITLE ? [{ pointer: '/title', message: t.giveTitle }] : []),
    send: async ({ title, summary, proposal, eventLogId, ...words }) => {
      try {
        const { data } = await changeReport({
          path: { reportId: report.id },
          headers: ifMatch(read.version),
          body: {
            title: title.trim(),
            ...(summary.trim() ? { summary: summary.trim() } : {}),
            ...(proposal.trim() ? { proposal: proposal.trim() } : {}),
            ...(eventLogId ? { eventLogId } : {}),
            sections: SECTIONS.flatMap((section) => {
              const text = words[section].trim();
              return text ? [{ section, text }] : [];
            }),
          },
        });
        queryClient.setQueryData(query.queryKey, data);
      } catch (thrown) {
        setNow(await queryClient.fetchQuery({ ...query, staleTime: 0 }));
        throw thrown;
      }
      notify(t.saved);
      onClose();
    },
  });
  const isStale = form.problem?.isStale ?? false;
  return (
    <Dialog title={t.edit} wide onClose={onClose}>
      {isStale && now && (
        <StaleAlert
          differences={[
            { label: t.title, before: read.title, now: now.title },
            { label: t.summary, before: read.summary ?? '', now: now.summary ?? '' },
            { label: t.proposal, before: read.proposal ?? '', now: now.proposal ?? '' },
            ...SECTIONS.map((section) => ({
              label: t.sections[section],
              before: wordsOf(read, section) ?? '',
              now: wordsOf(now, section) ?? '',
            })),
          ].filter((each) => each.before !== each.now)}
          onKeep={() => {
            setRead(now);
            form.dismiss();
          }}
          onDrop={() => {
            setRead(now);
            form.setAll(valuesOf(now));
            form.dismiss();
          }}
        />
      )}
      <Form form={isStale ? { ...form, problem: null } : form} label={t.edit}>
        <TextField at="/title" label={t.title} maxLength={200} value={form.values.title} onValue={(value) => form.set('title', value)} />
        <TextArea
          at="/summary"
          label={t.summary}
          optional
          maxLength={2000}
          value={form.values.summary}
          onValue={(value) => form.set('summary', value)}
        />
        <TextArea
          at="/proposal"
          label={t.proposal}
          optional
          maxLength={2000}
          value={form.values.proposal}
          onValue={(value) => form.set('proposal', value)}
        />
        <details className="stack" open={SECTIONS.some((section) => form.values[section])}>
          <summary>{t.sectionTexts}</summary>
          <p className="small muted">{t.sectionTextsWhat}</p>
          {SECTIONS.map((section) => (
            <TextArea
              key={section}
              at={`/sections/${section}`}
              label={t.sections[section]}
              optional
              rows={2}
              maxLength={1500}
              value={form.values[section]}
              onValue={(value) => form.set(section, value)}
            />
          ))}
        </details>
        {logs.length > 0 && (
          <SelectField
            at="/eventLogId"
            label={t.log}
            empty="–"
            value={form.values.eventLogId}
            onValue={(value) => form.set('eventLogId', value)}
            options={logs.map((log) => ({ value: log.id, text: log.title }))}
          />
        )}
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.save}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
