// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeKnownEvent, createKnownEvent, deleteKnownEvent, ifMatch, type KnownEvent, useMay } from '@/api';
import { listUnitsOptions } from '@/api/queries';
import { DateField, type Fault, FormDialog, isDay, SelectField, TextField } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { EFFECTS, knownEventsQuery } from './queries';
import { effectTexts } from './texts';

const SHORTEST = 3;

type Doing = { kind: 'note' } | { kind: 'change' | 'remove'; event: KnownEvent } | null;

/** The register of known events, small since it is read together with a chart. */
export function KnownEvents() {
  const t = useTexts(effectTexts);
  const may = useMay();
  const pick = usePick();
  const { date } = useFormats();
  const { data: events = [] } = useQuery(knownEventsQuery);
  const [doing, setDoing] = useState<Doing>(null);
  return (
    <details className="known">
      <summary>
        {t.noted} ({events.length})
      </summary>
      <p className="measure">{t.notedWhat}</p>
      {events.length === 0 ? (
        <p className="muted">{t.notedNone}</p>
      ) : (
        <div className="tablewrap">
          <table className="table table--dense table--cards">
            <caption className="vh">{t.noted}</caption>
            <thead>
              <tr>
                <th scope="col">{t.day}</th>
                <th scope="col">{t.what}</th>
                <th scope="col">{t.concerns}</th>
                <th scope="col">{t.acts}</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <tr key={event.id}>
                  <td data-l={t.day}>{date(event.date)}</td>
                  <th scope="row">{event.text}</th>
                  <td data-l={t.concerns}>{event.unitName ? pick(event.unitName) : t.wholeAuthority}</td>
                  <td data-l={t.acts}>
                    {event.mayEdit && (
                      <span className="row row--keep">
                        <Button small look="quiet" onClick={() => setDoing({ kind: 'change', event })}>
                          {t.change}
                          <span className="vh">: {event.text}</span>
                        </Button>
                        <Button small look="quiet" onClick={() => setDoing({ kind: 'remove', event })}>
                          {t.remove}
                          <span className="vh">: {event.text}</span>
                        </Button>
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {may('roadmap:edit') && (
        <Button small icon="plus" onClick={() => setDoing({ kind: 'note' })}>
          {t.note}
        </Button>
      )}
      {doing?.kind === 'note' && <EventDialog event={undefined} onClose={() => setDoing(null)} />}
      {doing?.kind === 'change' && <EventDialog event={doing.event} onClose={() => setDoing(null)} />}
      {doing?.kind === 'remove' && <RemoveDialog event={doing.event} onClose={() => setDoing(null)} />}
    </details>
  );
}

type Values = { date: string; text: string; unitId: string };

function EventDialog({ event, onClose }: { event: KnownEvent | undefined; onClose: () => void }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  const queryClient = useQueryClient();
  const { data: units } = useQuery(listUnitsOptions());
  return (
    <FormDialog<Values>
      title={event ? t.changeTitle : t.note}
      initial={{ date: event?.date ?? '', text: event?.text ?? '', unitId: event?.unitId ?? '' }}
      check={(values) => {
        const faults: Fault[] = [];
        if (!isDay(values.date)) faults.push({ pointer: '/date', message: t.giveDay });
        if (values.text.trim().length < SHORTEST) faults.push({ pointer: '/text', message: t.giveText });
        return faults;
      }}
      send={async ({ date, text, unitId }) => {
        const body = { date, text: text.trim(), ...(unitId ? { unitId } : {}) };
        if (event) await changeKnownEvent({ path: { eventId: event.id }, body, headers: ifMatch(event.version) });
        else await createKnownEvent({ body });
        await queryClient.invalidateQueries({ queryKey: EFFECTS });
        notify(t.saved);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <DateField at="/date" label={t.noteDay} lean="behind" value={form.values.date} onValue={(value) => form.set('date', value)} />
          <TextField at="/text" label={t.noteText} maxLength={300} value={form.values.text} onValue={(value) => form.set('text', value)} />
          <SelectField
            at="/unitId"
            label={t.noteUnit}
            value={form.values.unitId}
            onValue={(value) => form.set('unitId', value)}
            options={[
              { value: '', text: t.wholeAuthority },
              ...(units?.items ?? []).map((unit) => ({ value: unit.id, text: pick(unit.name) })),
            ]}
          />
        </>
      )}
    </FormDialog>
  );
}

function RemoveDialog({ event, onClose }: { event: KnownEvent; onClose: () => void }) {
  const t = useTexts(effectTexts);
  const queryClient = useQueryClient();
  return (
    <FormDialog<Record<string, never>>
      title={t.remove}
      look="danger"
      initial={{}}
      send={async () => {
        await deleteKnownEvent({ path: { eventId: event.id }, headers: ifMatch(event.version) });
        await queryClient.invalidateQueries({ queryKey: EFFECTS });
        notify(t.removed);
      }}
      onClose={onClose}
    >
      {() => (
        <p className="measure">
          <b>{event.text}</b> {t.removeWhat}
        </p>
      )}
    </FormDialog>
  );
}
