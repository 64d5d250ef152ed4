// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import {
  type CaseChannel,
  type CaseEnquiry,
  type CaseFile,
  type CaseOutcomeOfRecipient,
  communicateCase,
  referCase,
  remindRecipients,
  requestSupplement,
  settleRecipient,
} from '@/api';
import { getCaseTypeOptions } from '@/api/queries';
import { CheckField, CheckGroup, DateField, type Fault, isDay, RadioField, SelectField, TextArea, TextField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts as common } from '../../texts';
import { ActDialog, type ActProps } from './ActDialog';
import { texts } from './lawTexts';

const LEAST = 3;
const WAYS = ['email', 'post', 'eservice', 'counter', 'phone'] as const satisfies readonly CaseChannel[];

type Due = { dueDate: string; holidayAccepted: boolean };
const dueFaults = ({ dueDate }: Due, message: string): Fault[] => (isDay(dueDate) ? [] : [{ pointer: '/dueDate', message }]);

/** The last day, and leave for one on which nobody works; the service proposes the next workday. */
function DueFields<V extends Due>({ values, set }: { values: V; set: (key: 'dueDate' | 'holidayAccepted', value: never) => void }) {
  const t = useTexts(texts);
  return (
    <>
      <DateField at="/dueDate" label={t.due} hint={t.dueHint} value={values.dueDate} onValue={(value) => set('dueDate', value as never)} />
      <CheckField
        at="/holidayAccepted"
        label={t.holidayAccepted}
        checked={values.holidayAccepted}
        onChecked={(checked) => set('holidayAccepted', checked as never)}
      />
    </>
  );
}

const parties = (file: CaseFile) => file.parties.map((party) => ({ value: party.id, text: party.name }));
const records = (file: CaseFile) =>
  file.records.map((record) => ({ value: record.id, text: `${record.recordNo}. ${record.title}`, out: record.direction === 'out' }));

/** Asks a party to supplement, or enjoins it. */
export function SupplementDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const all = parties(file);
  const first = all[0];
  return (
    <ActDialog
      wide
      file={file}
      onClose={onClose}
      drafts="request_supplement"
      title={words.acts.request_supplement}
      initial={{
        formal: 'request',
        asked: '',
        consequence: t.consequenceStandard as string,
        partyIds: first ? [first.value] : [],
        dueDate: '',
        holidayAccepted: false,
      }}
      check={(values) => [
        ...(values.asked.trim().length >= LEAST ? [] : [{ pointer: '/asked', message: t.giveAsked }]),
        ...dueFaults(values, t.giveDue),
      ]}
      act={(values, headers) =>
        requestSupplement({
          path: { caseId: file.id },
          headers,
          body: {
            formal: values.formal === 'injunction',
            asked: values.asked.trim(),
            consequence: values.formal === 'injunction' ? values.consequence.trim() : undefined,
            dueDate: values.dueDate,
            holidayAccepted: values.holidayAccepted,
            partyIds: values.partyIds.length > 0 ? values.partyIds : undefined,
          },
        })
      }
      done={({ formal }) => (formal === 'injunction' ? t.enjoined : t.requested)}
    >
      {({ values, set }) => (
        <>
          <RadioField
            at="/formal"
            label={t.how}
            options={[
              { value: 'request', text: t.howRequest },
              { value: 'injunction', text: t.howInjunction },
            ]}
            value={values.formal}
            onValue={(value) => set('formal', value)}
          />
          <TextArea at="/asked" label={t.asked} maxLength={4000} rows={4} value={values.asked} onValue={(value) => set('asked', value)} />
          {values.formal === 'injunction' && (
            <TextArea
              at="/consequence"
              label={t.consequence}
              hint={t.consequenceHint}
              maxLength={2000}
              rows={2}
              value={values.consequence}
              onValue={(value) => set('consequence', value)}
            />
          )}
          {all.length > 1 && (
            <CheckGroup
              at="/partyIds"
              label={t.toWhom}
              options={all}
              chosen={values.partyIds}
              onChosen={(chosen) => set('partyIds', chosen)}
            />
          )}
          <DueFields values={values} set={set} />
        </>
      )}
    </ActDialog>
  );
}

