// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import {
  type CaseTypeDetail,
  type InboxItem,
  type InboxRegistered,
  ifMatch,
  type NewCaseParty,
  registerInboxItem,
  type SecrecyLevel,
} from '@/api';
import { getCaseTypeOptions, listCaseTypesOptions, listUnitsOptions } from '@/api/queries';
import { CheckGroup, type Fault, Form, SelectField, TextField, useForm } from '@/shared/form';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading } from '@/shared/ui';
import { PartyFields } from '../new/PartyFields';
import { QuestionField } from '../new/QuestionField';
import { type Answers, faultsOf, formDataOf, groupsOf } from '../new/schema';
import { CASE_LISTS } from '../queries';
import { texts as common } from '../texts';
import { answersOf } from './answers';
import { INBOX } from './queries';
import { texts } from './texts';

const LEVELS = ['open', 'restricted', 'secret', 'strict'] as const satisfies readonly SecrecyLevel[];
const LEAST = 3;

type Values = {
  subject: string;
  publicSubject: string;
  recordTitle: string;
  documentKeys: string[];
  secrecyLevel: string;
  unitId: string;
  parties: NewCaseParty[];
  answers: Answers;
};

type Props = { item: InboxItem; onBack: () => void; onLeave: () => Promise<void> };

/** Makes an item a case: the type first, then its template filled in from the item; at last the number, big. */
export function RegisterPane({ item, onBack, onLeave }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const [typeKey, setTypeKey] = useState(item.suggestedTypeKey ?? '');
  const [done, setDone] = useState<InboxRegistered>();
  const box = useRef<HTMLDivElement>(null);
  const { data: types } = useQuery(listCaseTypesOptions({ query: { status: 'published' } }));
  const type = types?.items.find((each) => each.key === typeKey);
  const { data: detail } = useQuery({ ...getCaseTypeOptions({ path: { caseTypeId: type?.id ?? '' } }), enabled: type !== undefined });
  useEffect(() => {
    if (types && typeKey === '') box.current?.querySelector('select')?.focus();
  }, [types, typeKey]);
  if (done) return <Receipt done={done} onNext={onLeave} />;
  if (!types) return <Loading />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in the form goes back
    <div ref={box} className="inbox__form" onKeyDown={(event) => event.key === 'Escape' && onBack()}>
      <div className="field">
        <label className="label" htmlFor="inbox-type">
          {t.type}
        </label>
        <select id="inbox-type" className="select" value={typeKey} onChange={(event) => setTypeKey(event.target.value)}>
          <option value="">{t.chooseType}</option>
          {types.items
            .toSorted((one, other) => pick(one.name).localeCompare(pick(other.name), 'sv'))
            .map((each) => (
              <option key={each.key} value={each.key}>
                {pick(each.name)}
              </option>
            ))}
        </select>
      </div>
      {type && detail && detail.id === type.id && <TypeForm key={detail.key} item={item} type={detail} onBack={onBack} onDone={setDone} />}
    </div>
  );
}

