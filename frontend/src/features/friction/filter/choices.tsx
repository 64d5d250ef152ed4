// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { DateField, Form, isDay, plusDays, RadioField, SelectField, TextField, useForm } from '@/shared/form';
import { isoDay, useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, ProblemAlert } from '@/shared/ui';
import { useFilterValues } from '../queries';
import { useSay, useSayValue } from '../text/say';
import { useAttributeName } from './FilterBar';
import { type FilterSearch, filterOf, PATTERNS, PERIODS_OF } from './search';
import { filterTexts } from './texts';

type ChoiceProps = { logId: string; filter: FilterSearch; onChange: (part: FilterSearch) => void };

const DAY = 86_400;

/** What can be chosen, counted over the cases that all other filters keep. */
const useValuesWithout = (logId: string, filter: FilterSearch, own: FilterSearch) =>
  useFilterValues(logId, filterOf({ ...filter, ...own }));

type Row = { key: string; text: string; cases: number; chosen: boolean; choose: () => void };

/** A list to choose one of, each with its number of cases. */
function Rows({ label, rows }: { label: string; rows: readonly Row[] }) {
  const { number } = useFormats();
  const t = useTexts(filterTexts);
  return (
    <ul className="choicelist" aria-label={label}>
      {rows.map((row) => (
        <li key={row.key}>
          <button type="button" aria-pressed={row.chosen} onClick={row.choose}>
            <span>{row.text}</span>
            <span className="num muted">
              {number(row.cases, 0)} <span className="vh">{t.cases}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One attribute of the cases and one value of it. */
export function AttributeChoice({ logId, filter, onChange }: ChoiceProps) {
  const t = useTexts(filterTexts);
  const pick = usePick();
  const nameOf = useAttributeName();
  const sayValue = useSayValue();
  const { data, error, refetch } = useValuesWithout(logId, filter, { attribute: undefined, attributeValue: undefined });
  const [opened, setOpened] = useState(filter.attribute);
  if (error) return <ProblemAlert problem={error} onRetry={refetch} />;
  if (!data) return <Loading />;
  const attribute =
    data.attributes.find((one) => one.name === opened) ?? data.attributes.find((one) => one.name === 'caseType') ?? data.attributes[0];
  if (!attribute) return <p>{t.nothing}</p>;
  return (
    <div className="stack">
      {data.attributes.length > 1 && (
        <label className="label">
          {t.chooseAttribute}
          <select className="select" value={attribute.name} onChange={(event) => setOpened(event.target.value)}>
            {data.attributes.map((one) => (
              <option key={one.name} value={one.name}>
                {nameOf(one.name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Rows
        label={t.chooseValue(nameOf(attribute.name))}
        rows={[
          {
            key: '*',
            text: t.all,
            cases: data.selection.caseCount,
            chosen: filter.attribute === undefined,
            choose: () => onChange({ attribute: undefined, attributeValue: undefined }),
          },
          ...attribute.values.map((one) => ({
            key: `=${one.value ?? ''}${one.value === undefined}`,
            text: one.value === undefined ? t.noValue : pick(one.label) || sayValue(attribute.name, one.value),
            cases: one.cases,
            chosen: filter.attribute === attribute.name && filter.attributeValue === one.value,
            choose: () => onChange({ attribute: attribute.name, attributeValue: one.value }),
          })),
        ]}
      />
    </div>
  );
}

/** One unit of the log. */
export function UnitChoice({ logId, filter, onChange }: ChoiceProps) {
  const t = useTexts(filterTexts);
  const pick = usePick();
  const { number } = useFormats();
  const { data, error, refetch } = useValuesWithout(logId, filter, { inUnit: undefined });
  if (error) return <ProblemAlert problem={error} onRetry={refetch} />;
  if (!data) return <Loading />;
  return (
    <div className="stack">
      {data.units.length === 0 && <p>{t.nothing}</p>}
      {data.units.length > 0 && (
        <Rows
          label={t.unit}
          rows={[
            {
              key: '*',
              text: t.all,
              cases: data.selection.caseCount,
              chosen: filter.inUnit === undefined,
              choose: () => onChange({ inUnit: undefined }),
            },
            ...data.units.map((one) => ({
              key: `=${one.unit.unit}`,
              text: pick(one.unit.name) || one.unit.unit,
              cases: one.cases,
              chosen: filter.inUnit === one.unit.unit,
              choose: () => onChange({ inUnit: one.unit.unit }),
            })),
          ]}
        />
      )}
      {data.unitsHidden > 0 && <p className="small muted">{t.hidden(number(data.unitsHidden, 0))}</p>}
    </div>
  );
}

/** From and to, and what of a case must fall between. */
export function PeriodChoice({ filter, onChange, lastAt }: ChoiceProps & { lastAt: string | undefined }) {
  const t = useTexts(filterTexts);
  const form = useForm({
    initial: { from: filter.from ?? '', to: filter.to ?? '', periodOf: filter.periodOf ?? PERIODS_OF[0] },
    check: (values) => {
      const wrong = (['from', 'to'] as const).filter((key) => values[key] !== '' && !isDay(values[key]));
      if (wrong.length > 0) return wrong.map((key) => ({ pointer: `/${key}`, message: t.wrongDay }));
      return values.from !== '' && values.to !== '' && values.to < values.from ? [{ pointer: '/to', message: t.wrongOrder }] : [];
    },
    send: async (values) =>
      onChange({
        from: values.from || undefined,
        to: values.to || undefined,
        periodOf: values.periodOf === PERIODS_OF[0] ? undefined : values.periodOf,
      }),
  });
  const latest = lastAt === undefined ? undefined : isoDay(lastAt, 'Europe/Stockholm');
  return (
    <Form form={form}>
      {latest !== undefined && (
        <p>
          <Button small onClick={() => onChange({ from: plusDays(latest, -364), to: latest, periodOf: filter.periodOf })}>
            {t.latestYear}
          </Button>
        </p>
      )}
      <DateField at="/from" label={t.from} lean="behind" value={form.values.from} onValue={(value) => form.set('from', value)} />
      <DateField at="/to" label={t.to} lean="behind" value={form.values.to} onValue={(value) => form.set('to', value)} />
      <RadioField
        at="/periodOf"
        label={t.periodOf}
        value={form.values.periodOf}
        onValue={(value) => form.set('periodOf', PERIODS_OF.find((one) => one === value) ?? PERIODS_OF[0])}
        options={PERIODS_OF.map((value) => ({ value, text: t.periodsOf[value] }))}
      />
      <div className="form__foot">
        <Button type="submit" look="primary">
          {t.show}
        </Button>
        <Button onClick={() => onChange({ from: undefined, to: undefined, periodOf: undefined })}>{t.clear}</Button>
      </div>
    </Form>
  );
}

/** Days as written by hand, in seconds; null where it is no number. */
function readDays(written: string): number | null | undefined {
  if (written.trim() === '') return undefined;
  const days = Number(written.trim().replace(/\s/g, '').replace(',', '.'));
  return Number.isFinite(days) && days >= 0 ? days * DAY : null;
}

const writeDays = (seconds: number | undefined) =>
  seconds === undefined ? '' : String(Math.round((seconds / DAY) * 100) / 100).replace('.', ',');

/** Steps, patterns and lead times. */
export function MoreChoice({ logId, filter, onChange }: ChoiceProps) {
  const t = useTexts(filterTexts);
  const { data } = useValuesWithout(logId, filter, {});
  const say = useSay();
  const form = useForm({
    initial: {
      activity: '',
      withoutActivity: '',
      pattern: filter.pattern ?? '',
      least: writeDays(filter.minDurationSeconds),
      most: writeDays(filter.maxDurationSeconds),
    },
    check: (values) =>
      (['least', 'most'] as const)
        .filter((key) => readDays(values[key]) === null)
        .map((key) => ({ pointer: `/${key}`, message: t.wrongNumber })),
    send: async (values) =>
      onChange({
        activity: values.activity === '' ? filter.activity : [...new Set([...(filter.activity ?? []), values.activity])],
        withoutActivity:
          values.withoutActivity === ''
            ? filter.withoutActivity
            : [...new Set([...(filter.withoutActivity ?? []), values.withoutActivity])],
        pattern: PATTERNS.find((one) => one === values.pattern),
        minDurationSeconds: readDays(values.least) ?? undefined,
        maxDurationSeconds: readDays(values.most) ?? undefined,
      }),
  });
  const steps = (data?.activities ?? []).map((one) => ({ value: one.name, text: say(one.name) }));
  return (
    <Form form={form}>
      <p className="small muted">{t.keepRule}</p>
      <SelectField
        at="/activity"
        label={t.activity}
        empty={t.none}
        options={steps}
        value={form.values.activity}
        onValue={(value) => form.set('activity', value)}
      />
      <SelectField
        at="/withoutActivity"
        label={t.notActivity}
        empty={t.none}
        options={steps}
        value={form.values.withoutActivity}
        onValue={(value) => form.set('withoutActivity', value)}
      />
      <SelectField
        at="/pattern"
        label={t.pattern}
        empty={t.none}
        options={PATTERNS.map((value) => ({ value, text: t.patterns[value] }))}
        value={form.values.pattern}
        onValue={(value) => form.set('pattern', PATTERNS.find((one) => one === value) ?? '')}
      />
      <fieldset className="field">
        <legend className="label">{t.leadTime}</legend>
        <div className="grid-2">
          <TextField
            at="/least"
            label={t.leastDays}
            inputMode="decimal"
            value={form.values.least}
            onValue={(value) => form.set('least', value)}
          />
          <TextField
            at="/most"
            label={t.mostDays}
            inputMode="decimal"
            value={form.values.most}
            onValue={(value) => form.set('most', value)}
          />
        </div>
      </fieldset>
      <div className="form__foot">
        <Button type="submit" look="primary">
          {t.show}
        </Button>
      </div>
    </Form>
  );
}
