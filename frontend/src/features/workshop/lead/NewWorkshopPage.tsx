// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type Assessment, createWorkshop, type MaturityModel, useMe } from '@/api';
import { CheckGroup, DateField, type Fault, Form, isDay, TextField, useForm } from '@/shared/form';
import { instantOf, readTime } from '@/shared/form/clock';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, Page, ProblemAlert } from '@/shared/ui';
import { assessmentQuery, modelQuery, workshopsQuery } from './queries';
import { texts } from './texts';

const FROM = 10;
const TO = 1800;

type Plan = { name: string; day: string; time: string; groups: string[]; criteria: string[]; vote: string; talk: string };

/** The template's eight questions: four of use, two of intake, two of culture, in the order they are asked. */
export function templateOf(model: MaturityModel): string[] {
  const some = (count: number, is: (criterion: MaturityModel['criteria'][number]) => boolean) =>
    model.criteria
      .filter(is)
      .slice(0, count)
      .map(({ code }) => code);
  return [
    ...some(4, ({ dimension }) => dimension === 'use'),
    ...some(2, ({ dimension }) => dimension === 'intake'),
    ...some(2, ({ dimension, aspect }) => aspect === 'culture' && dimension === 'none'),
  ];
}

function faultsOf(plan: Plan, t: (typeof texts)['sv']): Fault[] {
  const faults: Fault[] = [];
  const give = (pointer: string, message: string) => faults.push({ pointer, message });
  const isSeconds = (text: string) => /^\d+$/.test(text.trim()) && Number(text) >= FROM && Number(text) <= TO;
  if (!plan.name.trim()) give('/name', t.giveName);
  if (!isDay(plan.day)) give('/startsAt', t.giveDay);
  if (!readTime(plan.time)) give('/time', t.giveTime);
  if (plan.groups.length === 0) give('/groups', t.giveGroups);
  if (plan.criteria.length === 0) give('/criteria', t.giveQuestions);
  if (!isSeconds(plan.vote)) give('/voteSeconds', t.giveSeconds);
  if (!isSeconds(plan.talk)) give('/talkSeconds', t.giveSeconds);
  return faults;
}

/** The part of the model that the assessment asks about. */
function askedOf(model: MaturityModel, { perspectives }: Assessment): MaturityModel {
  const asked = new Set(perspectives.map(({ code }) => code));
  return { ...model, criteria: model.criteria.filter(({ perspective }) => asked.has(perspective)) };
}

/** Plans a workshop by the template of two hours. */
export function NewWorkshopPage() {
  const t = useTexts(texts);
  const { assessmentId = '' } = useParams({ strict: false });
  const assessment = useQuery(assessmentQuery(assessmentId));
  const model = useQuery({ ...modelQuery(assessment.data?.model), enabled: assessment.data !== undefined });
  const problem = assessment.error ?? model.error;
  return (
    <Page
      title={t.plan}
      purpose={t.planPurpose}
      crumbs={[
        { text: t.maturity, to: '/maturity' },
        ...(assessment.data ? [{ text: assessment.data.name, to: `/maturity/${assessmentId}` }] : []),
        { text: t.workshops, to: `/maturity/${assessmentId}/workshops` },
      ]}
    >
      {assessment.data && model.data ? (
        <PlanForm assessment={assessment.data} model={askedOf(model.data, assessment.data)} />
      ) : problem ? (
        <ProblemAlert problem={problem} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function PlanForm({ assessment, model }: { assessment: Assessment; model: MaturityModel }) {
  const t = useTexts(texts);
  const pick = usePick();
  const zone = useMe().authority.timeZone;
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const offered = assessment.groups.filter(({ joint }) => !joint);
  const form = useForm<Plan>({
    initial: {
      name: pick(assessment.unitName),
      day: '',
      time: '',
      groups: offered.map(({ group }) => group),
      criteria: templateOf(model),
      vote: '120',
      talk: '240',
    },
    check: (plan) => faultsOf(plan, t),
    send: async (plan) => {
      const { data } = await createWorkshop({
        path: { assessmentId: assessment.id },
        body: {
          name: plan.name.trim(),
          startsAt: instantOf(plan.day, readTime(plan.time) ?? '', zone).toISOString(),
          groups: plan.groups,
          criteria: plan.criteria,
          voteSeconds: Number(plan.vote),
          talkSeconds: Number(plan.talk),
        },
      });
      await queryClient.invalidateQueries({ queryKey: workshopsQuery(assessment.id).queryKey });
      await navigate({ to: '/workshops/$workshopId', params: { workshopId: data.view.id } });
    },
  });
  return (
    <Form form={form}>
      <TextField
        at="/name"
        label={t.name}
        hint={t.nameHint}
        value={form.values.name}
        onValue={(value) => form.set('name', value)}
        maxLength={200}
      />
      <DateField at="/startsAt" label={t.day} value={form.values.day} onValue={(value) => form.set('day', value)} />
      <TextField
        at="/time"
        label={t.time}
        hint={t.timeHint}
        value={form.values.time}
        onValue={(value) => form.set('time', value)}
        maxLength={10}
      />
      <CheckGroup
        at="/groups"
        label={t.groups}
        hint={t.groupsHint}
        options={offered.map(({ group, name }) => ({ value: group, text: pick(name) }))}
        chosen={form.values.groups}
        onChosen={(groups) => form.set('groups', groups)}
      />
      <CheckGroup
        at="/criteria"
        label={t.questions}
        hint={t.questionsHint}
        options={[...new Set([...templateOf(model), ...model.criteria.map(({ code }) => code)])].map((code) => ({
          value: code,
          text: `${code} ${pick(model.criteria.find((one) => one.code === code)?.name)}`,
        }))}
        chosen={form.values.criteria}
        onChosen={(criteria) => form.set('criteria', criteria)}
      />
      <TextField
        at="/voteSeconds"
        label={t.voteSeconds}
        inputMode="numeric"
        value={form.values.vote}
        onValue={(value) => form.set('vote', value)}
        maxLength={4}
      />
      <TextField
        at="/talkSeconds"
        label={t.talkSeconds}
        inputMode="numeric"
        value={form.values.talk}
        onValue={(value) => form.set('talk', value)}
        maxLength={4}
      />
      <div className="form__foot">
        <Button onClick={() => void navigate({ to: '/maturity/$assessmentId/workshops', params: { assessmentId: assessment.id } })}>
          {t.cancel}
        </Button>
        <Button look="primary" type="submit" busy={form.busy}>
          {t.save}
        </Button>
      </div>
    </Form>
  );
}
