// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type AssessmentSummary, createRoadmapItem, type RankedRecommendation, type UserRef } from '@/api';
import { DateField, type Fault, Form, isDay, SelectField, TextArea, TextField, useForm } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { type Same, useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify } from '@/shared/ui';
import { CaseTypesField } from '../effect/CaseTypesField';
import { type Chosen, choicesOf, IndicatorsField } from '../effect/IndicatorsField';
import { planTexts } from '../plan/texts';
import { loadQuery, rankedQuery, roadmapQuery } from '../queries';
import { texts } from '../texts';
import { OwnerField } from './OwnerField';

const SHORTEST_TITLE = 5;

/** Very small to very large. */
export const EFFORTS = ['1', '2', '3', '4', '5'] as const;

type Values = {
  title: string;
  description: string;
  tasks: string;
  owner: UserRef | undefined;
  startDate: string;
  endDate: string;
  indicators: Chosen[];
  caseTypes: string[];
  effort: string;
};

/** What is lacking or wrong, before the server is asked. */
export function checkPlan(
  values: Pick<Values, 'title' | 'owner' | 'startDate' | 'endDate'>,
  own: boolean,
  t: Same<(typeof texts)['sv']>,
): Fault[] {
  const faults: Fault[] = [];
  if (own && values.title.trim().length < SHORTEST_TITLE) faults.push({ pointer: '/title', message: t.giveTitle });
  if (!values.owner) faults.push({ pointer: '/ownerId', message: t.giveOwner });
  if (!isDay(values.startDate)) faults.push({ pointer: '/startDate', message: t.giveStart });
  if (!isDay(values.endDate) || (isDay(values.startDate) && values.endDate < values.startDate))
    faults.push({ pointer: '/endDate', message: t.giveEnd });
  return faults;
}

/** What a recommendation should move. */
const expectedOf = (ranked: RankedRecommendation): Chosen[] =>
  ranked.recommendation.indicators.map((each) => ({ indicator: each.indicator, change: each.change === 'up' ? 'up' : 'down' }));

/** Puts a recommendation, or one's own words, on the roadmap with somebody responsible and days. */
export function PlanDialog({
  assessment,
  ranked,
  onClose,
}: {
  assessment: AssessmentSummary;
  ranked: RankedRecommendation | undefined;
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const p = useTexts(planTexts);
  const pick = usePick();
  const today = useToday();
  const queryClient = useQueryClient();
  const own = ranked === undefined;
  const form = useForm<Values>({
    initial: {
      title: '',
      description: '',
      tasks: '',
      owner: undefined,
      startDate: today,
      endDate: '',
      indicators: ranked ? expectedOf(ranked) : [],
      caseTypes: [],
      effort: String(ranked?.recommendation.effort ?? 2),
    },
    check: (values) => checkPlan(values, own, t),
    send: async (values) => {
      const tasks = values.tasks
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
      await createRoadmapItem({
        body: {
          ...(ranked
            ? { recommendation: ranked.recommendation.code }
            : { title: values.title.trim(), ...(tasks.length > 0 ? { tasks } : {}) }),
          ...(values.description.trim() ? { description: values.description.trim() } : {}),
          assessmentId: assessment.id,
          ownerId: values.owner?.id ?? '',
          startDate: values.startDate,
          endDate: values.endDate,
          indicators: choicesOf(values.indicators),
          caseTypes: values.caseTypes,
          effort: Number(values.effort),
        },
      });
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: rankedQuery(assessment.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: roadmapQuery(assessment.id).queryKey }),
        queryClient.invalidateQueries({ queryKey: loadQuery.queryKey }),
      ]);
      notify(own ? t.saved : t.wasPut);
      onClose();
    },
  });
  const title = ranked ? `${t.addToRoadmap}: ${pick(ranked.recommendation.title)}` : t.formulate;
  return (
    <Dialog title={title} wide onClose={onClose}>
      <Form form={form} label={title}>
        {own && (
          <TextField
            at="/title"
            label={t.ownTitle}
            hint={t.ownTitleHint}
            maxLength={200}
            value={form.values.title}
            onValue={(value) => form.set('title', value)}
          />
        )}
        <TextArea
          at="/description"
          label={t.ownDescription}
          optional
          rows={3}
          maxLength={4000}
          value={form.values.description}
          onValue={(value) => form.set('description', value)}
        />
        {own && (
          <TextArea
            at="/tasks"
            label={t.tasks}
            hint={t.taskHint}
            optional
            rows={3}
            value={form.values.tasks}
            onValue={(value) => form.set('tasks', value)}
          />
        )}
        <OwnerField at="/ownerId" label={t.ownerQuestion} value={form.values.owner} onValue={(owner) => form.set('owner', owner)} />
        <DateField at="/startDate" label={t.start} value={form.values.startDate} onValue={(value) => form.set('startDate', value)} />
        <DateField at="/endDate" label={t.end} value={form.values.endDate} onValue={(value) => form.set('endDate', value)} />
        <SelectField
          at="/effort"
          label={p.effortQuestion}
          value={form.values.effort}
          onValue={(value) => form.set('effort', value)}
          options={EFFORTS.map((effort) => ({ value: effort, text: `${effort} – ${t.efforts[effort]}` }))}
        />
        <IndicatorsField chosen={form.values.indicators} onChosen={(indicators) => form.set('indicators', indicators)} />
        <CaseTypesField chosen={form.values.caseTypes} onChosen={(caseTypes) => form.set('caseTypes', caseTypes)} />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.put}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
