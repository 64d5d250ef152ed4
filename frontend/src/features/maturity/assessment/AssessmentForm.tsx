// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type RespondentGroup, useMe } from '@/api';
import { CheckGroup, DateField, type Fault, Form, type FormState, fieldId, isDay, SelectField, TextField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { modelsQuery } from '../models/queries';
import { modelQuery, unitsQuery, useEventLogs } from '../queries';
import { words as catalogue, GROUPS, type Words } from '../words';
import { texts } from './texts';

/** The fewest people in a group; with fewer, nothing it says could ever be shown (SCORING §4). */
const SMALLEST_GROUP = 5;

/** An assessment as it is being written. */
export type Plan = {
  unitId: string;
  name: string;
  periodFrom: string;
  periodTo: string;
  eventLogId: string;
  /** Identity and version of the model, with a blank between; empty = the product's. */
  model: string;
  /** Codes of the perspectives to ask about; undefined = all of the model's. */
  perspectives: string[] | undefined;
  invited: Record<RespondentGroup, string>;
};

export const emptyPlan: Plan = {
  unitId: '',
  name: '',
  periodFrom: '',
  periodTo: '',
  eventLogId: '',
  model: '',
  perspectives: undefined,
  invited: { ledning: '', chefer: '', handlaggare: '', administration: '' },
};

/** The groups with a number, as they are sent. */
export const invitedGroups = (plan: Plan) =>
  GROUPS.filter((group) => plan.invited[group].trim() !== '').map((group) => ({ group, invited: Number(plan.invited[group]) }));

type Texts = (typeof texts)['sv'];

/** Faults that are seen without asking: pointers are those of what would be sent. */
export function faultsOf(plan: Plan, t: Texts, words: Words): Fault[] {
  const faults: Fault[] = [];
  const give = (pointer: string, message: string) => faults.push({ pointer, message });
  if (!plan.unitId) give('/unitId', t.giveUnit);
  if (!plan.name.trim()) give('/name', t.giveName);
  if (!isDay(plan.periodFrom)) give('/periodFrom', t.giveFrom);
  if (!isDay(plan.periodTo)) give('/periodTo', t.giveTo);
  if (isDay(plan.periodFrom) && isDay(plan.periodTo) && plan.periodTo < plan.periodFrom) give('/periodTo', t.toBeforeFrom);
  if (plan.perspectives?.length === 0) give('/perspectives', t.givePerspectives);
  const groups = invitedGroups(plan);
  if (groups.length === 0) give('/groups', t.giveGroups);
  groups.forEach(({ group, invited }, at) => {
    if (!Number.isInteger(invited) || invited < SMALLEST_GROUP) give(`/groups/${at}/invited`, t.giveInvited(words.group[group]));
  });
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
      {!unitFixed && <UnitField form={form} />}
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

function GroupFields({ form }: { form: FormState<Plan> }) {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const whole = fieldId(form, '/groups');
  const sent = invitedGroups(form.values);
  const faultAt = (pointer: string) => form.faults.find((fault) => fault.pointer === pointer)?.message;
  const none = faultAt('/groups');
  return (
    <fieldset className="field" id={whole} tabIndex={-1} aria-describedby={`${whole}-hint`}>
      <legend className="label">{t.groups}</legend>
      <span className="hint" id={`${whole}-hint`}>
        {t.groupsHint}
      </span>
      {none && <p className="error-text">{none}</p>}
      <div className="groupfields">
        {GROUPS.map((group) => {
          const at = sent.findIndex((one) => one.group === group);
          // A group that is not sent has no place in what is sent; its field only needs an identity of its own.
          const id = at < 0 ? `${whole}-${group}` : fieldId(form, `/groups/${at}/invited`);
          const fault = at < 0 ? undefined : (faultAt(`/groups/${at}/invited`) ?? faultAt(`/groups/${at}`));
          return (
            <div className="groupfield" key={group}>
              <label htmlFor={id}>{words.group[group]}</label>
              <input
                id={id}
                className="input"
                type="text"
                inputMode="numeric"
                autoComplete="off"
                aria-label={t.invited(words.group[group])}
                aria-invalid={fault ? true : undefined}
                aria-describedby={fault ? `${id}-fault` : undefined}
                value={form.values.invited[group]}
                onChange={(event) => form.set('invited', { ...form.values.invited, [group]: event.target.value })}
              />
              {fault && (
                <p className="error-text" id={`${id}-fault`}>
                  {fault}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
