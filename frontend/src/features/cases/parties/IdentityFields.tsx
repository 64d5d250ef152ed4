// SPDX-License-Identifier: EUPL-1.2
import type { NewPartyIdentity, PartyIdentityType } from '@/api';
import { SelectField, TextField } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { partyTexts } from './texts';

/** A coordination number is told from its day, so one choice serves both kinds of numbers of people. */
const TYPES = ['personal_number', 'organisation_number', 'foreign', 'unknown'] as const satisfies readonly PartyIdentityType[];

/** Nothing is said of the identity. */
export const NO_IDENTITY = { type: '', number: '', reason: '' };

/** As it is sent; nothing where nothing is said. */
export function identityOf({ type, number, reason }: typeof NO_IDENTITY): NewPartyIdentity | undefined {
  if (!type) return undefined;
  const bare = type === 'foreign' || type === 'unknown';
  return {
    type: type as PartyIdentityType,
    ...(number.trim() && type !== 'unknown' ? { number: number.trim() } : {}),
    ...(bare && reason.trim() ? { reason: reason.trim() } : {}),
  };
}

type Props = {
  hint?: string | undefined;
  /** Whether one asks for a number: then nothing but a number will do. */
  asking?: boolean;
  value: typeof NO_IDENTITY;
  onValue: (value: typeof NO_IDENTITY) => void;
};

/** What identifies a party: of which kind, the number, or why there is none. */
export function IdentityFields({ hint, asking = false, value, onValue }: Props) {
  const t = useTexts(partyTexts);
  const hints: Record<string, string> = { personal_number: t.personHint, organisation_number: t.organisationHint };
  const types = asking ? TYPES.filter((type) => type !== 'unknown') : TYPES;
  return (
    <>
      <SelectField
        at="/identity/type"
        label={t.identity}
        hint={hint}
        {...(asking ? {} : { empty: t.noIdentity })}
        options={types.map((type) => ({ value: type, text: t.identityTypes[type] }))}
        value={value.type}
        onValue={(type) => onValue({ ...value, type })}
      />
      {value.type && value.type !== 'unknown' && (
        <TextField
          at="/identity/number"
          label={t.number}
          hint={hints[value.type]}
          autoComplete="off"
          maxLength={40}
          value={value.number}
          onValue={(number) => onValue({ ...value, number })}
        />
      )}
      {!asking && (value.type === 'foreign' || value.type === 'unknown') && (
        <TextField
          at="/identity/reason"
          label={t.whyNoNumber}
          maxLength={300}
          value={value.reason}
          onValue={(reason) => onValue({ ...value, reason })}
        />
      )}
    </>
  );
}