function TypeForm({
  item,
  type,
  onBack,
  onDone,
}: {
  item: InboxItem;
  type: CaseTypeDetail;
  onBack: () => void;
  onDone: (done: InboxRegistered) => void;
}) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const { language } = useLanguage();
  const queryClient = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  const { data: units } = useQuery(listUnitsOptions());
  const groups = groupsOf(type.definition);
  const questions = groups.flatMap((group) => group.questions);
  const form = useForm<Values>({
    initial: template(item, type, pick),
    check: (values) => [...ownFaults(values, t), ...faultsOf(questions, values.answers, language)],
    send: async (values) => {
      const { data } = await registerInboxItem({
        path: { itemId: item.id },
        headers: ifMatch(item.version),
        body: {
          caseTypeKey: type.key,
          subject: values.subject.trim(),
          publicSubject: values.publicSubject.trim(),
          unitId: values.unitId || undefined,
          recordTitle: values.recordTitle.trim(),
          documentKeys: values.documentKeys,
          secrecyLevel: values.secrecyLevel as SecrecyLevel,
          formData: formDataOf(questions, values.answers),
          parties: values.parties.map((party) => ({ ...party, name: party.name.trim() })).filter((party) => party.name !== ''),
        },
      });
      onDone(data);
      // The list keeps the item until one goes on: a case that is closed to oneself would take its receipt away.
      await queryClient.invalidateQueries({ queryKey: INBOX, refetchType: 'none' });
      await queryClient.invalidateQueries({ queryKey: CASE_LISTS });
    },
  });
  const { values, set } = form;
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input')?.focus(), []);
  return (
    <div ref={box}>
      <Form form={form} label={t.register}>
        <TextField at="/subject" label={t.subject} maxLength={300} value={values.subject} onValue={(value) => set('subject', value)} />
        <TextField
          at="/publicSubject"
          label={t.publicSubject}
          hint={t.publicSubjectHint}
          maxLength={300}
          value={values.publicSubject}
          onValue={(value) => set('publicSubject', value)}
        />
        <div className="field partyarea">
          <PartyFields parties={values.parties} onParties={(parties) => set('parties', parties)} />
        </div>
        <TextField
          at="/recordTitle"
          label={t.recordTitle}
          maxLength={300}
          value={values.recordTitle}
          onValue={(value) => set('recordTitle', value)}
        />
        {type.documents.length > 0 && (
          <CheckGroup
            at="/documentKeys"
            label={t.documents}
            options={type.documents.map((document) => ({ value: document.key, text: pick(document.name) }))}
            chosen={values.documentKeys}
            onChosen={(keys) => set('documentKeys', keys)}
          />
        )}
        <details className="field" open={form.faults.length > 0 || undefined}>
          <summary>{t.more}</summary>
          <SelectField
            at="/secrecyLevel"
            label={t.secrecy}
            options={LEVELS.map((level) => ({ value: level, text: words.secrecy[level] }))}
            value={values.secrecyLevel}
            onValue={(value) => set('secrecyLevel', value)}
          />
          <SelectField
            at="/unitId"
            label={t.responsible}
            empty={t.unitOfType}
            options={(units?.items ?? []).map((unit) => ({ value: unit.id, text: pick(unit.name) }))}
            value={values.unitId}
            onValue={(value) => set('unitId', value)}
          />
          {groups.map((group) => (
            <section key={group.key} className="inbox__group">
              <h3>{pick(group.title)}</h3>
              {group.questions.map((question) => (
                <QuestionField
                  key={question.key}
                  question={question}
                  answer={values.answers[question.key]}
                  onAnswer={(answer) => set('answers', { ...values.answers, [question.key]: answer })}
                />
              ))}
            </section>
          ))}
        </details>
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.register}
          </Button>
          <Button onClick={onBack}>{t.back}</Button>
          <span className="small muted hide-s">{t.registerKeys}</span>
        </div>
      </Form>
    </div>
  );
}

/** What the type and the item say before anybody has typed. The public wording is the type's name: it tells nothing of anybody. */
function template(item: InboxItem, type: CaseTypeDetail, pick: ReturnType<typeof usePick>): Values {
  const first = type.documents.find((document) => document.required);
  const role = type.initiative === 'party' ? 'applicant' : 'sender';
  return {
    subject: item.subject,
    publicSubject: pick(type.name),
    recordTitle: first ? pick(first.name) : pick(type.name),
    documentKeys: first ? [first.key] : [],
    secrecyLevel: type.secrecyDefault,
    unitId: '',
    parties: [{ kind: item.senderKind ?? 'organisation', role, name: item.sender ?? '' }],
    answers: item.suggestedTypeKey === type.key ? answersOf(item.formData ?? {}) : {},
  };
}

function Receipt({ done, onNext }: { done: InboxRegistered; onNext: () => Promise<void> }) {
  const t = useTexts(texts);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div className="inbox__receipt" role="status" ref={box}>
      <p className="muted">{t.registered}</p>
      <p className="bignumber">{done.number}</p>
      <p>{t.registeredWhat(done.arrivalDate)}</p>
      <p className="actbar">
        <Button look="primary" onClick={() => void onNext()}>
          {t.next}
        </Button>
        <Link to="/cases/$caseId" params={{ caseId: done.caseId }} search={{}} className={buttonClass()}>
          {t.openCase}
        </Link>
      </p>
    </div>
  );
}

function ownFaults(values: Values, t: (typeof texts)['sv']): Fault[] {
  const faults: [boolean, string, string][] = [
    [values.subject.trim().length < LEAST, '/subject', t.giveSubject],
    [values.publicSubject.trim().length < LEAST, '/publicSubject', t.givePublicSubject],
    [values.recordTitle.trim() === '', '/recordTitle', t.giveRecordTitle],
  ];
  return faults.filter(([wrong]) => wrong).map(([, pointer, message]) => ({ pointer, message }));
}
