// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { type CaseChannel, type CaseFile, type CaseType, type NewCaseParty, registerCase, type SecrecyLevel } from '@/api';
import { getCaseTypeOptions, listUnitsOptions } from '@/api/queries';
import {
  CheckGroup,
  DateField,
  type Fault,
  Form,
  instantOf,
  isDay,
  readTime,
  SelectField,
  TextField,
  timeIn,
  useForm,
} from '@/shared/form';
import { useToday, ZoneContext } from '@/shared/i18n/format';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { texts as common } from '../texts';
import { PartyFields } from './PartyFields';
import { QuestionField } from './QuestionField';
import { type Answers, faultsOf, formDataOf, groupsOf } from './schema';
import { texts } from './texts';

type Values = {
  subject: string;
  publicSubject: string;
  channel: string;
  day: string;
  time: string;
  arrivalDate: string;
  arrivalReason: string;
  recordTitle: string;
  documentKeys: string[];
  secrecyLevel: string;
  unitId: string;
  parties: NewCaseParty[];
  answers: Answers;
};

const CHANNELS = ['eservice', 'email', 'post', 'counter', 'phone', 'scan', 'own', 'api'] as const satisfies readonly CaseChannel[];
const LEVELS = ['open', 'restricted', 'secret', 'strict'] as const satisfies readonly SecrecyLevel[];
const LEAST = 3;

type Props = {
  types: readonly CaseType[];
  typeKey: string | undefined;
  onType: (key: string | undefined) => void;
  onDone: (file: CaseFile) => Promise<void>;
};

