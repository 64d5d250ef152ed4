// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { addWorkshopNote, settleWorkshopNote, type WorkshopDesk, type WorkshopNote } from '@/api';
import { Form, TextField, useForm } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { QrCode } from '@/shared/QrCode';
import { Button } from '@/shared/ui';
import type { Live } from '../live';
import { ActionDialog } from './ActionDialog';
import type { Act } from './LeadPage';
import { texts } from './texts';

type Props = { desk: WorkshopDesk; live: Live; onAct: Act; onWritten: () => void };

/** The way in, the parking lot, the actions, and words that help the talk. */
export function AsidePart({ desk, live, onAct, onWritten }: Props) {
  const t = useTexts(texts);
  const isOver = desk.view.state === 'ended';
  return (
    <aside className="facil__aside">
      {desk.view.code && <Join desk={desk} live={live} onAct={onAct} />}
      <ParkingLot desk={desk} isOver={isOver} onWritten={onWritten} />
      <Actions desk={desk} isOver={isOver} onWritten={onWritten} />
      {desk.view.question && (
        <section>
          <h2 className="facil__head">{t.support}</h2>
          <ul>
            {desk.view.question.prompts.map((prompt) => (
              <li key={prompt.sv}>
                <LocalizedText text={prompt} />
              </li>
            ))}
            <li>{t.speakFirst}</li>
          </ul>
        </section>
      )}
    </aside>
  );
}

function Join({ desk, live, onAct }: Omit<Props, 'onWritten'>) {
  const t = useTexts(texts);
  const code = desk.view.code ?? '';
  const { joinLocked } = desk.view;
  return (
    <section className="panel panel--ground">
      <h2 className="facil__head">{t.join}</h2>
      <div className="facil__join">
        <QrCode className="wsqr" border={2} text={`${location.origin}/m#${code}`} label={t.qr} />
        <div>
          <span className="small muted">{location.host}/m</span>
          <b className="facil__code">
            {code.slice(0, 3)} {code.slice(3)}
          </b>
          <span className="small">{t.joinedCount(live.view.progress.joined)}</span>
        </div>
      </div>
      <Button small icon="lock" className="btn--block" onClick={() => void onAct({ action: joinLocked ? 'unlock' : 'lock' })}>
        {joinLocked ? t.unlock : t.lock}
      </Button>
      {desk.idle > 0 && (
        <p className="small">
          {t.idle(desk.idle)}{' '}
          <Button small onClick={() => void onAct({ action: 'forget_idle' })}>
            {t.forget}
          </Button>
        </p>
      )}
    </section>
  );
}

type Written = { desk: WorkshopDesk; isOver: boolean; onWritten: () => void };

function ParkingLot({ desk, isOver, onWritten }: Written) {
  const t = useTexts(texts);
  const parked = desk.notes.filter(({ kind }) => kind === 'parking_lot');
  const form = useForm({
    initial: { text: '' },
    check: ({ text }) => (text.trim() ? [] : [{ pointer: '/text', message: t.giveWhat }]),
    send: async ({ text }) => {
      await addWorkshopNote({ path: { workshopId: desk.view.id }, body: { kind: 'parking_lot', text: text.trim() } });
      form.set('text', '');
      onWritten();
    },
  });
  return (
    <section>
      <h2 className="facil__head facil__line">{t.parkingLot}</h2>
      {parked.length === 0 && <p className="small muted">{t.noParking}</p>}
      <ul className="plain facil__notes">
        {parked.map((note) => (
          <Note key={note.id} note={note} desk={desk} isOver={isOver} onWritten={onWritten} />
        ))}
      </ul>
      {!isOver && (
        <Form form={form} label={t.newPoint}>
          <TextField at="/text" label={t.newPoint} value={form.values.text} onValue={(value) => form.set('text', value)} maxLength={1000} />
          <Button small type="submit" busy={form.busy}>
            {t.add}
          </Button>
        </Form>
      )}
    </section>
  );
}

function Note({ note, desk, isOver, onWritten }: Written & { note: WorkshopNote }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const settle = async () => {
    await settleWorkshopNote({ path: { workshopId: desk.view.id, noteId: note.id } });
    onWritten();
  };
  return (
    <li className={note.settled ? 'muted' : undefined}>
      {note.text}
      {note.settled && ` (${t.settled})`}
      {note.owner && note.dueOn && <span className="small muted facil__who">{t.actionLine(note.owner, date(note.dueOn))}</span>}
      {!isOver && !note.settled && note.kind === 'parking_lot' && (
        <Button small look="quiet" aria-label={t.takenUpLabel(note.text)} onClick={() => void settle()}>
          {t.takenUp}
        </Button>
      )}
    </li>
  );
}

function Actions({ desk, isOver, onWritten }: Written) {
  const t = useTexts(texts);
  const [isWriting, setWriting] = useState(false);
  const actions = desk.notes.filter(({ kind }) => kind === 'action');
  return (
    <section>
      <h2 className="facil__head facil__line">{t.actions}</h2>
      {actions.length === 0 && <p className="small muted">{t.noActions}</p>}
      <ul className="plain facil__notes">
        {actions.map((note) => (
          <Note key={note.id} note={note} desk={desk} isOver={isOver} onWritten={onWritten} />
        ))}
      </ul>
      {!isOver && (
        <Button small icon="plus" onClick={() => setWriting(true)}>
          {t.newAction}
        </Button>
      )}
      {isWriting && <ActionDialog desk={desk} onWritten={onWritten} onClose={() => setWriting(false)} />}
    </section>
  );
}
