// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { type CaseChannel, type CasePartyKind, type InboxItem, receiveInboxItem } from '@/api';
import { listCaseTypesOptions } from '@/api/queries';
import { FilesField } from '@/shared/files/FilesField';
import { fileTexts } from '@/shared/files/texts';
import { useSending } from '@/shared/files/useSending';
import {
  CheckField,
  DateField,
  type Fault,
  FormDialog,
  instantOf,
  isDay,
  readTime,
  SelectField,
  TextArea,
  TextField,
  timeIn,
} from '@/shared/form';
import { useToday, ZoneContext } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { texts as common } from '../texts';
import { CHANNELS, inboxChanged } from './queries';
import { texts } from './texts';

const KINDS = ['person', 'organisation', 'authority', 'unknown'] as const satisfies readonly CasePartyKind[];
const PAPER: readonly string[] = ['post', 'counter'];

type Values = {
  channel: string;
  day: string;
  time: string;
  letterbox: boolean;
  sender: string;
  senderKind: string;
  subject: string;
  text: string;
  property: string;
  typeKey: string;
};

/** Enters what came by post, over the counter or by phone. */
export function ReceiveDialog({ onClose, onDone }: { onClose: () => void; onDone: (item: InboxItem) => void }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const files = useTexts(fileTexts);
  const pick = usePick();
  const zone = useContext(ZoneContext);
  const today = useToday();
  const queryClient = useQueryClient();
  const { data: types } = useQuery(listCaseTypesOptions({ query: { status: 'published' } }));
  const sending = useSending();
  const send = async (values: Values) => {
    const { data } = await receiveInboxItem({
      body: {
        channel: values.channel as CaseChannel,
        receivedAt: instantOf(values.day, readTime(values.time) ?? '', zone).toISOString(),
        letterbox: values.letterbox && PAPER.includes(values.channel),
        sender: values.sender.trim() || undefined,
        senderKind: values.sender.trim() ? (values.senderKind as CasePartyKind) : undefined,
        subject: values.subject.trim(),
        text: values.text.trim() || undefined,
        property: values.property.trim() || undefined,
        suggestedTypeKey: values.typeKey || undefined,
        uploadIds: sending.uploadIds,
      },
    });
    await inboxChanged(queryClient, data);
    notify(t.receivedDone(data.arrivalDate));
    onDone(data);
  };
  return (
    <FormDialog<Values>
      title={t.newTitle}
      submit={t.receive}
      initial={{
        channel: 'post',
        day: today,
        time: timeIn(new Date(), zone).replace(':', '.'),
        letterbox: false,
        sender: '',
        senderKind: 'person',
        subject: '',
        text: '',
        property: '',
        typeKey: '',
      }}
      check={(values) => [...faultsOf(values, t), ...(sending.isUnderWay ? [{ pointer: '/uploadIds', message: files.onTheirWay }] : [])]}
      send={send}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <SelectField
            at="/channel"
            label={t.howCame}
            options={CHANNELS.map((channel) => ({ value: channel, text: words.channels[channel] }))}
            value={values.channel}
            onValue={(value) => set('channel', value)}
          />
          {PAPER.includes(values.channel) && (
            <CheckField
              at="/letterbox"
              label={t.letterbox}
              hint={t.letterboxHint}
              checked={values.letterbox}
              onChecked={(checked) => set('letterbox', checked)}
            />
          )}
          <TextField at="/subject" label={t.about} maxLength={300} value={values.subject} onValue={(value) => set('subject', value)} />
          <div className="pair field">
            <TextField
              at="/sender"
              label={t.sender}
              optional
              maxLength={200}
              value={values.sender}
              onValue={(value) => set('sender', value)}
            />
            <SelectField
              at="/senderKind"
              label={t.senderKind}
              options={KINDS.map((kind) => ({ value: kind, text: words.partyKinds[kind] }))}
              value={values.senderKind}
              onValue={(value) => set('senderKind', value)}
            />
          </div>
          <SelectField
            at="/suggestedTypeKey"
            label={t.suggest}
            empty={t.unsure}
            options={(types?.items ?? []).map((type) => ({ value: type.key, text: pick(type.name) }))}
            value={values.typeKey}
            onValue={(value) => set('typeKey', value)}
          />
          <TextField
            at="/property"
            label={t.property}
            optional
            maxLength={100}
            value={values.property}
            onValue={(value) => set('property', value)}
          />
          <TextArea
            at="/text"
            label={t.text}
            hint={t.textHint}
            optional
            maxLength={8000}
            value={values.text}
            onValue={(value) => set('text', value)}
          />
          <FilesField sending={sending} hint={t.filesHint} />
          <div className="pair field">
            <DateField at="/receivedAt" label={t.day} lean="behind" value={values.day} onValue={(value) => set('day', value)} />
            <TextField at="/receivedTime" label={t.time} value={values.time} onValue={(value) => set('time', value)} />
          </div>
        </>
      )}
    </FormDialog>
  );
}

function faultsOf(values: Values, t: (typeof texts)['sv']): Fault[] {
  const faults: [boolean, string, string][] = [
    [values.subject.trim() === '', '/subject', t.giveAbout],
    [!isDay(values.day), '/receivedAt', t.giveDay],
    [readTime(values.time) === undefined, '/receivedTime', t.giveTime],
  ];
  return faults.filter(([wrong]) => wrong).map(([, pointer, message]) => ({ pointer, message }));
}
