// SPDX-License-Identifier: EUPL-1.2
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/api/problem';
import { show } from '@/test/render';
import { DateField, Form, FormDialog, isDay, TextField, useForm, useStale } from './index';

type Values = { subject: string; day: string };

function Example({ send }: { send: (values: Values) => Promise<unknown> }) {
  const form = useForm<Values>({
    initial: { subject: '', day: '' },
    check: ({ subject, day }) => [
      ...(subject ? [] : [{ pointer: '/subject', message: 'Skriv en rubrik.' }]),
      ...(day === '' || isDay(day) ? [] : [{ pointer: '/day', message: 'Skriv dagen.' }]),
    ],
    send,
  });
  return (
    <Form form={form} label="Prov">
      <TextField at="/subject" label="Rubrik" hint="Kort" value={form.values.subject} onValue={(value) => form.set('subject', value)} />
      <DateField at="/day" label="Dag" value={form.values.day} onValue={(value) => form.set('day', value)} />
      <button type="submit">Spara</button>
    </Form>
  );
}

const refusal = (errors: { pointer?: string; message: string }[], title = 'Det går inte enligt reglerna') =>
  new ProblemError(422, {
    type: '/problems/rule-broken',
    title,
    status: 422,
    traceId: 'prov',
    errors: errors.map((error) => ({ code: 'prov', ...error })),
  });

function Filled() {
  const [day, setDay] = useState('');
  return (
    <>
      <DateField at="/day" label="Dag" value={day} onValue={setDay} />
      <button type="button" onClick={() => setDay('2026-11-09')}>
        Fyll i
      </button>
    </>
  );
}

describe('a day', () => {
  it('keeps what is typed as it is typed, and shows a day that is filled in from elsewhere', async () => {
    const { user } = show(<Filled />);
    await user.type(screen.getByLabelText('Dag'), '31/3');
    expect(screen.getByLabelText('Dag')).toHaveValue('31/3');
    await user.click(screen.getByRole('button', { name: 'Fyll i' }));
    expect(screen.getByLabelText('Dag')).toHaveValue('2026-11-09');
  });
});

describe('a form', () => {
  it('is sent from wherever one is in it, by Ctrl+Enter', async () => {
    const send = vi.fn(async () => {});
    const { user } = show(<Example send={send} />);
    await user.type(screen.getByLabelText('Rubrik'), 'Ett ärende{Control>}{Enter}{/Control}');
    expect(send).toHaveBeenCalledExactlyOnceWith({ subject: 'Ett ärende', day: '' });
  });

  it('tells all faults at once when it is sent, with focus, in the title and at the fields', async () => {
    const send = vi.fn();
    const { user } = show(<Example send={send} />);
    await user.type(screen.getByLabelText('Dag'), 'snart');
    expect(screen.queryByRole('alert')).toBeNull();

    await user.click(screen.getByRole('button', { name: 'Spara' }));

    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(document.title).toMatch(/^Fel:/);
    expect(
      within(summary)
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Skriv en rubrik.', 'Skriv dagen.']);
    const field = screen.getByLabelText('Rubrik');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/^Kort Fel:\s?Skriv en rubrik\.$/);
    expect(send).not.toHaveBeenCalled();

    await user.click(within(summary).getByRole('link', { name: 'Skriv en rubrik.' }));
    expect(field).toHaveFocus();
  });

  it('puts the faults of the server at their fields and keeps what was typed', async () => {
    const { user } = show(
      <Example send={async () => Promise.reject(refusal([{ pointer: '/subject', message: 'Rubriken är upptagen.' }]))} />,
    );
    await user.type(screen.getByLabelText('Rubrik'), 'Upptagen{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('Det går inte enligt reglerna');
    expect(screen.getByLabelText('Rubrik')).toHaveAccessibleDescription(/Rubriken är upptagen/);
    expect(screen.getByLabelText('Rubrik')).toHaveValue('Upptagen');
  });

  it('shows what is not about a field by itself', async () => {
    const { user } = show(<Example send={async () => Promise.reject(new ProblemError(0, undefined))} />);
    await user.type(screen.getByLabelText('Rubrik'), 'Något{Enter}');

    expect(await screen.findByRole('alert')).toHaveTextContent('Tjänsten svarar inte');
    expect(screen.getByRole('alert')).toHaveFocus();
  });

  it('sends once, however often the button is pressed', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    const send = vi.fn(() => promise);
    const { user } = show(<Example send={send} />);
    await user.type(screen.getByLabelText('Rubrik'), 'Något');
    await user.dblClick(screen.getByRole('button', { name: 'Spara' }));
    answer();

    expect(send).toHaveBeenCalledTimes(1);
  });

  it('echoes a day as soon as it is understood, and sends its ISO form', async () => {
    const send = vi.fn(async () => {});
    const { user } = show(<Example send={send} />);
    await user.type(screen.getByLabelText('Rubrik'), 'Något');
    await user.type(screen.getByLabelText('Dag'), '31 mars 2027');
    expect(screen.getByText('onsdag 31 mars 2027')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Spara' }));

    expect(send).toHaveBeenCalledWith({ subject: 'Något', day: '2027-03-31' });
  });
});

function Versioned({ write, onClose }: { write: (version: number, name: string) => Promise<unknown>; onClose: () => void }) {
  const stale = useStale({
    read: { version: 1, name: 'Gammalt' },
    fetchNow: async () => ({ version: 2, name: 'Kollegans' }),
    compare: (before, now) => [{ label: 'Namn', before: before.name, now: now.name }],
  });
  return (
    <FormDialog
      title="Ändra"
      stale={stale}
      initial={{ name: '' }}
      send={({ name }) => stale.on((seen) => write(seen.version, name))}
      onClose={onClose}
    >
      {({ values, set }) => <TextField at="/name" label="Namn" value={values.name} onValue={(value) => set('name', value)} />}
    </FormDialog>
  );
}

describe('a change of something changed meanwhile', () => {
  const write = async (version: number) => {
    if (version < 2) throw new ProblemError(412, { type: '/problems/stale-version', title: 'Gammal', status: 412, traceId: 'prov' });
  };

  it('shows both versions, keeps what was typed and goes on from the new one', async () => {
    const onClose = vi.fn();
    const spy = vi.fn(write);
    const { user } = show(<Versioned write={spy} onClose={onClose} />);
    await user.type(screen.getByLabelText('Namn'), 'Mitt{Enter}');

    const row = await screen.findByRole('row', { name: /Namn/ });
    expect(row).toHaveTextContent('GammaltKollegans');
    expect(screen.getByRole('textbox', { name: 'Namn' })).toHaveValue('Mitt');
    expect(onClose).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: /Behåll mitt/ }));
    expect(spy.mock.calls).toEqual([
      [1, 'Mitt'],
      [2, 'Mitt'],
    ]);
    expect(onClose).toHaveBeenCalledOnce();
  });
});