/** Shows the parties the material. */
export function CommunicateDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const all = parties(file);
  const material = records(file).filter((record) => !record.out);
  const shownBefore = new Set(
    (file.law?.enquiries ?? []).filter((each) => each.kind === 'communication').flatMap((each) => each.recordIds),
  );
  return (
    <ActDialog
      wide
      file={file}
      onClose={onClose}
      drafts="communicate"
      title={words.acts.communicate}
      initial={{
        recordIds: material.filter((record) => !shownBefore.has(record.value)).map((record) => record.value),
        withheld: [] as string[],
        withheldReason: '',
        partyIds: all.map((party) => party.value),
        text: '',
        dueDate: '',
        holidayAccepted: false,
      }}
      check={(values) => [
        ...(values.recordIds.length + values.withheld.length > 0 ? [] : [{ pointer: '/recordIds', message: t.giveRecords }]),
        ...(values.withheld.length === 0 || values.withheldReason.trim().length >= LEAST
          ? []
          : [{ pointer: '/exclusions', message: t.giveWithheldReason }]),
        ...dueFaults(values, t.giveDue),
      ]}
      act={(values, headers) =>
        communicateCase({
          path: { caseId: file.id },
          headers,
          body: {
            recordIds: values.recordIds,
            partyIds: values.partyIds,
            dueDate: values.dueDate,
            holidayAccepted: values.holidayAccepted,
            exclusions: values.withheld.map((recordId) => ({ recordId, reason: values.withheldReason.trim() })),
            text: values.text.trim() || undefined,
          },
        })
      }
      done={() => t.communicated}
    >
      {({ values, set, setAll }) => (
        <>
          <CheckGroup
            at="/recordIds"
            label={t.whatToShow}
            hint={t.whatToShowHint}
            options={material}
            chosen={values.recordIds}
            onChosen={(recordIds) =>
              setAll({ ...values, recordIds, withheld: values.withheld.filter((each) => !recordIds.includes(each)) })
            }
          />
          {material.some((record) => !values.recordIds.includes(record.value)) && (
            <CheckGroup
              at="/withheld"
              label={t.whatToWithhold}
              hint={t.whatToWithholdHint}
              options={material.filter((record) => !values.recordIds.includes(record.value))}
              chosen={values.withheld}
              onChosen={(chosen) => set('withheld', chosen)}
            />
          )}
          {values.withheld.length > 0 && (
            <TextArea
              at="/exclusions"
              label={t.withheldReason}
              maxLength={1000}
              rows={2}
              value={values.withheldReason}
              onValue={(value) => set('withheldReason', value)}
            />
          )}
          {all.length > 1 && (
            <CheckGroup
              at="/partyIds"
              label={t.toWhom}
              options={all}
              chosen={values.partyIds}
              onChosen={(chosen) => set('partyIds', chosen)}
            />
          )}
          <TextArea
            at="/text"
            label={t.communicationText}
            optional
            maxLength={4000}
            rows={2}
            value={values.text}
            onValue={(value) => set('text', value)}
          />
          <DueFields values={values} set={set} />
        </>
      )}
    </ActDialog>
  );
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Refers to one or several bodies at once. */
export function ReferDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      wide
      file={file}
      onClose={onClose}
      drafts="refer"
      title={words.acts.refer}
      initial={{
        question: '',
        recipients: '',
        recordIds: [] as string[],
        byBody: false,
        own: {} as Record<string, string[]>,
        dueDate: '',
        holidayAccepted: false,
      }}
      check={(values) => [
        ...(lines(values.recipients).length > 0 ? [] : [{ pointer: '/recipients', message: t.giveBodies }]),
        ...(values.question.trim().length >= LEAST ? [] : [{ pointer: '/question', message: t.giveQuestion }]),
        ...dueFaults(values, t.giveDue),
      ]}
      act={(values, headers) =>
        referCase({
          path: { caseId: file.id },
          headers,
          body: {
            question: values.question.trim(),
            dueDate: values.dueDate,
            holidayAccepted: values.holidayAccepted,
            recipients: lines(values.recipients).map((name) => {
              const own = values.byBody ? values.own[name] : undefined;
              return own ? { name, recordIds: own } : { name };
            }),
            recordIds: values.recordIds,
          },
        })
      }
      done={({ recipients }) => t.referred(lines(recipients).length)}
    >
      {({ values, set }) => (
        <>
          <TextArea
            at="/recipients"
            label={t.bodies}
            hint={t.bodiesHint}
            rows={4}
            value={values.recipients}
            onValue={(value) => set('recipients', value)}
          />
          <TextArea
            at="/question"
            label={t.question}
            hint={t.questionHint}
            maxLength={4000}
            rows={4}
            value={values.question}
            onValue={(value) => set('question', value)}
          />
          <CheckGroup
            at="/recordIds"
            label={t.whatToSend}
            hint={t.whatToSendHint}
            options={records(file)}
            chosen={values.recordIds}
            onChosen={(chosen) => set('recordIds', chosen)}
          />
          {file.records.length > 0 && lines(values.recipients).length > 1 && (
            <CheckField
              at="/byBody"
              label={t.byBody}
              hint={t.byBodyHint}
              checked={values.byBody}
              onChecked={(checked) => set('byBody', checked)}
            />
          )}
          {values.byBody &&
            lines(values.recipients).map((name, at) => (
              <CheckGroup
                key={name}
                at={`/recipients/${at}/recordIds`}
                label={t.recordsTo(name)}
                options={records(file)}
                chosen={values.own[name] ?? values.recordIds}
                onChosen={(chosen) => set('own', { ...values.own, [name]: chosen })}
              />
            ))}
          <DueFields values={values} set={set} />
        </>
      )}
    </ActDialog>
  );
}

