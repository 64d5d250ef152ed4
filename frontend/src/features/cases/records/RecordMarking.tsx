// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CaseFile, type FileRecord, ifMatch, markRecordSecrecy, withdrawRecordSecrecy } from '@/api';
import { CheckField, DateField, FormDialog, isDay, TextArea, TextField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { secrecyQuery } from '../secrecy/queries';
import { texts as secrecyTexts } from '../secrecy/texts';
import { recordTexts } from './texts';

type Props = { file: CaseFile; record: FileRecord; onChanged: () => Promise<void> };

/** The marking of a single record: what it says, and setting or taking it away for whoever may. */
export function RecordMarking({ file, record, onChanged }: Props) {
  const t = useTexts(recordTexts);
  const { data } = useQuery(secrecyQuery(file.id));
  const [act, setAct] = useState<'mark' | 'withdraw'>();
  const close = () => setAct(undefined);
  const { marking } = record;
  if (!marking && !data?.mayMark) return null;
  return (
    <div className="recordfiles">
      {marking && (
        <p className="small">
          <b>{marking.provision}</b>. {t.markedBy(marking.markedOn, marking.authority)}
          {marking.note && (
            <>
              <br />
              {marking.note}
            </>
          )}
          {marking.withheld && (
            <>
              <br />
              <span className="muted">{t.markedWithheld}</span>
            </>
          )}
        </p>
      )}
      {data?.mayMark && (
        <div className="row noprint">
          <Button small look="quiet" onClick={() => setAct('mark')}>
            {marking ? t.markAgain : t.mark}
          </Button>
          {marking && (
            <Button small look="quiet" onClick={() => setAct('withdraw')}>
              {t.unmark}
            </Button>
          )}
        </div>
      )}
      {act === 'mark' && <MarkDialog file={file} record={record} onChanged={onChanged} onClose={close} />}
      {act === 'withdraw' && (
        <FormDialog
          title={t.unmark}
          initial={{ reason: '' }}
          check={({ reason }) => (reason.trim().length > 2 ? [] : [{ pointer: '/reason', message: t.giveReason }])}
          send={async ({ reason }) => {
            await withdrawRecordSecrecy({
              path: { caseId: file.id, recordId: record.id },
              headers: ifMatch(file.version),
              body: { reason: reason.trim() },
            });
            notify(t.unmarked);
            await onChanged();
          }}
          onClose={close}
        >
          {({ values, set }) => (
            <>
              <p>{t.unmarkWhat}</p>
              <TextArea
                at="/reason"
                label={t.reason}
                maxLength={1000}
                rows={3}
                value={values.reason}
                onValue={(value) => set('reason', value)}
              />
            </>
          )}
        </FormDialog>
      )}
    </div>
  );
}

function MarkDialog({ file, record, onChanged, onClose }: Props & { onClose: () => void }) {
  const t = useTexts(recordTexts);
  const words = useTexts(secrecyTexts);
  const today = useToday();
  return (
    <FormDialog
      title={t.markRecord(record.recordNo)}
      submit={t.mark}
      initial={{ provision: record.marking?.provision ?? '', markedOn: today, note: record.marking?.note ?? '', hidesTitle: false }}
      check={({ provision, markedOn }) => [
        ...(provision.trim().length > 2 ? [] : [{ pointer: '/provision', message: words.giveProvision }]),
        ...(isDay(markedOn) ? [] : [{ pointer: '/markedOn', message: words.giveDay }]),
      ]}
      send={async ({ provision, markedOn, note, hidesTitle }) => {
        await markRecordSecrecy({
          path: { caseId: file.id, recordId: record.id },
          headers: ifMatch(file.version),
          body: { provision: provision.trim(), markedOn, hidesTitle, ...(note.trim() ? { note: note.trim() } : {}) },
        });
        notify(t.marked);
        await onChanged();
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p className="muted">{t.markRecordWhat}</p>
          <TextField
            at="/provision"
            label={words.provision}
            hint={words.provisionHint}
            maxLength={200}
            value={values.provision}
            onValue={(value) => set('provision', value)}
          />
          <DateField
            at="/markedOn"
            label={words.markedOn}
            lean="behind"
            value={values.markedOn}
            onValue={(value) => set('markedOn', value)}
          />
          <TextArea
            at="/note"
            label={words.note}
            hint={t.markNoteHint}
            optional
            rows={3}
            maxLength={2000}
            value={values.note}
            onValue={(value) => set('note', value)}
          />
          <CheckField
            at="/hidesTitle"
            label={t.hidesTitle}
            hint={t.hidesTitleHint}
            checked={values.hidesTitle}
            onChecked={(checked) => set('hidesTitle', checked)}
          />
        </>
      )}
    </FormDialog>
  );
}
