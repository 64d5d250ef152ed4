// SPDX-License-Identifier: EUPL-1.2
import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useState } from 'react';
import { useFormats, useToday } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { texts } from '../ui/texts';
import { type Lean, readDay } from './day';
import { useFormContext } from './Form';
import { faultAt, fieldId } from './useForm';

type FieldProps = {
  /** JSON pointer of what the field fills in: `/subject`. */
  at: string;
  label: string;
  hint?: ReactNode;
  /** Said after the label of fields that may be left empty. */
  optional?: boolean;
};

type Control = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };

/** Label, hint, control and fault, tied together. */
export function Field({
  at,
  label,
  hint,
  optional,
  extra,
  children,
}: FieldProps & { extra?: ReactNode; children: (control: Control) => ReactNode }) {
  const form = useFormContext();
  const t = useTexts(texts);
  const id = fieldId(form, at);
  const fault = faultAt(form, at);
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label} {optional && <span className="optional">({t.optional})</span>}
      </label>
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, 'aria-invalid': fault ? true : undefined, 'aria-describedby': described })}
      {fault && (
        <p className="error-text" id={`${id}-fault`}>
          <span className="vh">{t.error}: </span>
          {fault}
        </p>
      )}
      {extra}
    </div>
  );
}

type Valued = { value: string; onValue: (value: string) => void };

/** One line of text. */
export function TextField({
  at,
  label,
  hint,
  optional,
  value,
  onValue,
  ...input
}: FieldProps & Valued & Omit<InputHTMLAttributes<HTMLInputElement>, 'value'>) {
  return (
    <Field at={at} label={label} hint={hint} optional={optional ?? false}>
      {(control) => (
        <input className="input" type="text" {...input} {...control} value={value} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  );
}

/** Several lines of text. */
export function TextArea({
  at,
  label,
  hint,
  optional,
  value,
  onValue,
  ...input
}: FieldProps & Valued & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value'>) {
  return (
    <Field at={at} label={label} hint={hint} optional={optional ?? false}>
      {(control) => (
        <textarea className="input" rows={4} {...input} {...control} value={value} onChange={(event) => onValue(event.target.value)} />
      )}
    </Field>
  );
}

export type Option = { value: string; text: string };

type SelectProps = FieldProps & Valued & { options: readonly Option[]; empty?: string | undefined };

/** One of several, in a list of the browser's own. */
export function SelectField({
  at,
  label,
  hint,
  optional,
  value,
  onValue,
  options,
  empty,
  ...select
}: SelectProps & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value'>) {
  return (
    <Field at={at} label={label} hint={hint} optional={optional ?? false}>
      {(control) => (
        <select className="select" {...select} {...control} value={value} onChange={(event) => onValue(event.target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Few alternatives, all in sight. */
export function RadioField({ at, label, hint, value, onValue, options }: FieldProps & Valued & { options: readonly Option[] }) {
  const form = useFormContext();
  const id = fieldId(form, at);
  const fault = faultAt(form, at);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="label">{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {options.map((option) => (
        <label className="check" key={option.value}>
          <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onValue(option.value)} />
          <span>{option.text}</span>
        </label>
      ))}
      {fault && (
        <p className="error-text" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}

type GroupProps = FieldProps & { options: readonly Option[]; chosen: readonly string[]; onChosen: (chosen: string[]) => void };

/** Any number of a few alternatives. */
export function CheckGroup({ at, label, hint, options, chosen, onChosen }: GroupProps) {
  const form = useFormContext();
  const id = fieldId(form, at);
  const fault = faultAt(form, at);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={fault ? `${id}-fault` : undefined}>
      <legend className="label">{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {options.map((option) => (
        <label className="check" key={option.value}>
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={(event) =>
              onChosen(
                options
                  .map(({ value }) => value)
                  .filter((value) => (value === option.value ? event.target.checked : chosen.includes(value))),
              )
            }
          />
          <span>{option.text}</span>
        </label>
      ))}
      {fault && (
        <p className="error-text" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </fieldset>
  );
}

/** Yes or no. */
export function CheckField({
  at,
  label,
  hint,
  checked,
  onChecked,
}: FieldProps & { checked: boolean; onChecked: (checked: boolean) => void }) {
  const form = useFormContext();
  const id = fieldId(form, at);
  const fault = faultAt(form, at);
  return (
    <div className="field">
      <label className="check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={checked}
          aria-invalid={fault ? true : undefined}
          aria-describedby={hint || fault ? `${id}-note` : undefined}
          onChange={(event) => onChecked(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {(hint || fault) && (
        <p id={`${id}-note`} className={fault ? 'error-text' : 'hint'}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}

type DayProps = FieldProps & {
  /** ISO day, or what was typed and could not be understood. */
  value: string;
  onValue: (day: string) => void;
  lean?: Lean;
};

/** A typed day (`2026-03-31`, `31/3`, `idag`, `+14`), echoed in full; the value is the ISO day as soon as it is understood. */
export function DateField({ at, label, hint, optional, value, onValue, lean = 'ahead' }: DayProps) {
  const t = useTexts(texts);
  const { longDate } = useFormats();
  const today = useToday();
  // What is typed, and the value it gave. A value that comes from elsewhere, as when a form is filled in, takes its place.
  const [typed, setTyped] = useState({ text: value, gave: value });
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value !== typed.gave) setTyped({ text: value, gave: value });
  }
  const written = typed.text;
  const reading = written.trim() ? readDay(written, today, lean) : null;
  const echo = reading && ('day' in reading ? longDate(reading.day) : reading.fault === 'impossible' ? t.dateImpossible : t.dateUnknown);
  return (
    <Field
      at={at}
      label={label}
      hint={hint ?? t.dateHint}
      optional={optional ?? false}
      extra={
        <p className="echo" aria-live="polite">
          {echo}
        </p>
      }
    >
      {(control) => (
        <input
          className="input input--day"
          type="text"
          autoComplete="off"
          {...control}
          value={written}
          onChange={(event) => {
            const next = event.target.value;
            const read = readDay(next, today, lean);
            const gave = 'day' in read ? read.day : next.trim();
            setTyped({ text: next, gave });
            onValue(gave);
          }}
          onBlur={() => {
            if (reading && 'day' in reading) setTyped({ text: reading.day, gave: reading.day });
          }}
        />
      )}
    </Field>
  );
}

/** Whether a value of {@link DateField} is a day. */
export const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value);