const waiting = (file: CaseFile) =>
  (file.law?.enquiries ?? []).flatMap((enquiry) =>
    enquiry.recipients.filter((each) => each.state === 'waiting').map((recipient) => ({ enquiry, recipient })),
  );

const answerTitle = (
  enquiry: CaseEnquiry,
  name: string,
  t: { supplementFrom: (name: string) => string; statementFrom: (name: string) => string },
) => (enquiry.kind === 'supplement' || enquiry.kind === 'injunction' ? t.supplementFrom(name) : t.statementFrom(name));

/** What came of a recipient: an answer, a waiver, or nothing in time. */
export function SettleDialog({ file, of, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const today = useToday();
  const open = waiting(file);
  const start = open.find(({ recipient }) => recipient.id === of) ?? open[0];
  const { data: type } = useQuery(getCaseTypeOptions({ path: { caseTypeId: file.caseTypeId }, query: { version: file.caseTypeVersion } }));
  const documents = (type?.documents ?? []).map((document) => ({ value: document.key, text: pick(document.name) }));
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.settle_recipient}
      initial={{
        recipientId: start?.recipient.id ?? '',
        outcome: 'answered',
        title: start ? answerTitle(start.enquiry, start.recipient.name, t) : '',
        documentKey: '',
        receivedOn: today,
        channel: 'email',
        reason: '',
      }}
      check={({ outcome, reason, receivedOn }) => [
        ...(outcome !== 'waived' || reason.trim().length >= LEAST ? [] : [{ pointer: '/reason', message: t.giveWaiverReason }]),
        ...(outcome !== 'answered' || isDay(receivedOn) ? [] : [{ pointer: '/receivedOn', message: t.giveDue }]),
      ]}
      act={(values, headers, now) => {
        const found = waiting(now).find(({ recipient }) => recipient.id === values.recipientId);
        const answered = values.outcome === 'answered';
        return settleRecipient({
          path: { caseId: file.id, enquiryId: found?.enquiry.id ?? '', recipientId: values.recipientId },
          headers,
          body: {
            outcome: values.outcome as CaseOutcomeOfRecipient,
            reason: values.outcome === 'waived' ? values.reason.trim() : undefined,
            title: answered ? values.title.trim() || undefined : undefined,
            documentKey: answered ? values.documentKey || undefined : undefined,
            receivedOn: answered ? values.receivedOn : undefined,
            channel: answered ? (values.channel as CaseChannel) : undefined,
          },
        });
      }}
      done={() => t.settled}
    >
      {({ values, set, setAll }) => (
        <>
          {open.length > 1 ? (
            <SelectField
              at="/recipientId"
              label={t.fromWhom}
              options={open.map(({ enquiry, recipient }) => ({
                value: recipient.id,
                text: `${recipient.name} (${words.enquiryKinds[enquiry.kind].toLowerCase()})`,
              }))}
              value={values.recipientId}
              onValue={(recipientId) => {
                const found = open.find(({ recipient }) => recipient.id === recipientId);
                setAll({ ...values, recipientId, title: found ? answerTitle(found.enquiry, found.recipient.name, t) : '' });
              }}
            />
          ) : (
            <p>{start?.recipient.name}</p>
          )}
          <RadioField
            at="/outcome"
            label={t.whatHappened}
            options={[
              { value: 'answered', text: t.answered },
              { value: 'waived', text: t.waived },
              { value: 'timed_out', text: t.timedOut },
            ]}
            value={values.outcome}
            onValue={(value) => set('outcome', value)}
          />
          {values.outcome === 'answered' && (
            <>
              <TextField at="/title" label={t.answerTitle} maxLength={300} value={values.title} onValue={(value) => set('title', value)} />
              {documents.length > 0 && (
                <SelectField
                  at="/documentKey"
                  label={t.document}
                  empty={t.noDocument}
                  options={documents}
                  value={values.documentKey}
                  onValue={(value) => set('documentKey', value)}
                />
              )}
              <DateField
                at="/receivedOn"
                label={t.receivedOn}
                lean="behind"
                value={values.receivedOn}
                onValue={(value) => set('receivedOn', value)}
              />
              <SelectField
                at="/channel"
                label={t.channel}
                options={WAYS.map((way) => ({ value: way, text: words.channels[way] }))}
                value={values.channel}
                onValue={(value) => set('channel', value)}
              />
            </>
          )}
          {values.outcome === 'waived' && (
            <TextArea
              at="/reason"
              label={t.waiverReason}
              maxLength={1000}
              rows={3}
              value={values.reason}
              onValue={(value) => set('reason', value)}
            />
          )}
        </>
      )}
    </ActDialog>
  );
}

/** Reminds those who have not answered. */
export function RemindDialog({ file, of, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const enquiry = file.law?.enquiries.find((each) => each.id === of) ?? file.law?.enquiries.find((each) => each.open);
  const names = (enquiry?.recipients ?? []).filter((each) => each.state === 'waiting').map((each) => each.name);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.remind}
      initial={{ text: '' }}
      check={({ text }) => (text.trim() === '' || text.trim().length >= LEAST ? [] : [{ pointer: '/text', message: t.giveAsked }])}
      act={({ text }, headers) =>
        remindRecipients({
          path: { caseId: file.id, enquiryId: enquiry?.id ?? '' },
          headers,
          body: { text: text.trim() || undefined },
        })
      }
      done={() => t.reminded}
    >
      {({ values, set }) => (
        <>
          <p>{t.remindWhom(names.join(', '))}</p>
          <TextArea
            at="/text"
            label={t.remindText}
            optional
            maxLength={2000}
            rows={3}
            value={values.text}
            onValue={(value) => set('text', value)}
          />
        </>
      )}
    </ActDialog>
  );
}
