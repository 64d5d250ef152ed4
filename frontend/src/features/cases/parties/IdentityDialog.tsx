// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { type PartyDetail, readPartyIdentity } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Dialog, Loading, ProblemAlert } from '@/shared/ui';
import { partyTexts } from './texts';

/** What is protected of a party, for as long as the dialog is open; nothing of it is kept. */
export function IdentityDialog({ caseId, party, onClose }: { caseId: string; party: PartyDetail; onClose: () => void }) {
  const t = useTexts(partyTexts);
  const query = useQuery({
    queryKey: ['party-identity', caseId, party.id],
    queryFn: async ({ signal }) => (await readPartyIdentity({ path: { caseId, partyId: party.id }, signal })).data,
    // Each reading is logged: once for each time the dialog is opened, and nothing stays behind it.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
  return (
    <Dialog title={t.identityTitle} onClose={onClose}>
      <p className="muted">{t.logged}</p>
      {query.isPending && <Loading lines={3} />}
      {query.error && <ProblemAlert problem={query.error} />}
      {query.data && (
        <dl className="deflist">
          <dt>{t.name}</dt>
          <dd>{query.data.name}</dd>
          <dt>{query.data.identityType ? t.identityTypes[query.data.identityType] : t.identity}</dt>
          <dd className="num">{query.data.number ?? query.data.reason ?? t.noNumber}</dd>
          {query.data.number && query.data.reason && (
            <>
              <dt>{t.whyNoNumber}</dt>
              <dd>{query.data.reason}</dd>
            </>
          )}
          {query.data.contacts.length === 0 && (
            <>
              <dt>{t.post}</dt>
              <dd>{t.noContacts}</dd>
            </>
          )}
          {query.data.contacts.map((contact) => (
            <div key={`${contact.kind}${contact.value}`}>
              <dt>{t.contactKinds[contact.kind]}</dt>
              <dd style={{ whiteSpace: 'pre-line' }}>{contact.value}</dd>
            </div>
          ))}
          {party.forwarded && (
            <>
              <dt>{t.forwarded}</dt>
              <dd>{t.forwardedWhat}</dd>
            </>
          )}
        </dl>
      )}
    </Dialog>
  );
}