/** The registration form: what every case has, then what its type asks. */
export function Registration({ types, typeKey, onType, onDone }: Props) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const { language } = useLanguage();
  const zone = useContext(ZoneContext);
  const today = useToday();
  const type = types.find((each) => each.key === typeKey);
  const { data: detail } = useQuery({ ...getCaseTypeOptions({ path: { caseTypeId: type?.id ?? '' } }), enabled: type !== undefined });
  const { data: units } = useQuery(listUnitsOptions());
  const groups = detail ? groupsOf(detail.definition) : [];
  const questions = groups.flatMap((group) => group.questions);

  const form = useForm<Values>({
    initial: {
      subject: '',
      publicSubject: '',
      channel: 'email',
      day: today,
      time: timeIn(new Date(), zone).replace(':', '.'),
      arrivalDate: '',
      arrivalReason: '',
      recordTitle: '',
      documentKeys: [],
      secrecyLevel: '',
      unitId: '',
      parties: [{ kind: 'organisation', role: 'applicant', name: '' }],
      answers: {},
    },
    check: (values) => [...ownFaults(values, type !== undefined, t), ...faultsOf(questions, values.answers, language)],
    send: async (values) => {
      const { data } = await registerCase({
        body: {
          caseTypeKey: type?.key ?? '',
          subject: values.subject.trim(),
          publicSubject: values.publicSubject.trim(),
          channel: values.channel as CaseChannel,
          receivedAt: instantOf(values.day, readTime(values.time) ?? '', zone).toISOString(),
          arrivalDate: values.arrivalDate || undefined,
          arrivalReason: values.arrivalReason.trim() || undefined,
          unitId: values.unitId || undefined,
          recordTitle: values.recordTitle.trim(),
          documentKeys: values.documentKeys,
          secrecyLevel: (values.secrecyLevel || undefined) as SecrecyLevel | undefined,
          formData: formDataOf(questions, values.answers),
          parties: values.parties.map((party) => ({ ...party, name: party.name.trim() })).filter((party) => party.name !== ''),
        },
      });
      await onDone(data);
    },
  });
  const { values, set } = form;

  return (
    <Form form={form} label={words.registerCase}>
      <div className="formgrid">
        <section>
          <h2>{t.what}</h2>
          <SelectField
            at="/caseTypeKey"
            label={t.type}
            empty={t.chooseType}
            options={types.map((each) => ({ value: each.key, text: pick(each.name) }))}
            value={typeKey ?? ''}
            onValue={(key) => {
              onType(key || undefined);
              const chosen = types.find((each) => each.key === key);
              form.setAll({
                ...values,
                recordTitle: values.recordTitle || pick(chosen?.name),
                documentKeys: [],
                answers: {},
                secrecyLevel: chosen?.secrecyDefault ?? '',
              });
            }}
          />
          <TextField
            at="/subject"
            label={t.subject}
            hint={t.subjectHint}
            maxLength={300}
            value={values.subject}
            onValue={(value) => set('subject', value)}
          />
          <TextField
            at="/publicSubject"
            label={t.publicSubject}
            hint={t.publicSubjectHint}
            maxLength={300}
            value={values.publicSubject}
            onValue={(value) => set('publicSubject', value)}
          />
          <SelectField
            at="/channel"
            label={t.channel}
            options={CHANNELS.map((channel) => ({ value: channel, text: words.channels[channel] }))}
            value={values.channel}
            onValue={(value) => set('channel', value)}
          />
          <div className="pair field">
            <DateField
              at="/receivedAt"
              label={t.receivedDay}
              hint={t.receivedDayHint}
              lean="behind"
              value={values.day}
              onValue={(value) => set('day', value)}
            />
            <TextField
              at="/receivedTime"
              label={t.receivedTime}
              hint={t.receivedTimeHint}
              value={values.time}
              onValue={(value) => set('time', value)}
            />
          </div>
          <DateField
            at="/arrivalDate"
            label={t.arrivalDate}
            hint={t.arrivalDateHint}
            optional
            lean="behind"
            value={values.arrivalDate}
            onValue={(value) => set('arrivalDate', value)}
          />
          {values.arrivalDate !== '' && (
            <TextField
              at="/arrivalReason"
              label={t.arrivalReason}
              maxLength={500}
              value={values.arrivalReason}
              onValue={(value) => set('arrivalReason', value)}
            />
          )}
          <TextField
            at="/recordTitle"
            label={t.recordTitle}
            maxLength={300}
            value={values.recordTitle}
            onValue={(value) => set('recordTitle', value)}
          />
          {detail && detail.documents.length > 0 && (
            <CheckGroup
              at="/documentKeys"
              label={t.documents}
              options={detail.documents.map((document) => ({ value: document.key, text: pick(document.name) }))}
              chosen={values.documentKeys}
              onChosen={(keys) => set('documentKeys', keys)}
            />
          )}
          <SelectField
            at="/secrecyLevel"
            label={t.secrecy}
            hint={t.secrecyHint}
            options={LEVELS.map((level) => ({ value: level, text: words.secrecy[level] }))}
            value={values.secrecyLevel || (type?.secrecyDefault ?? 'open')}
            onValue={(value) => set('secrecyLevel', value)}
          />
          <SelectField
            at="/unitId"
            label={t.unit}
            empty={t.unitOfType}
            options={(units?.items ?? []).map((unit) => ({ value: unit.id, text: pick(unit.name) }))}
            value={values.unitId}
            onValue={(value) => set('unitId', value)}
          />
        </section>
        <section>
          <h2>{t.who}</h2>
          <PartyFields parties={values.parties} onParties={(parties) => set('parties', parties)} />
        </section>
        {groups.map((group, at) => (
          <section key={group.key}>
            <h2>{pick(group.title)}</h2>
            {at === 0 && <p className="muted small">{t.incomplete}</p>}
            {group.questions.map((question) => (
              <QuestionField
                key={`${detail?.id}${question.key}`}
                question={question}
                answer={values.answers[question.key]}
                onAnswer={(answer) => set('answers', { ...values.answers, [question.key]: answer })}
              />
            ))}
          </section>
        ))}
      </div>
      <div className="form__foot">
        <Button look="primary" type="submit" busy={form.busy}>
          {t.register}
        </Button>
      </div>
    </Form>
  );
}

/** Faults one can see without asking the server. */
function ownFaults(values: Values, hasType: boolean, t: (typeof texts)['sv']): Fault[] {
  const faults: [boolean, string, string][] = [
    [!hasType, '/caseTypeKey', t.giveType],
    [values.subject.trim().length < LEAST, '/subject', t.giveSubject],
    [values.publicSubject.trim().length < LEAST, '/publicSubject', t.givePublicSubject],
    [!isDay(values.day), '/receivedAt', t.giveDay],
    [readTime(values.time) === undefined, '/receivedTime', t.giveTime],
    [values.arrivalDate !== '' && !isDay(values.arrivalDate), '/arrivalDate', t.giveDay],
    [values.recordTitle.trim() === '', '/recordTitle', t.giveRecordTitle],
  ];
  return faults.filter(([wrong]) => wrong).map(([, pointer, message]) => ({ pointer, message }));
}
