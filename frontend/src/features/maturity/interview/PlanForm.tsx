// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { Assessment, Interview, InterviewPlan, MaturityModel } from '@/api';
import { CheckField, CheckGroup, DateField, type Fault, Form, isDay, SelectField, TextField, useForm } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { unitsQuery } from '../queries';
import { QuestionText } from './notes/NotesPart';
import { guideQuery } from './queries';
import { type Texts, texts } from './texts';

type Plan = { group: string; role: string; unit: string; people: string; day: string; criteria: string[]; frictions: boolean };

const PEOPLE = /^\d{1,6}$/;

function faultsOf(plan: Plan, t: Texts): Fault[] {
  const faults: Fault[] = [];
  if (!plan.group) faults.push({ pointer: '/group', message: t.giveGroup });
  if (!plan.role.trim()) faults.push({ pointer: '/role', message: t.giveRole });
  if (plan.unit && !(PEOPLE.test(plan.people.trim()) && Number(plan.people) > 0))
    faults.push({ pointer: '/peopleInRole', message: t.givePeople });
  if (!isDay(plan.day)) faults.push({ pointer: '/plannedOn', message: t.giveDay });
  if (plan.criteria.length === 0 && !plan.frictions) faults.push({ pointer: '/criteria', message: t.giveCriteria });
  return faults;
}

const asSent = (plan: Plan): InterviewPlan => ({
  group: plan.group,
  role: plan.role.trim(),
  plannedOn: plan.day,
  criteria: plan.criteria,
  frictions: plan.frictions,
  ...(plan.unit ? { unitId: plan.unit, peopleInRole: Number(plan.people) } : {}),
});

/** What the form begins with. */
function planOf(interview: Interview | undefined, model: MaturityModel): Plan {
  if (!interview) return { group: '', role: '', unit: '', people: '', day: '', criteria: [], frictions: true };
  const asked = new Set(interview.questions.map(({ criterion }) => criterion));
  return {
    group: interview.group,
    role: interview.role,
    unit: interview.unitId ?? '',
    people: interview.peopleInRole === undefined ? '' : String(interview.peopleInRole),
    day: interview.plannedOn,
    criteria: model.criteria.map(({ code }) => code).filter((code) => asked.has(code)),
    frictions: interview.questions.some(({ origin }) => origin === 'friction'),
  };
}

type Props = {
  assessment: Assessment;
  model: MaturityModel;
  interview?: Interview;
  send: (plan: InterviewPlan) => Promise<unknown>;
  onCancel: () => void;
};

/** Whom to interview, by group and role, and what to ask about; the questions are shown as one chooses. */
export function PlanForm({ assessment, model: whole, interview, send, onCancel }: Props) {
  const model = askedOf(whole, assessment);
  const t = useTexts(texts);
  const pick = usePick();
  const units = useQuery(unitsQuery);
  const form = useForm<Plan>({
    initial: planOf(interview, model),
    check: (plan) => faultsOf(plan, t),
    send: (plan) => send(asSent(plan)),
  });
  const below = unitsBelow(assessment.unitId, units.data ?? []);
  const { values } = form;
  return (
    <Form form={form}>
      <SelectField
        at="/group"
        label={t.group}
        empty=""
        value={values.group}
        onValue={(group) => form.set('group', group)}
        options={assessment.groups.map(({ group, name }) => ({ value: group, text: pick(name) }))}
      />
      <TextField
        at="/role"
        label={t.role}
        hint={t.roleHint}
        maxLength={100}
        value={values.role}
        onValue={(role) => form.set('role', role)}
      />
      <SelectField
        at="/unitId"
        label={t.unit}
        hint={t.unitHint}
        optional
        empty={t.noUnit}
        value={values.unit}
        onValue={(unit) => form.set('unit', unit)}
        options={below.map((unit) => ({ value: unit.id, text: pick(unit.name) }))}
      />
      {values.unit && (
        <TextField
          at="/peopleInRole"
          label={t.people}
          hint={t.peopleHint}
          inputMode="numeric"
          maxLength={6}
          value={values.people}
          onValue={(people) => form.set('people', people)}
        />
      )}
      <DateField at="/plannedOn" label={t.day} value={values.day} onValue={(day) => form.set('day', day)} />
      <CheckField
        at="/frictions"
        label={t.frictions}
        checked={values.frictions}
        onChecked={(frictions) => form.set('frictions', frictions)}
      />
      <Criteria model={model} chosen={values.criteria} onChosen={(criteria) => form.set('criteria', criteria)} />
      <Preview assessmentId={assessment.id} criteria={values.criteria} frictions={values.frictions} />
      <div className="form__foot">
        <Button onClick={onCancel}>{t.cancel}</Button>
        <Button look="primary" type="submit" busy={form.busy}>
          {interview ? t.saveChange : t.save}
        </Button>
      </div>
    </Form>
  );
}

