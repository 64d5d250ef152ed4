// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  discardMaturityModelDraft,
  draftMaturityModel,
  getMaturityModelVersion,
  ifMatch,
  type MaturityModelVersionDetail,
  publishMaturityModel,
  withdrawMaturityModel,
} from '@/api';
import { FormDialog, RadioField, TextArea, TextField, useStale } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { stepped } from './document';
import { ModelChanges } from './ModelChanges';
import { type ModelPath, modelsChanged } from './queries';
import { texts } from './texts';

type Props = { detail: MaturityModelVersionDetail; onClose: () => void };

const ID = /^[a-z0-9-]{1,60}$/;
const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;
const SHORTEST_REASON = 3;

/** The address of a version. */
export const pathOf = ({ summary }: MaturityModelVersionDetail): ModelPath => ({ modelId: summary.id, modelVersion: summary.version });

/** Begins a draft: the next version of an own model, or a model of one's own. */
export function DraftDialog({ detail, onClose }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { summary } = detail;
  const isOwn = summary.owner === 'authority';
  return (
    <FormDialog
      title={t.draftTitle(`${pick(summary.title)} ${summary.version}`)}
      initial={{ what: isOwn ? 'next' : 'own', id: '', version: isOwn ? stepped(summary.version, 'minor') : '1.0.0' }}
      check={({ what, id, version }) => [
        ...(what === 'next' || ID.test(id.trim()) ? [] : [{ pointer: '/id', message: t.giveId }]),
        ...(VERSION.test(version.trim()) ? [] : [{ pointer: '/version', message: t.giveVersion }]),
      ]}
      send={async ({ what, id, version }) => {
        const { data } = await draftMaturityModel({
          body: {
            basedOn: { id: summary.id, version: summary.version },
            id: what === 'next' ? summary.id : id.trim(),
            version: version.trim(),
          },
        });
        await modelsChanged(queryClient);
        notify(t.drafted);
        await navigate({ to: '/maturity/models/$modelId/$modelVersion/edit', params: pathOf(data) });
      }}
      submit={t.acts.draft}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.draftWhat}</p>
          {isOwn && (
            <RadioField
              at="/what"
              label={t.draftKind}
              options={[
                { value: 'next', text: t.draftNext },
                { value: 'own', text: t.draftOwn },
              ]}
              value={values.what}
              onValue={(value) => set('what', value)}
            />
          )}
          {values.what === 'own' && (
            <TextField
              at="/id"
              label={t.modelId}
              hint={`${t.modelIdHint} ${t.draftOwnWhat}`}
              maxLength={60}
              value={values.id}
              onValue={(value) => set('id', value)}
            />
          )}
          <TextField
            at="/version"
            label={t.version}
            hint={t.versionHint}
            maxLength={20}
            value={values.version}
            onValue={(value) => set('version', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

const useRevision = (detail: MaturityModelVersionDetail) =>
  useStale({
    read: { version: detail.revision },
    fetchNow: async () => ({ version: (await getMaturityModelVersion({ path: pathOf(detail) })).data.revision }),
    compare: () => [],
  });

/** Publishes a draft, with what differs in sight. */
export function PublishDialog({ detail, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const stale = useRevision(detail);
  const path = pathOf(detail);
  return (
    <FormDialog
      wide
      title={t.publishTitle(path.modelVersion)}
      initial={{}}
      stale={stale}
      send={async () => {
        await stale.on((seen) => publishMaturityModel({ path, headers: ifMatch(seen.version) }));
        await modelsChanged(queryClient);
        notify(t.published(path.modelVersion));
      }}
      submit={t.acts.publish}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{t.publishWhat}</p>
          <ModelChanges path={path} />
        </>
      )}
    </FormDialog>
  );
}

/** Withdraws a published version, for a reason. */
export function WithdrawDialog({ detail, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const path = pathOf(detail);
  return (
    <FormDialog
      title={t.withdrawTitle(path.modelVersion)}
      initial={{ reason: '' }}
      check={({ reason }) => (reason.trim().length >= SHORTEST_REASON ? [] : [{ pointer: '/reason', message: t.giveReason }])}
      send={async ({ reason }) => {
        await withdrawMaturityModel({ path, body: { reason: reason.trim() } });
        await modelsChanged(queryClient);
        notify(t.withdrawn(path.modelVersion));
      }}
      submit={t.acts.withdraw}
      look="danger"
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.withdrawWhat}</p>
          <TextArea
            at="/reason"
            label={t.reason}
            maxLength={1000}
            rows={3}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

/** Throws a draft away. */
export function DiscardDialog({ detail, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const stale = useRevision(detail);
  const path = pathOf(detail);
  return (
    <FormDialog
      title={t.discardTitle(path.modelVersion)}
      initial={{}}
      stale={stale}
      send={async () => {
        await stale.on((seen) => discardMaturityModelDraft({ path, headers: ifMatch(seen.version) }));
        notify(t.discarded);
        await navigate({ to: '/maturity/models' });
        await modelsChanged(queryClient);
      }}
      submit={t.acts.discard}
      look="danger"
      onClose={onClose}
    >
      {() => <p>{t.discardWhat}</p>}
    </FormDialog>
  );
}
