// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createReport, listAssessments, listEventLogs } from '@/api';
import { type Fault, Form, SelectField, TextArea, TextField, useForm } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog } from '@/shared/ui';
import { texts } from '../texts';

const SHORTEST_TITLE = 5;

/** Logs to choose from; none where the reader may not see them. */
export const logsQuery = {
  queryKey: ['report', 'logs'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await listEventLogs({ query: { limit: 50 }, signal })).data.items,
  retry: false,
};

/** Begins a report on an assessment. */
export function NewReportDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { data: assessments } = useQuery({
    queryKey: ['report', 'assessments'],
    queryFn: async ({ signal }) => (await listAssessments({ query: { limit: 50 }, signal })).data.items,
  });
  const { data: logs = [] } = useQuery(logsQuery);
  const form = useForm({
    initial: { assessmentId: '', eventLogId: '', title: '', summary: '', proposal: '' },
    check: (values) => {
      const faults: Fault[] = [];
      if (!values.assessmentId) faults.push({ pointer: '/assessmentId', message: t.giveAssessment });
      if (values.title.trim().length < SHORTEST_TITLE) faults.push({ pointer: '/title', message: t.giveTitle });
      return faults;
    },
    send: async ({ assessmentId, eventLogId, title, summary, proposal }) => {
      const { data } = await createReport({
        body: {
          assessmentId,
          title: title.trim(),
          ...(eventLogId ? { eventLogId } : {}),
          ...(summary.trim() ? { summary: summary.trim() } : {}),
          ...(proposal.trim() ? { proposal: proposal.trim() } : {}),
        },
      });
      await queryClient.invalidateQueries({ queryKey: ['reports'] });
      await navigate({ to: '/reports/$reportId', params: { reportId: data.id } });
    },
  });
  return (
    <Dialog title={t.begin} wide onClose={onClose}>
      {assessments?.length === 0 && <p>{t.noAssessment}</p>}
      <Form form={form} label={t.begin}>
        <SelectField
          at="/assessmentId"
          label={t.assessment}
          empty=""
          value={form.values.assessmentId}
          onValue={(value) => form.set('assessmentId', value)}
          options={(assessments ?? []).map((each) => ({
            value: each.id,
            text: `${each.name}, ${pick(each.process?.name ?? each.unitName)}`,
          }))}
        />
        <TextField at="/title" label={t.title} maxLength={200} value={form.values.title} onValue={(value) => form.set('title', value)} />
        {logs.length > 0 && (
          <SelectField
            at="/eventLogId"
            label={t.log}
            empty={t.newestLog}
            value={form.values.eventLogId}
            onValue={(value) => form.set('eventLogId', value)}
            options={logs.map((log) => ({ value: log.id, text: log.title }))}
          />
        )}
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
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.create}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
