// SPDX-License-Identifier: EUPL-1.2
import { type ApiClient, addClientKey, type ClientExtent, type ClientKeyKind, type NewKeyOfClient, proposeClientGrant } from '@/api';
import { DateField, FormDialog, isDay, RadioField, SelectField, TextArea } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { clientTexts } from './clientTexts';
import { SCOPES, scopeName } from './clientWords';
import { faultsOfTerms, GrantTerms, periodOf, termsFrom } from './GrantTerms';

/** Proposes one more thing that the client may. */
export function NewGrantDialog({ client, onDone, onClose }: { client: ApiClient; onDone: () => Promise<unknown>; onClose: () => void }) {
  const t = useTexts(clientTexts);
  const today = useToday();
  return (
    <FormDialog
      title={t.propose}
      initial={{
        scope: 'case:status' as string,
        extent: 'own' as string,
        ...termsFrom(today),
      }}
      check={({ extent, ...terms }) => [
        ...(extent === 'own' || terms.caseTypeKeys.length > 0 ? [] : [{ pointer: '/caseTypeKeys', message: t.giveTypes }]),
        ...faultsOfTerms(terms, t),
      ]}
      send={async (values) => {
        await proposeClientGrant({
          path: { clientId: client.id },
          body: {
            scope: values.scope,
            extent: values.extent as ClientExtent,
            caseTypeKeys: [...values.caseTypeKeys],
            legalBasis: values.legalBasis.trim(),
            ...periodOf(values),
          },
        });
        await onDone();
        notify(t.proposed);
      }}
      onClose={onClose}
    >
      {({ values, set, setAll }) => (
        <>
          <SelectField
            at="/scope"
            label={t.scope}
            options={SCOPES.map((scope) => ({ value: scope, text: scopeName(t, scope) }))}
            value={values.scope}
            onValue={(value) => set('scope', value)}
          />
          <RadioField
            at="/extent"
            label={t.extent}
            options={[
              { value: 'own', text: t.extents.own },
              { value: 'case_types', text: t.extents.case_types },
            ]}
            value={values.extent}
            onValue={(value) => set('extent', value)}
          />
          <GrantTerms terms={values} onTerms={(terms) => setAll({ ...values, ...terms })} />
        </>
      )}
    </FormDialog>
  );
}

type KeyProps = { client: ApiClient; onMade: (key: NewKeyOfClient) => Promise<unknown>; onClose: () => void };

/** Makes a secret, or registers a public key. */
export function NewKeyDialog({ client, onMade, onClose }: KeyProps) {
  const t = useTexts(clientTexts);
  return (
    <FormDialog
      title={t.addKey}
      initial={{ kind: 'public_key' as string, publicKey: '', validTo: '' }}
      check={({ kind, publicKey, validTo }) => [
        ...(kind === 'secret' || publicKey.trim() ? [] : [{ pointer: '/publicKey', message: t.givePublicKey }]),
        ...(validTo === '' || isDay(validTo) ? [] : [{ pointer: '/validTo', message: t.giveDay }]),
      ]}
      send={async ({ kind, publicKey, validTo }) => {
        const { data } = await addClientKey({
          path: { clientId: client.id },
          body: {
            kind: kind as ClientKeyKind,
            publicKey: kind === 'public_key' ? publicKey.trim() : undefined,
            validTo: validTo || undefined,
          },
        });
        await onMade(data);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <RadioField
            at="/kind"
            label={t.kind}
            options={[
              { value: 'public_key', text: t.kindHints.public_key },
              { value: 'secret', text: t.kindHints.secret },
            ]}
            value={values.kind}
            onValue={(value) => set('kind', value)}
          />
          {values.kind === 'public_key' && (
            <TextArea
              at="/publicKey"
              label={t.publicKey}
              hint={t.publicKeyHint}
              rows={6}
              maxLength={4000}
              spellCheck={false}
              value={values.publicKey}
              onValue={(value) => set('publicKey', value)}
            />
          )}
          <DateField
            at="/validTo"
            label={t.to}
            hint={t.toHint}
            optional
            value={values.validTo}
            onValue={(value) => set('validTo', value)}
          />
        </>
      )}
    </FormDialog>
  );
}
