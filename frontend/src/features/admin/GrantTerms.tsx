// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { listCaseTypesOptions } from '@/api/queries';
import { CheckGroup, DateField, type Fault, isDay, TextField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { clientTexts } from './clientTexts';

/** On what terms a client may do something: with which case types, on what ground, and when. */
export type Terms = { caseTypeKeys: readonly string[]; legalBasis: string; validFrom: string; validTo: string };

export const termsFrom = (today: string): Terms => ({ caseTypeKeys: [], legalBasis: '', validFrom: today, validTo: '' });

const SHORTEST_BASIS = 3;

/** What is lacking or wrong in them. */
export const faultsOfTerms = ({ legalBasis, validFrom, validTo }: Terms, t: { giveBasis: string; giveDay: string }): Fault[] => [
  ...(legalBasis.trim().length >= SHORTEST_BASIS ? [] : [{ pointer: '/legalBasis', message: t.giveBasis }]),
  ...(isDay(validFrom) ? [] : [{ pointer: '/validFrom', message: t.giveDay }]),
  ...(validTo === '' || isDay(validTo) ? [] : [{ pointer: '/validTo', message: t.giveDay }]),
];

/** Their days as they are sent. */
export const periodOf = ({ validFrom, validTo }: Terms) => ({ validFrom, validTo: validTo || undefined });

type Props = { terms: Terms; onTerms: (terms: Terms) => void };

export function GrantTerms({ terms, onTerms }: Props) {
  const t = useTexts(clientTexts);
  const pick = usePick();
  const { data: types } = useQuery(listCaseTypesOptions());
  return (
    <>
      <CheckGroup
        at="/caseTypeKeys"
        label={t.types}
        hint={t.typesHint}
        options={(types?.items ?? []).map((type) => ({ value: type.key, text: pick(type.name) }))}
        chosen={terms.caseTypeKeys}
        onChosen={(chosen) => onTerms({ ...terms, caseTypeKeys: chosen })}
      />
      <TextField
        at="/legalBasis"
        label={t.basis}
        hint={t.basisHint}
        maxLength={500}
        value={terms.legalBasis}
        onValue={(value) => onTerms({ ...terms, legalBasis: value })}
      />
      <DateField at="/validFrom" label={t.from} value={terms.validFrom} onValue={(value) => onTerms({ ...terms, validFrom: value })} />
      <DateField
        at="/validTo"
        label={t.to}
        hint={t.toHint}
        optional
        value={terms.validTo}
        onValue={(value) => onTerms({ ...terms, validTo: value })}
      />
    </>
  );
}
