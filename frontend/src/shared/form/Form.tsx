// SPDX-License-Identifier: EUPL-1.2
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { useTexts } from '../i18n/texts';
import { ProblemAlert } from '../ui/ProblemAlert';
import { texts } from '../ui/texts';
import { useTitlePrefix } from '../ui/title';
import { type Form as FormState, fieldId } from './useForm';

/** The form around a field, so that a field only needs its pointer. */
export type AnyForm = Pick<FormState<object>, 'id' | 'faults'>;

const FormContext = createContext<AnyForm>({ id: '', faults: [] });

export const useFormContext = () => useContext(FormContext);

type Props<V extends object> = { form: FormState<V>; className?: string; label?: string; children: ReactNode };

/**
 * A form: the summary of faults first (with focus), then what the server said, then the fields. A stale version is the form's owner's to
 * tell. Ctrl+Enter (⌘ on a Mac) sends it from wherever one is in it, also from a field of many lines.
 */
export function Form<V extends object>({ form, className = 'form', label, children }: Props<V>) {
  return (
    <FormContext value={form}>
      <form
        className={className}
        noValidate
        onSubmit={form.submit}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }}
        aria-label={label}
      >
        {form.faults.length > 0 && <ErrorSummary form={form} />}
        {form.problem && !form.problem.isStale && form.faults.length === 0 && <ProblemAlert problem={form.problem} focusKey={form.tries} />}
        {children}
      </form>
    </FormContext>
  );
}

function ErrorSummary<V extends object>({ form }: { form: FormState<V> }) {
  const t = useTexts(texts);
  const summary = useRef<HTMLDivElement>(null);
  const tries = form.tries;
  useTitlePrefix(`${t.error}:`);
  useEffect(() => {
    if (tries > 0) summary.current?.focus();
  }, [tries]);
  return (
    <div className="error-summary" ref={summary} tabIndex={-1} role="alert">
      <h2 className="h3">{form.problem?.problem?.title ?? t.errorsFound(form.faults.length)}</h2>
      <ul>
        {form.faults.map((fault) => (
          <li key={`${fault.pointer}${fault.message}`}>
            <FaultLink id={fieldId(form, fault.pointer)} message={fault.message} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * Brings a field into sight and focus, and opens what it lies folded in. A text that is written in several languages has no field of its own
 * but one for each: then the first of them.
 */
export function focusField(id: string): void {
  const field = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${CSS.escape(`${id}-`)}"]`);
  for (let up = field?.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
  field?.focus();
  field?.scrollIntoView({ block: 'center' });
}

/** Leads to the field; a fault without a field of its own is only told. */
function FaultLink({ id, message }: { id: string; message: string }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        focusField(id);
      }}
    >
      {message}
    </a>
  );
}
