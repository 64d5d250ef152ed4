// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMe } from '@/api';
import { CheckGroup, DateField, type Fault, Form, type FormState, isDay, RadioField, SelectField, TextField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { modelsQuery } from '../models/queries';
import { modelQuery, unitsQuery, useEventLogs, useProcesses } from '../queries';
import type { Words } from '../words';
import { GroupFields } from './GroupFields';
import { emptyGroups, type GroupPlan, groupFaults } from './groups';
import { texts } from './texts';

/** An assessment as it is being written. */
export type Plan = {
  unitId: string;
  /** Whether it is about a unit or a process, and which process. */
  about: 'unit' | 'process';
  caseTypeKey: string;
  name: string;
  periodFrom: string;
  periodTo: string;
  eventLogId: string;
  /** Identity and version of the model, with a blank between; empty = the product's. */
  model: string;
  /** Codes of the perspectives to ask about; undefined = all of the model's. */
  perspectives: string[] | undefined;
  groups: GroupPlan;
};

export const emptyPlan: Plan = {
  unitId: '',
  about: 'unit',
  caseTypeKey: '',
  name: '',
  periodFrom: '',
  periodTo: '',
  eventLogId: '',
  model: '',
  perspectives: undefined,
  groups: emptyGroups,
};

type Texts = (typeof texts)['sv'];

/** Faults that are seen without asking: pointers are those of what would be sent. */
export function faultsOf(plan: Plan, t: Texts, words: Words): Fault[] {
  const faults: Fault[] = [];
  const give = (pointer: string, message: string) => faults.push({ pointer, message });
  if (plan.about === 'process' && !plan.caseTypeKey) give('/caseTypeKey', t.giveProcess);
  if (!plan.unitId) give('/unitId', t.giveUnit);
  if (!plan.name.trim()) give('/name', t.giveName);
  if (!isDay(plan.periodFrom)) give('/periodFrom', t.giveFrom);
  if (!isDay(plan.periodTo)) give('/periodTo', t.giveTo);
  if (isDay(plan.periodFrom) && isDay(plan.periodTo) && plan.periodTo < plan.periodFrom) give('/periodTo', t.toBeforeFrom);
  if (plan.perspectives?.length === 0) give('/perspectives', t.givePerspectives);
  faults.push(...groupFaults(plan.groups, t, words));
  return faults;
}

type Props = {
  form: FormState<Plan>;
  /** Groups, period and unit stand as they are. */
  fixed?: boolean;
  /** It already has its unit. */
  unitFixed?: boolean;
  submit: string;
  onCancel: () => void;
  /** Above the fields, e.g. that somebody else was first. */
  children?: ReactNode;
};

/** Unit, name, period, log and groups. */
export function AssessmentForm({ form, fixed = false, unitFixed = false, submit, onCancel, children }: Props) {
  const t = useTexts(texts);
  return (
    <Form form={form}>
      {children}
      {!unitFixed && <ScopeFields form={form} />}
      <TextField
        at="/name"
        label={t.name}
        hint={t.nameHint}
        value={form.values.name}
        onValue={(value) => form.set('name', value)}
        maxLength={200}
      />
      {!fixed && (
        <>
          <DateField
            at="/periodFrom"
            label={t.periodFrom}
            value={form.values.periodFrom}
            onValue={(value) => form.set('periodFrom', value)}
            lean="behind"
          />
          <DateField
            at="/periodTo"
            label={t.periodTo}
            value={form.values.periodTo}
            onValue={(value) => form.set('periodTo', value)}
            lean="behind"
          />
        </>
      )}
      {!unitFixed && <ModelField form={form} />}
      {!unitFixed && <PerspectivesField form={form} />}
      <LogField form={form} measured={fixed} />
      {fixed ? <p className="hint">{t.groupsFixed}</p> : <GroupFields form={form} />}
      <div className="form__foot">
        <Button onClick={onCancel}>{t.cancel}</Button>
        <Button look="primary" type="submit" busy={form.busy}>
          {submit}
        </Button>
      </div>
    </Form>
  );
}

/** The units one may lead an assessment of. */
export function useLedUnits() {
  const me = useMe();
  const units = useQuery(unitsQuery);
  const held = me.permissions.filter(({ permission }) => permission === 'assessment:lead');
  const isWhole = held.some(({ reach }) => reach === 'authority');
  const led = new Set(held.flatMap(({ unitIds }) => unitIds));
  return units.data?.filter((unit) => isWhole || led.has(unit.id));
}

/** A unit, or a process of the whole authority for those who answer for all of it. */
function ScopeFields({ form }: { form: FormState<Plan> }) {
  const t = useTexts(texts);
  const pick = usePick();
  const units = useLedUnits();
  const processes = useProcesses();
  const whole = units?.find(({ parentId }) => !parentId);
  const { about } = form.values;
  if (!whole || !processes.data?.length) return <UnitField form={form} />;
  return (
    <>
      <RadioField
        at="/about"
        label={t.aboutWhat}
        value={about}
        onValue={(value) =>
          form.setAll(
            value === 'process'
              ? { ...form.values, about: 'process', unitId: whole.id }
              : { ...form.values, about: 'unit', unitId: '', caseTypeKey: '' },
          )
        }
        options={[
          { value: 'unit', text: t.aboutUnit },
          { value: 'process', text: t.aboutProcess },
        ]}
      />
      {about === 'unit' ? (
        <UnitField form={form} />
      ) : (
        <SelectField
          at="/caseTypeKey"
          label={t.process}
          hint={t.processHint}
          value={form.values.caseTypeKey}
          onValue={(value) => form.set('caseTypeKey', value)}
          empty={t.chooseProcess}
          options={processes.data.map(({ key, name }) => ({ value: key, text: pick(name) }))}
        />
      )}
    </>
  );
}

function UnitField({ form }: { form: FormState<Plan> }) {
  const t = useTexts(texts);
  const pick = usePick();
  const units = useLedUnits();
  return (
    <SelectField
      at="/unitId"
      label={t.unit}
      hint={units?.length === 0 ? t.noUnits : t.unitHint}
      value={form.values.unitId}
      onValue={(value) => form.set('unitId', value)}
      empty={t.chooseUnit}
      options={units?.map((unit) => ({ value: unit.id, text: pick(unit.name) })) ?? []}
    />
  );
}

/** The model the assessment follows, where there is more than the product's to choose from. */
function ModelField({ form }: { form: FormState<Plan> }) {
  const t = useTexts(texts);
  const pick = usePick();
  const models = useQuery(modelsQuery);
  const open = models.data?.filter(({ state, current }) => state === 'published' && !current) ?? [];
  const current = models.data?.find((each) => each.current);
  if (open.length === 0) return null;
  return (
    <SelectField
      at="/model"
      label={t.model}
      hint={t.modelHint}
      value={form.values.model}
      onValue={(value) => form.setAll({ ...form.values, model: value, perspectives: undefined })}
      empty={current ? t.modelDefault(pick(current.title), current.version) : ''}
      options={open.map(({ id, version, title }) => ({ value: `${id} ${version}`, text: `${pick(title)} ${version}` }))}
    />
  );
}

/** The chosen model as it is sent; nothing where the product's is followed. */
export function modelOf({ model }: Plan) {
  const [id, version] = model.split(' ');
  return id && version ? { id, version } : undefined;
}

/** What it asks about: all of the model, until something is left out. */
function PerspectivesField({ form }: { form: FormState<Plan> }) {
  const t = useTexts(texts);
  const pick = usePick();
  const model = useQuery(modelQuery(modelOf(form.values)));
  if (!model.data) return null;
  const all = model.data.perspectives.map(({ code }) => code);
  return (
    <CheckGroup
      at="/perspectives"
      label={t.perspectives}
      hint={t.perspectivesHint}
      options={model.data.perspectives.map(({ code, name }) => ({ value: code, text: pick(name) }))}
      chosen={form.values.perspectives ?? all}
      onChosen={(chosen) => form.set('perspectives', chosen.length === all.length ? undefined : chosen)}
    />
  );
}

function LogField({ form, measured }: { form: FormState<Plan>; measured: boolean }) {
  const t = useTexts(texts);
  const logs = useEventLogs();
  // The chosen log stays chosen, also for those who may not see the list.
  if (!logs.data) return null;
  return (
    <SelectField
      at="/eventLogId"
      label={t.eventLog}
      hint={measured ? t.measureAnew : t.eventLogHint}
      optional
      value={form.values.eventLogId}
      onValue={(value) => form.set('eventLogId', value)}
      empty={t.noEventLog}
      options={logs.data.map((log) => ({ value: log.id, text: log.title }))}
    />
  );
}
