// SPDX-License-Identifier: EUPL-1.2
import { type FormEvent, useId, useState } from 'react';
import { asProblem, type ProblemError } from '@/api/problem';

/** A fault in the form: where (a JSON pointer into what is sent, `/subject`) and what to do. */
export type Fault = { pointer: string; message: string };

type Options<V> = {
  initial: V;
  /** Faults that are seen without asking the server; all of them at once. */
  check?: (values: V) => Fault[];
  /** Sends. What it throws is shown; faults of the server are put at their fields. */
  send: (values: V) => Promise<unknown>;
};

/** A form in being. */
export type Form<V> = {
  id: string;
  values: V;
  set: <K extends keyof V>(key: K, value: V[K]) => void;
  setAll: (values: V) => void;
  faults: readonly Fault[];
  /** What the server answered, where it is not about fields alone. */
  problem: ProblemError | null;
  busy: boolean;
  /** How many times it has been sent in vain; the summary takes focus anew each time. */
  tries: number;
  submit: (event?: FormEvent) => Promise<void>;
  dismiss: () => void;
};

/** State of a form: checked when it is sent, never before; nothing typed is ever lost. */
export function useForm<V extends object>({ initial, check, send }: Options<V>): Form<V> {
  const id = useId();
  const [values, setValues] = useState(initial);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState(0);

  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    event?.stopPropagation();
    if (busy) return;
    const found = check?.(values) ?? [];
    setFaults(found);
    setProblem(null);
    if (found.length > 0) {
      setTries((count) => count + 1);
      return;
    }
    setBusy(true);
    try {
      await send(values);
    } catch (thrown) {
      const answer = asProblem(thrown);
      setFaults(
        answer.faults
          .filter((fault) => fault.pointer?.startsWith('/'))
          .map((fault) => ({ pointer: fault.pointer ?? '', message: fault.message })),
      );
      setProblem(answer);
      setTries((count) => count + 1);
    } finally {
      setBusy(false);
    }
  };

  return {
    id,
    values,
    set: (key, value) => setValues((old) => ({ ...old, [key]: value })),
    setAll: setValues,
    faults,
    problem,
    busy,
    tries,
    submit,
    dismiss: () => {
      setProblem(null);
      setFaults([]);
    },
  };
}

/** The element id of the field at a pointer. */
export const fieldId = (form: { id: string }, pointer: string) => `${form.id}${pointer.replaceAll('/', '-')}`;

/** The fault at a field, if any. */
export const faultAt = (form: { faults: readonly Fault[] }, pointer: string) =>
  form.faults.find((fault) => fault.pointer === pointer)?.message;