/** The part of the model that the assessment asks about. */
function askedOf(model: MaturityModel, assessment: Assessment): MaturityModel {
  const asked = new Set(assessment.perspectives.map(({ code }) => code));
  return {
    ...model,
    perspectives: model.perspectives.filter(({ code }) => asked.has(code)),
    criteria: model.criteria.filter(({ perspective }) => asked.has(perspective)),
  };
}

/** A unit and all below it. */
function unitsBelow<U extends { id: string; parentId?: string }>(top: string, units: readonly U[]): U[] {
  const own = units.filter(({ id }) => id === top);
  return [...own, ...units.filter(({ parentId }) => parentId === top).flatMap(({ id }) => unitsBelow(id, units))];
}

/** The criteria, by perspective; a whole perspective at once. */
function Criteria({ model, chosen, onChosen }: { model: MaturityModel; chosen: string[]; onChosen: (chosen: string[]) => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const inOrder = (codes: ReadonlySet<string>) => model.criteria.map(({ code }) => code).filter((code) => codes.has(code));
  return (
    <>
      <CheckGroup
        at="/perspectives"
        label={t.criteria}
        hint={t.criteriaHint}
        options={model.perspectives.map(({ code, name }) => ({ value: code, text: t.wholePerspective(pick(name)) }))}
        chosen={model.perspectives
          .filter((one) => model.criteria.every(({ perspective, code }) => perspective !== one.code || chosen.includes(code)))
          .map(({ code }) => code)}
        onChosen={(whole) => {
          const before = new Set(chosen);
          for (const one of model.perspectives) {
            const codes = model.criteria.filter(({ perspective }) => perspective === one.code).map(({ code }) => code);
            const wasWhole = codes.every((code) => before.has(code));
            if (whole.includes(one.code)) for (const code of codes) before.add(code);
            else if (wasWhole) for (const code of codes) before.delete(code);
          }
          onChosen(inOrder(before));
        }}
      />
      <details className="iv__criteria" open={chosen.length > 0 || undefined}>
        <summary>{t.criteriaHead}</summary>
        <CheckGroup
          at="/criteria"
          label={t.criteria}
          options={model.criteria.map(({ code, name }) => ({ value: code, text: `${code} ${pick(name)}` }))}
          chosen={chosen}
          onChosen={onChosen}
        />
      </details>
    </>
  );
}

/** The questions there would be. */
function Preview({ assessmentId, criteria, frictions }: { assessmentId: string; criteria: readonly string[]; frictions: boolean }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { data } = useQuery(guideQuery(assessmentId));
  const questions = (data?.questions ?? []).filter(({ criterion, origin }) =>
    origin === 'friction' ? frictions : criterion !== undefined && criteria.includes(criterion),
  );
  if (!data) return null;
  return (
    <section className="panel panel--ground iv__preview" aria-live="polite">
      <h2 className="h3">
        {t.preview}: {t.questionCount(questions.length)}
      </h2>
      <ol className="plain">
        {questions.map((question) => (
          <li key={question.key}>
            <QuestionText question={question} />
          </li>
        ))}
      </ol>
      {frictions && data.frictionReason && <p className="small muted">{pick(data.frictionReason)}</p>}
    </section>
  );
}
