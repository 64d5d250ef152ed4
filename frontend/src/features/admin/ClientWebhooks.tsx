// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ClientWebhook } from '@/api';
import { listClientWebhooksOptions } from '@/api/queries';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, ProblemAlert, Table, Tag } from '@/shared/ui';
import { clientTexts } from './clientTexts';

const isTroubled = (webhook: ClientWebhook) => webhook.state === 'disabled' || webhook.givenUp > 0;

/** What the administrator should tell the contacts of clients: messages that were given up, webhooks that were disabled. */
export function TroubledWebhooks() {
  const t = useTexts(clientTexts);
  const { data } = useQuery(listClientWebhooksOptions());
  const troubled = (data?.items ?? []).filter(isTroubled);
  if (troubled.length === 0) return null;
  return (
    <div className="note note--warn" role="status">
      <b>{t.troubled}</b>
      <ul>
        {troubled.map((webhook) => (
          <li key={webhook.id}>
            <Link to="/admin/clients/$clientId" params={{ clientId: webhook.clientId }}>
              {webhook.clientName}
            </Link>
            {`: ${webhook.state === 'disabled' ? t.wasDisabled : t.wasGivenUp(webhook.givenUp)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The addresses a client is told of news at, and how that goes. */
export function ClientWebhooks({ clientId, clientName }: { clientId: string; clientName: string }) {
  const t = useTexts(clientTexts);
  const formats = useFormats();
  const query = useQuery(listClientWebhooksOptions({ query: { clientId } }));
  const webhooks = query.data?.items ?? [];
  const columns: Column<ClientWebhook>[] = [
    { key: 'url', head: t.address, rowHead: true, cell: (webhook) => <code>{webhook.url}</code> },
    { key: 'types', head: t.toldOf, cell: (webhook) => webhook.eventTypes.map((type) => t.eventTypes[type] ?? type).join(', ') },
    {
      key: 'delivered',
      head: t.lastDelivered,
      cell: (webhook) => (webhook.lastDeliveredAt ? formats.moment(webhook.lastDeliveredAt) : t.unused),
    },
    {
      key: 'failed',
      head: t.lastFailed,
      cell: (webhook) => (webhook.lastFailedAt ? `${formats.moment(webhook.lastFailedAt)} (${webhook.lastFailure ?? ''})` : t.unused),
    },
    { key: 'waiting', head: t.waiting, cell: (webhook) => webhook.waiting },
    {
      key: 'state',
      head: t.state,
      cell: (webhook) => (
        <Tag mood={isTroubled(webhook) ? 'warn' : 'ok'}>
          {webhook.state === 'disabled' ? t.disabled : webhook.givenUp > 0 ? t.givenUp(webhook.givenUp) : t.works}
        </Tag>
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="client-webhooks">
      <h2 id="client-webhooks">{t.webhooks}</h2>
      {query.error && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {query.data && webhooks.length === 0 && <p className="small muted">{t.noWebhooks}</p>}
      {webhooks.length > 0 && (
        <Table caption={t.webhooksCaption(clientName)} columns={columns} rows={webhooks} rowKey={(webhook) => webhook.id} dense cards />
      )}
    </section>
  );
}
