// SPDX-License-Identifier: EUPL-1.2
import './parties.css';
import { useQueryClient } from '@tanstack/react-query';
import {
  addCaseParty,
  type CaseChannel,
  type CaseFile,
  type CasePartyKind,
  type CasePartyRole,
  changeCaseParty,
  getCase,
  ifMatch,
  type NewPartyIdentity,
  type NewPartyRepresentative,
  type PartyContact,
  type PartyDetail,
  type PartyProtection,
} from '@/api';
import { CheckField, type Fault, FormDialog, SelectField, TextArea, TextField, useStale } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { useCompare } from '../case/useCompare';
import { texts } from '../texts';
import { IdentityFields, identityOf, NO_IDENTITY } from './IdentityFields';
import { canBeProtected, PARTY_KINDS, PARTY_ROLES } from './kinds';
import { partiesChanged } from './queries';
import { partyTexts } from './texts';

const PROTECTIONS = ['none', 'marked', 'protected_registration', 'fictitious'] as const satisfies readonly PartyProtection[];
const WAYS = ['post', 'email', 'eservice', 'phone', 'counter'] as const satisfies readonly CaseChannel[];
const MOST_REPRESENTATIVES = 10;

type Values = {
  kind: string;
  role: string;
  name: string;
  identity: typeof NO_IDENTITY;
  protection: string;
  post: string;
  email: string;
  phone: string;
  channel: string;
  language: string;
  interpreter: boolean;
  serviceConsent: boolean;
  representatives: NewPartyRepresentative[];
};

const reachedBy = (party: PartyDetail | undefined, kind: PartyContact['kind']) =>
  party?.contacts.find((contact) => contact.kind === kind)?.value ?? '';

function valuesOf(party: PartyDetail | undefined): Values {
  return {
    kind: party?.kind ?? 'person',
    role: party?.role ?? 'concerned',
    name: party?.forwarded ? '' : (party?.name ?? ''),
    identity: NO_IDENTITY,
    protection: party?.protectedIdentity ?? 'none',
    post: reachedBy(party, 'post'),
    email: reachedBy(party, 'email'),
    phone: reachedBy(party, 'phone'),
    channel: party?.channel ?? '',
    language: party?.language ?? '',
    interpreter: party?.interpreter ?? false,
    serviceConsent: party?.serviceConsent ?? false,
    representatives: party?.representatives ?? [],
  };
}

function contactsOf({ post, email, phone }: Values): PartyContact[] {
  return (
    [
      { kind: 'post', value: post.trim() },
      { kind: 'email', value: email.trim() },
      { kind: 'phone', value: phone.trim() },
    ] as const
  ).filter((contact) => contact.value !== '');
}

