// SPDX-License-Identifier: EUPL-1.2
import type { CasePartyKind, CasePartyRole, NewCaseParty } from '@/api';
import { CheckField, SelectField, TextField } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { canBeProtected, PARTY_KINDS, PARTY_ROLES } from '../parties/kinds';
import { partyTexts } from '../parties/texts';
import { texts as common } from '../texts';
import { texts } from './texts';

const MOST = 50;

/** The parties; the first is the sender. A party without name is left out. */
export function PartyFields({ parties, onParties }: { parties: readonly NewCaseParty[]; onParties: (parties: NewCaseParty[]) => void }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const partyWords = useTexts(partyTexts);
  const change = (at: number, part: Partial<NewCaseParty>) =>
    onParties(parties.map((party, index) => (index === at ? { ...party, ...part } : party)));
  return (
    <>
      {parties.map((party, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a party has no name of its own while it is typed
        <fieldset key={at} className="field partybox">
          <legend className="vh">{t.party(at + 1)}</legend>
          <div className="party">
            <TextField
              at={`/parties/${at}/name`}
              label={t.partyName}
              hint={at === 0 ? t.partyNameHint : undefined}
              maxLength={200}
              value={party.name}
              onValue={(name) => change(at, { name })}
            />
            <SelectField
              at={`/parties/${at}/kind`}
              label={t.partyKind}
              options={PARTY_KINDS.map((kind) => ({ value: kind, text: words.partyKinds[kind] }))}
              value={party.kind}
              onValue={(kind) => {
                const { protectedIdentity, ...open } = party;
                const kept = protectedIdentity && canBeProtected(kind) ? { protectedIdentity } : {};
                onParties(parties.map((each, index) => (index === at ? { ...open, ...kept, kind: kind as CasePartyKind } : each)));
              }}
            />
            <SelectField
              at={`/parties/${at}/role`}
              label={t.partyRole}
              options={PARTY_ROLES.map((role) => ({ value: role, text: words.partyRoles[role] }))}
              value={party.role}
              onValue={(role) => change(at, { role: role as CasePartyRole })}
            />
          </div>
          {canBeProtected(party.kind) && (
            <CheckField
              at={`/parties/${at}/protectedIdentity`}
              label={partyWords.protection}
              hint={party.protectedIdentity ? partyWords.protectionHint : undefined}
              checked={party.protectedIdentity !== undefined}
              onChecked={(checked) => {
                const { protectedIdentity: _, ...open } = party;
                onParties(
                  parties.map((each, index) => (index === at ? (checked ? { ...open, protectedIdentity: 'marked' } : open) : each)),
                );
              }}
            />
          )}
          {at > 0 && (
            <Button look="quiet" small onClick={() => onParties(parties.filter((_, index) => index !== at))}>
              {t.removeParty}
              <span className="vh"> {t.party(at + 1)}</span>
            </Button>
          )}
        </fieldset>
      ))}
      {parties.length < MOST && (
        <p>
          <Button small icon="plus" onClick={() => onParties([...parties, { kind: 'person', role: 'representative', name: '' }])}>
            {t.addParty}
          </Button>
        </p>
      )}
    </>
  );
}
