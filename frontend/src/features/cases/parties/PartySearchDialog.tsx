// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type PartySearchResult, searchParties } from '@/api';
import { Form, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, Tag } from '@/shared/ui';
import { texts } from '../texts';
import { IdentityFields, identityOf, NO_IDENTITY } from './IdentityFields';
import { partyTexts } from './texts';

/** Finds cases by the number of a party; the number goes in the body and is kept nowhere. */
export function PartySearchDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(partyTexts);
  const words = useTexts(texts);
  const [found, setFound] = useState<PartySearchResult>();
  const form = useForm({
    initial: { identity: { ...NO_IDENTITY, type: 'personal_number' } },
    send: async ({ identity }) => {
      setFound(undefined);
      const asked = identityOf(identity);
      if (asked) setFound((await searchParties({ body: { identity: asked } })).data);
    },
  });
  return (
    <Dialog title={t.searchParty} onClose={onClose}>
      <p>{t.searchWhat}</p>
      <Form form={form} label={t.searchParty}>
        <IdentityFields asking value={form.values.identity} onValue={(identity) => form.set('identity', identity)} />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.search}
          </Button>
        </div>
      </Form>
      <div aria-live="polite">
        {found && <p>{found.items.length === 0 ? t.noneFound : t.found(found.items.length)}</p>}
        <ul className="plain">
          {found?.items.map((hit) => (
            <li key={hit.partyId}>
              <Link to="/cases/$caseId" params={{ caseId: hit.caseId }} onClick={onClose}>
                {hit.number} {hit.subject}
              </Link>
              <br />
              <span className="small muted">
                {words.partyRoles[hit.role]}: {hit.name}. {words.states[hit.state]}
              </span>{' '}
              {hit.protectedIdentity !== 'none' && <Tag mood="warn">{t.protections[hit.protectedIdentity]}</Tag>}
            </li>
          ))}
        </ul>
        {found?.more && <p className="small muted">{t.more}</p>}
      </div>
    </Dialog>
  );
}