/** Adds a party, or changes one; what is protected and not known to the writer stays as it is. */
export function PartyDialog({ file, party, onClose }: { file: CaseFile; party?: PartyDetail; onClose: () => void }) {
  const t = useTexts(partyTexts);
  const words = useTexts(texts);
  const queryClient = useQueryClient();
  const compare = useCompare();
  const stale = useStale({ read: file, fetchNow: async () => (await getCase({ path: { caseId: file.id } })).data, compare });
  const blind = party?.forwarded ?? false;
  const check = (values: Values): Fault[] => (values.name.trim() || blind ? [] : [{ pointer: '/name', message: t.giveName }]);

  async function send(values: Values) {
    const contacts = contactsOf(values);
    const identity: NewPartyIdentity | undefined = identityOf(values.identity);
    const shared = {
      kind: values.kind as CasePartyKind,
      role: values.role as CasePartyRole,
      ...(identity ? { identity } : {}),
      ...(blind && contacts.length === 0 ? {} : { contacts }),
      ...(values.channel ? { channel: values.channel as CaseChannel } : {}),
      ...(values.language.trim() ? { language: values.language.trim().toLowerCase() } : {}),
      interpreter: values.interpreter,
      serviceConsent: values.serviceConsent,
      protectedIdentity: canBeProtected(values.kind) ? (values.protection as PartyProtection) : 'none',
      representatives: values.representatives.filter((each) => each.name.trim() !== ''),
    };
    const name = values.name.trim();
    await stale.on((seen) =>
      party
        ? changeCaseParty({
            path: { caseId: file.id, partyId: party.id },
            headers: ifMatch(seen.version),
            body: { ...shared, ...(name ? { name } : {}) },
          })
        : addCaseParty({ path: { caseId: file.id }, headers: ifMatch(seen.version), body: { ...shared, name } }),
    );
    await partiesChanged(queryClient, file.id);
    notify(party ? t.changed : t.added);
  }

  return (
    <FormDialog
      title={party ? t.changeOf(party.name) : t.add}
      submit={party ? t.save : t.add}
      initial={valuesOf(party)}
      check={check}
      send={send}
      stale={stale}
      onClose={onClose}
    >
      {({ values, set }) => (
        <div className="partyform">
          <TextField
            at="/name"
            label={t.name}
            hint={blind ? t.nameKept : undefined}
            autoComplete="off"
            maxLength={200}
            value={values.name}
            onValue={(value) => set('name', value)}
          />
          <div className="pair">
            <SelectField
              at="/kind"
              label={t.kind}
              options={PARTY_KINDS.map((kind) => ({ value: kind, text: words.partyKinds[kind] }))}
              value={values.kind}
              onValue={(value) => set('kind', value)}
            />
            <SelectField
              at="/role"
              label={t.role}
              options={PARTY_ROLES.map((role) => ({ value: role, text: words.partyRoles[role] }))}
              value={values.role}
              onValue={(value) => set('role', value)}
            />
          </div>
          <IdentityFields
            hint={party?.hasIdentity ? t.identityHint : undefined}
            value={values.identity}
            onValue={(identity) => set('identity', identity)}
          />
          {canBeProtected(values.kind) && (
            <SelectField
              at="/protectedIdentity"
              label={t.protection}
              hint={t.protectionHint}
              options={PROTECTIONS.map((each) => ({ value: each, text: t.protections[each] }))}
              value={values.protection}
              onValue={(value) => set('protection', value)}
            />
          )}
          <TextArea
            at="/contacts/0/value"
            label={t.post}
            hint={blind ? t.contactsKept : undefined}
            optional
            maxLength={300}
            rows={3}
            value={values.post}
            onValue={(value) => set('post', value)}
          />
          <div className="pair">
            <TextField
              at="/email"
              label={t.email}
              optional
              autoComplete="off"
              maxLength={300}
              value={values.email}
              onValue={(value) => set('email', value)}
            />
            <TextField
              at="/phone"
              label={t.phone}
              optional
              autoComplete="off"
              maxLength={40}
              value={values.phone}
              onValue={(value) => set('phone', value)}
            />
          </div>
          <div className="pair">
            <SelectField
              at="/channel"
              label={t.way}
              empty={t.noWay}
              options={WAYS.map((way) => ({ value: way, text: words.channels[way] }))}
              value={values.channel}
              onValue={(value) => set('channel', value)}
            />
            <TextField
              at="/language"
              label={t.languageCode}
              hint={t.languageHint}
              optional
              maxLength={3}
              value={values.language}
              onValue={(value) => set('language', value)}
            />
          </div>
          <CheckField
            at="/interpreter"
            label={t.interpreter}
            checked={values.interpreter}
            onChecked={(checked) => set('interpreter', checked)}
          />
          <CheckField
            at="/serviceConsent"
            label={t.serviceConsent}
            checked={values.serviceConsent}
            onChecked={(checked) => set('serviceConsent', checked)}
          />
          <Representatives file={file} all={values.representatives} onAll={(all) => set('representatives', all)} />
        </div>
      )}
    </FormDialog>
  );
}

type RepresentativesProps = { file: CaseFile; all: NewPartyRepresentative[]; onAll: (all: NewPartyRepresentative[]) => void };

function Representatives({ file, all, onAll }: RepresentativesProps) {
  const t = useTexts(partyTexts);
  const change = (at: number, part: Partial<NewPartyRepresentative>) =>
    onAll(all.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <>
      {all.map((each, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: somebody has no name of their own while it is typed
        <fieldset key={at} className="representative">
          <legend className="vh">{t.representativeName(at + 1)}</legend>
          <TextField
            at={`/representatives/${at}/name`}
            label={t.representativeName(at + 1)}
            maxLength={200}
            value={each.name}
            onValue={(name) => change(at, { name })}
          />
          <div className="pair">
            <TextField
              at={`/representatives/${at}/scope`}
              label={t.representativeScope}
              maxLength={300}
              value={each.scope}
              onValue={(scope) => change(at, { scope })}
            />
            <SelectField
              at={`/representatives/${at}/powerOfAttorneyRecordId`}
              label={t.representativePower}
              empty={t.noRecord}
              options={file.records.map((record) => ({ value: record.id, text: `${record.recordNo}. ${record.title}` }))}
              value={each.powerOfAttorneyRecordId ?? ''}
              onValue={(id) => {
                const { powerOfAttorneyRecordId: _, ...rest } = each;
                onAll(all.map((old, index) => (index === at ? (id ? { ...rest, powerOfAttorneyRecordId: id } : rest) : old)));
              }}
            />
          </div>
          <Button look="quiet" small onClick={() => onAll(all.filter((_, index) => index !== at))}>
            {t.removeRepresentative}
            <span className="vh"> {each.name}</span>
          </Button>
        </fieldset>
      ))}
      {all.length < MOST_REPRESENTATIVES && (
        <p>
          <Button small icon="plus" onClick={() => onAll([...all, { name: '', scope: '' }])}>
            {t.addRepresentative}
          </Button>
        </p>
      )}
    </>
  );
}
