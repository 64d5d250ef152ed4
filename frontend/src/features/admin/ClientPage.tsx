// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import {
  type ApiClient,
  approveApiClient,
  approveClientGrant,
  type ClientGrant,
  type ClientKey,
  type NewKeyOfClient,
  revokeApiClient,
  revokeClientGrant,
  revokeClientKey,
  useMay,
} from '@/api';
import { getApiClientOptions, listCaseTypesOptions } from '@/api/queries';
import { FormDialog } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Dialog, Empty, Loading, notify, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { NewGrantDialog, NewKeyDialog } from './ClientDialogs';
import { moodOf } from './ClientsPage';
import { ClientWebhooks } from './ClientWebhooks';
import { clientTexts } from './clientTexts';
import { scopeName } from './clientWords';

const route = getRouteApi('/frame/admin/clients/$clientId');

type Open =
  | { kind: 'revoke' }
  | { kind: 'grant' }
  | { kind: 'key' }
  | { kind: 'revokeGrant'; grant: ClientGrant }
  | { kind: 'endKey'; key: ClientKey };

/** Everything that shows clients is out of date. */
function useClientChanged() {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        key === 'clients' || (typeof key === 'object' && key !== null && '_id' in key && key._id === 'getApiClient'),
    });
}

/** One client: what it may and its keys. */
export function ClientPage() {
  const t = useTexts(clientTexts);
  const may = useMay();
  const { clientId } = route.useParams();
  const query = useQuery(getApiClientOptions({ path: { clientId } }));
  const changed = useClientChanged();
  const [open, setOpen] = useState<Open | null>(null);
  const [made, setMade] = useState<NewKeyOfClient | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const client = query.data;
  const living = client && client.state !== 'revoked';
  const close = () => setOpen(null);
  const act = async (work: () => Promise<unknown>, said: string) => {
    setProblem(null);
    try {
      await work();
      await changed();
      notify(said);
    } catch (thrown) {
      setProblem(thrown);
      setTries((count) => count + 1);
    }
  };
  return (
    <Page
      title={client?.name ?? t.clients}
      purpose={client && `${client.agency}. ${client.purpose}`}
      crumbs={[
        { text: t.home, to: '/' },
        { text: t.clients, to: '/admin/clients' },
      ]}
      actions={
        living && (
          <>
            {may('client:manage') && (
              <Button look="quiet" onClick={() => setOpen({ kind: 'revoke' })}>
                {t.revoke}
              </Button>
            )}
            {client.mayApprove && (
              <Button
                look="primary"
                icon="check"
                onClick={() => void act(() => approveApiClient({ path: { clientId: client.id } }), t.approved)}
              >
                {t.approve}
              </Button>
            )}
          </>
        )
      }
    >
      {query.isPending && <Loading />}
      {query.error && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {problem !== null && <ProblemAlert problem={problem} focusKey={tries} />}
      {client && (
        <>
          {client.state === 'proposed' && (
            <div className="note note--warn">
              <b>{t.waits}</b>
              <p>{t.waitsWhat(client.proposedBy.displayName)}</p>
            </div>
          )}
          <Facts client={client} />
          <Grants
            client={client}
            onApprove={(grant) => void act(() => approveClientGrant({ path: { grantId: grant.id } }), t.grantApproved)}
            onRevoke={(grant) => setOpen({ kind: 'revokeGrant', grant })}
            onPropose={() => setOpen({ kind: 'grant' })}
          />
          <Keys client={client} onEnd={(key) => setOpen({ kind: 'endKey', key })} onAdd={() => setOpen({ kind: 'key' })} />
          <ClientWebhooks clientId={client.id} clientName={client.name} />
        </>
      )}
      {client && open?.kind === 'grant' && <NewGrantDialog client={client} onDone={changed} onClose={close} />}
      {client && open?.kind === 'key' && (
        <NewKeyDialog
          client={client}
          onMade={async (key) => {
            await changed();
            if (key.secret) setMade(key);
            else notify(t.keyAdded);
          }}
          onClose={close}
        />
      )}
      {client && open?.kind === 'revoke' && (
        <Sure
          title={t.revoke}
          what={t.revokeWhat(client.name)}
          said={t.revoked}
          send={() => revokeApiClient({ path: { clientId: client.id } })}
          onClose={close}
        />
      )}
      {open?.kind === 'revokeGrant' && (
        <Sure
          title={t.revokeGrant}
          what={t.revokeGrantWhat(scopeName(t, open.grant.scope))}
          said={t.grantRevoked}
          send={() => revokeClientGrant({ path: { grantId: open.grant.id } })}
          onClose={close}
        />
      )}
      {open?.kind === 'endKey' && (
        <Sure
          title={t.endKey}
          what={t.endKeyWhat(open.key.hint)}
          said={t.keyEnded}
          send={() => revokeClientKey({ path: { keyId: open.key.id } })}
          onClose={close}
        />
      )}
      {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
    </Page>
  );
}

function Facts({ client }: { client: ApiClient }) {
  const t = useTexts(clientTexts);
  const formats = useFormats();
  return (
    <dl className="deflist">
      <dt>{t.state}</dt>
      <dd>
        <Tag mood={moodOf(client.state)}>{t.states[client.state]}</Tag>
      </dd>
      <dt>{t.clientId}</dt>
      <dd>
        <code>{client.id}</code>
      </dd>
      <dt>{t.contact}</dt>
      <dd>{client.contactEmail}</dd>
      <dt>{t.valid}</dt>
      <dd>{client.validTo ? t.until(client.validFrom, client.validTo) : t.since(client.validFrom)}</dd>
      <dt>{t.lastCalled}</dt>
      <dd>{client.lastCalledAt ? formats.moment(client.lastCalledAt) : t.never}</dd>
    </dl>
  );
}

type GrantsProps = {
  client: ApiClient;
  onApprove: (grant: ClientGrant) => void;
  onRevoke: (grant: ClientGrant) => void;
  onPropose: () => void;
};

function Grants({ client, onApprove, onRevoke, onPropose }: GrantsProps) {
  const t = useTexts(clientTexts);
  const pick = usePick();
  const may = useMay();
  const { data: types } = useQuery(listCaseTypesOptions());
  const columns: Column<ClientGrant>[] = [
    { key: 'scope', head: t.scope, rowHead: true, cell: (grant) => scopeName(t, grant.scope) },
    {
      key: 'types',
      head: t.types,
      cell: (grant) => {
        const names = grant.caseTypeKeys.map((key) => {
          const type = types?.items.find((each) => each.key === key);
          return type ? pick(type.name) : key;
        });
        if (grant.scope === 'webhook:manage') return '';
        return `${names.length > 0 ? names.join(', ') : t.allTypes}${grant.scope === 'case:status' ? ` (${t.extentShort[grant.extent]})` : ''}`;
      },
    },
    { key: 'basis', head: t.basis, cell: (grant) => grant.legalBasis },
    { key: 'valid', head: t.valid, cell: (grant) => (grant.validTo ? t.until(grant.validFrom, grant.validTo) : t.since(grant.validFrom)) },
    { key: 'state', head: t.state, cell: (grant) => <Tag mood={moodOf(grant.state)}>{t.states[grant.state]}</Tag> },
    {
      key: 'acts',
      head: t.acts,
      cell: (grant) => (
        <span className="actbar">
          {grant.mayApprove && (
            <Button small onClick={() => onApprove(grant)}>
              {t.approveGrant}
              <span className="vh">{scopeName(t, grant.scope)}</span>
            </Button>
          )}
          {grant.state !== 'revoked' && may('client:manage') && (
            <Button small look="quiet" onClick={() => onRevoke(grant)}>
              {t.revokeGrant}
              <span className="vh">{scopeName(t, grant.scope)}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="client-grants">
      <div className="row row--between">
        <h2 id="client-grants">{t.grants}</h2>
        {client.state !== 'revoked' && may('client:manage') && (
          <Button small icon="plus" onClick={onPropose}>
            {t.propose}
          </Button>
        )}
      </div>
      <Table caption={t.grantsCaption(client.name)} columns={columns} rows={client.grants} rowKey={(grant) => grant.id} dense cards />
    </section>
  );
}

function Keys({ client, onEnd, onAdd }: { client: ApiClient; onEnd: (key: ClientKey) => void; onAdd: () => void }) {
  const t = useTexts(clientTexts);
  const may = useMay();
  const formats = useFormats();
  const columns: Column<ClientKey>[] = [
    { key: 'hint', head: t.hint, rowHead: true, cell: (key) => <code>{key.hint}</code> },
    { key: 'kind', head: t.kind, cell: (key) => t.kinds[key.kind] },
    { key: 'created', head: t.created, cell: (key) => formats.moment(key.createdAt) },
    { key: 'to', head: t.to, cell: (key) => key.validTo ?? t.open },
    { key: 'state', head: t.state, cell: (key) => <Tag mood={key.state === 'active' ? 'ok' : undefined}>{t.keyStates[key.state]}</Tag> },
    {
      key: 'acts',
      head: t.acts,
      cell: (key) =>
        key.state === 'active' &&
        may('client:manage') && (
          <Button small look="quiet" onClick={() => onEnd(key)}>
            {t.endKey}
            <span className="vh">{key.hint}</span>
          </Button>
        ),
    },
  ];
  return (
    <section className="section stack" aria-labelledby="client-keys">
      <div className="row row--between">
        <h2 id="client-keys">{t.keys}</h2>
        {client.state !== 'revoked' && may('client:manage') && (
          <Button small icon="plus" onClick={onAdd}>
            {t.addKey}
          </Button>
        )}
      </div>
      <p className="small muted">{t.keysWhat}</p>
      {client.keys.length === 0 ? (
        <Empty title={t.noKeys}>{t.noKeysWhat}</Empty>
      ) : (
        <Table caption={t.keysCaption(client.name)} columns={columns} rows={client.keys} rowKey={(key) => key.id} dense cards />
      )}
    </section>
  );
}

type SureProps = { title: string; what: string; said: string; send: () => Promise<unknown>; onClose: () => void };

function Sure({ title, what, said, send, onClose }: SureProps) {
  const changed = useClientChanged();
  return (
    <FormDialog
      title={title}
      look="danger"
      initial={{}}
      send={async () => {
        await send();
        await changed();
        notify(said);
      }}
      onClose={onClose}
    >
      {() => <p>{what}</p>}
    </FormDialog>
  );
}

function SecretDialog({ made, onClose }: { made: NewKeyOfClient; onClose: () => void }) {
  const t = useTexts(clientTexts);
  return (
    <Dialog title={t.secretMade} onClose={onClose}>
      <p>{t.secretWhat}</p>
      <dl className="deflist">
        <dt>{t.clientId}</dt>
        <dd>
          <code>{made.clientId}</code>
        </dd>
        <dt>{t.secret}</dt>
        <dd>
          <b className="onetime">{made.secret}</b>
        </dd>
      </dl>
      <div className="form__foot">
        <Button look="primary" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </Dialog>
  );
}
