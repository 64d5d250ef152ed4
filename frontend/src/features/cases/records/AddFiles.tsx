// SPDX-License-Identifier: EUPL-1.2
import { type DragEvent, useState } from 'react';
import { addFileRecord, type CaseDirection } from '@/api';
import { FileChoice } from '@/shared/files/FileChoice';
import { SendRow } from '@/shared/files/SendRow';
import { useSending } from '@/shared/files/useSending';
import { isDay } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { recordTexts } from './texts';

const DIRECTIONS = ['in', 'out', 'internal'] as const satisfies readonly CaseDirection[];

/** Files by dragging or by the browser's own choice: sent at once, each with its progress, and registered together. */
export function AddFiles({ caseId, onAdded }: { caseId: string; onAdded: () => void }) {
  const t = useTexts(recordTexts);
  const today = useToday();
  const sending = useSending();
  const [over, setOver] = useState(false);
  const [direction, setDirection] = useState<CaseDirection>('in');
  const [date, setDate] = useState(today);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = sending.all.filter((each) => each.state === 'ready');
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    sending.add(event.dataTransfer.files);
  };
  async function register() {
    setFault('');
    if (ready.length === 0) return setFault(t.nothingReady);
    if (ready.some((each) => each.title.trim() === '')) return setFault(t.giveTitles);
    setBusy(true);
    let done = 0;
    for (const each of ready) {
      try {
        await addFileRecord({
          path: { caseId },
          body: { uploadId: each.upload?.id ?? '', direction, title: each.title.trim(), date: isDay(date) ? date : today },
        });
        sending.settled(each.key);
        done++;
      } catch (problem) {
        sending.fail(each.key, problem);
      }
    }
    setBusy(false);
    if (done > 0) {
      notify(t.registered(done));
      onAdded();
    }
  }
  return (
    <div className="addfiles noprint">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is an addition; the input inside is the way for everybody */}
      <div
        className={over ? 'filedrop filedrop--over' : 'filedrop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className="small">{t.dropHere}</p>
        <FileChoice sending={sending} />
      </div>
      {sending.all.length > 0 && (
        <>
          <ul className="plain">
            {sending.all.map((each) => (
              <SendRow key={each.key} sending={each} control={sending}>
                <label>
                  <span className="vh">{t.titleOf(each.file.name)}</span>
                  <input
                    className="input"
                    type="text"
                    maxLength={300}
                    value={each.title}
                    onChange={(event) => sending.rename(each.key, event.target.value)}
                  />
                </label>
              </SendRow>
            ))}
          </ul>
          <div className="addfiles__row">
            <label className="grow">
              <span className="label">{t.howCame}</span>
              <select className="select" value={direction} onChange={(event) => setDirection(event.target.value as CaseDirection)}>
                {DIRECTIONS.map((each) => (
                  <option key={each} value={each}>
                    {t.directions[each]}
                  </option>
                ))}
              </select>
            </label>
            <label>
              <span className="label">{t.date}</span>
              <input className="input" type="date" max={today} value={date} onChange={(event) => setDate(event.target.value)} />
            </label>
          </div>
          {fault && (
            <p className="error-text" role="alert">
              {fault}
            </p>
          )}
          <Button look="primary" busy={busy} onClick={() => void register()}>
            {t.register(Math.max(1, ready.length))}
          </Button>
        </>
      )}
    </div>
  );
}
