// SPDX-License-Identifier: EUPL-1.2
import './parties.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CaseFile, PartyDetail } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, ProblemAlert, Tag } from '@/shared/ui';
import { texts } from '../texts';
import { EndPartyDialog } from './EndPartyDialog';
import { IdentityDialog } from './IdentityDialog';
import { PartyDialog } from './PartyDialog';
import { partiesQuery } from './queries';
import { partyTexts } from './texts';

type Opened = { dialog: 'add' } | { dialog: 'change' | 'end' | 'read'; party: PartyDetail };

/** Who is a party, how they are reached and who acts for them. What is protected is read by itself, and that is logged. */
export function PartiesPanel({ file }: { file: CaseFile }) {
  const t = useTexts(partyTexts);
  const query = useQuery(partiesQuery(file));
  const [opened, setOpened] = useState<Opened>();
  const close = () => setOpened(undefined);
  return (
    <section aria-labelledby="parties">
      <div className="row row--between">
        <h2 id="parties">{t.parties}</h2>
        {query.data?.mayEdit && (
          <button type="button" className="linkbtn small noprint" onClick={() => setOpened({ dialog: 'add' })}>
            {t.add}
          </button>
        )}
      </div>
      {query.isPending && <Loading lines={2} />}
      {query.error && !query.data && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className="muted">{t.none}</p>}
      <ul className="plain">
        {query.data?.items.map((party) => (
          <Row key={party.id} file={file} party={party} mayEdit={query.data.mayEdit} onOpen={setOpened} />
        ))}
      </ul>
      {opened?.dialog === 'add' && <PartyDialog file={file} onClose={close} />}
      {opened?.dialog === 'change' && <PartyDialog file={file} party={opened.party} onClose={close} />}
      {opened?.dialog === 'end' && <EndPartyDialog file={file} party={opened.party} onClose={close} />}
      {opened?.dialog === 'read' && <IdentityDialog caseId={file.id} party={opened.party} onClose={close} />}
    </section>
  );
}

type RowProps = { file: CaseFile; party: PartyDetail; mayEdit: boolean; onOpen: (opened: Opened) => void };

function Row({ file, party, mayEdit, onOpen }: RowProps) {
  const t = useTexts(partyTexts);
  const words = useTexts(texts);
  const { date } = useFormats();
  const { language } = useLanguage();
  const hidden = party.protectedIdentity !== 'none';
  const spoken = party.language && new Intl.DisplayNames([language], { type: 'language' }).of(party.language);
  const numberOf = (recordId: string) => file.records.find((record) => record.id === recordId)?.recordNo;
  return (
    <li className={party.endedOn ? 'partyrow partyrow--ended' : 'partyrow'}>
      <b>{party.name}</b> {hidden && <Tag mood="warn">{t.protections[party.protectedIdentity]}</Tag>}
      <p className="small muted">
        {words.partyRoles[party.role]}, {words.partyKinds[party.kind].toLowerCase()}
        {party.endedOn && party.endReason && `. ${t.ended(date(party.endedOn))}: ${t.endReasons[party.endReason].toLowerCase()}`}
      </p>
      {hidden && <p className="small">{t.forwarded}</p>}
      {party.contacts.map((contact) => (
        <p key={`${contact.kind}${contact.value}`} className="small lines">
          {contact.value}
        </p>
      ))}
      {party.channel && <p className="small muted">{t.wants(words.channels[party.channel].toLowerCase())}</p>}
      {(spoken || party.interpreter || party.serviceConsent) && (
        <p className="small muted">
          {[spoken && t.language(spoken), party.interpreter && t.interpreter, party.serviceConsent && t.serviceConsent]
            .filter(Boolean)
            .join('. ')}
        </p>
      )}
      {party.representatives.map((each) => {
        const number = each.powerOfAttorneyRecordId && numberOf(each.powerOfAttorneyRecordId);
        return (
          <p key={each.name} className="small">
            {t.representative}: {each.name}. {each.scope}
            {', '}
            <span className="muted">{number ? t.powerOfAttorney(number) : t.noPowerOfAttorney}</span>
          </p>
        );
      })}
      <p className="partyacts noprint">
        {party.mayReadIdentity && (hidden || party.hasIdentity) && (
          <button type="button" className="linkbtn small" onClick={() => onOpen({ dialog: 'read', party })}>
            {hidden ? t.read : t.readNumber}
            <span className="vh"> {party.name}</span>
          </button>
        )}
        {mayEdit && !party.endedOn && (
          <>
            <button type="button" className="linkbtn small" onClick={() => onOpen({ dialog: 'change', party })}>
              {t.change}
              <span className="vh"> {party.name}</span>
            </button>
            <button type="button" className="linkbtn small" onClick={() => onOpen({ dialog: 'end', party })}>
              {t.end}
              <span className="vh"> {party.name}</span>
            </button>
          </>
        )}
      </p>
    </li>
  );
}
