// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ApiClient, type ClientExtent, createApiClient, listApiClients, useMay } from '@/api';
import { CheckGroup, FormDialog, TextField } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats, useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, type Column, Empty, Loading, LoadMore, notify, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { TroubledWebhooks } from './ClientWebhooks';
import { clientTexts } from './clientTexts';
import { SCOPES, scopeName } from './clientWords';
import { faultsOfTerms, GrantTerms, periodOf, termsFrom } from './GrantTerms';

const LIMIT = 50;

/** Other agencies' systems: who they are and what they may. */
export function ClientsPage() {
  const t = useTexts(clientTexts);
  const may = useMay();
  const [adding, setAdding] = useState(false);
  const pages = usePages(['clients'], async (cursor, signal) => (await listApiClients({ query: { cursor, limit: LIMIT }, signal })).data);
  return (
    <Page
      title={t.clients}
      purpose={t.purposeOfPage}
      crumbs={[{ text: t.home, to: '/' }]}
      actions={
        <>
          <Link to="/admin/users" search={{}} className={buttonClass()}>
            {t.users}
          </Link>
          {may('client:manage') && (
            <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
              {t.add}
            </Button>
          )}
        </>
      }
    >
      <TroubledWebhooks />
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <Empty title={t.none}>{t.noneWhat}</Empty>}
      {pages.items.length > 0 && (
        <>
          <ClientTable clients={pages.items} />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
        </>
      )}
      {adding && <NewClientDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function ClientTable({ clients }: { clients: readonly ApiClient[] }) {
  const t = useTexts(clientTexts);
  const formats = useFormats();
  const columns: Column<ApiClient>[] = [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: (client) => (
        <Link to="/admin/clients/$clientId" params={{ clientId: client.id }}>
          {client.name}
        </Link>
      ),
    },
    { key: 'agency', head: t.agency, cell: (client) => client.agency },
    {
      key: 'scopes',
      head: t.scopes,
      cell: (client) => {
        const held = [...new Set(client.grants.filter(({ state }) => state === 'active').map(({ scope }) => scope))];
        return held.map((scope) => (
          <span key={scope} className="roleline">
            {scopeName(t, scope)}
          </span>
        ));
      },
    },
    { key: 'called', head: t.lastCalled, cell: (client) => (client.lastCalledAt ? formats.moment(client.lastCalledAt) : t.unused) },
    {
      key: 'state',
      head: t.state,
      cell: (client) => <Tag mood={moodOf(client.state)}>{t.states[client.state]}</Tag>,
    },
  ];
  return <Table caption={t.caption} columns={columns} rows={clients} rowKey={(client) => client.id} dense cards />;
}

/** How a state looks. */
export const moodOf = (state: ApiClient['state']) => (state === 'active' ? 'ok' : state === 'proposed' ? 'info' : undefined);

function NewClientDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(clientTexts);
  const today = useToday();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.add}
      wide
      initial={{
        name: '',
        agency: '',
        purpose: '',
        contactEmail: '',
        scopes: ['case:submit', 'case:status'] as readonly string[],
        ...termsFrom(today),
      }}
      check={({ name, agency, purpose, contactEmail, scopes, ...terms }) => [
        ...(name.trim().length >= 3 ? [] : [{ pointer: '/name', message: t.giveName }]),
        ...(agency.trim().length >= 2 ? [] : [{ pointer: '/agency', message: t.giveAgency }]),
        ...(purpose.trim().length >= 3 ? [] : [{ pointer: '/purpose', message: t.givePurpose }]),
        ...(/^\S+@\S+$/.test(contactEmail.trim()) ? [] : [{ pointer: '/contactEmail', message: t.giveContact }]),
        ...(scopes.length > 0 ? [] : [{ pointer: '/grants', message: t.giveScopes }]),
        ...faultsOfTerms(terms, t),
      ]}
      send={async (values) => {
        const period = periodOf(values);
        const { data } = await createApiClient({
          body: {
            name: values.name.trim(),
            agency: values.agency.trim(),
            purpose: values.purpose.trim(),
            contactEmail: values.contactEmail.trim(),
            ...period,
            grants: values.scopes.map((scope) => ({
              scope,
              extent: 'own' as ClientExtent,
              caseTypeKeys: [...values.caseTypeKeys],
              legalBasis: values.legalBasis.trim(),
              ...period,
            })),
          },
        });
        await queryClient.invalidateQueries({ queryKey: ['clients'] });
        notify(t.made);
        void navigate({ to: '/admin/clients/$clientId', params: { clientId: data.id } });
      }}
      onClose={onClose}
    >
      {({ values, set, setAll }) => (
        <>
          <TextField
            at="/name"
            label={t.name}
            hint={t.nameHint}
            maxLength={200}
            value={values.name}
            onValue={(value) => set('name', value)}
          />
          <TextField at="/agency" label={t.agency} maxLength={200} value={values.agency} onValue={(value) => set('agency', value)} />
          <TextField at="/purpose" label={t.purpose} maxLength={500} value={values.purpose} onValue={(value) => set('purpose', value)} />
          <TextField
            at="/contactEmail"
            label={t.contact}
            hint={t.contactHint}
            type="email"
            maxLength={200}
            value={values.contactEmail}
            onValue={(value) => set('contactEmail', value)}
          />
          <CheckGroup
            at="/grants"
            label={t.scopes}
            options={SCOPES.map((scope) => ({ value: scope, text: scopeName(t, scope) }))}
            chosen={values.scopes}
            onChosen={(chosen) => set('scopes', chosen)}
          />
          <GrantTerms terms={values} onTerms={(terms) => setAll({ ...values, ...terms })} />
        </>
      )}
    </FormDialog>
  );
}
