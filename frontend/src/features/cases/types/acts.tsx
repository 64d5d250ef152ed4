// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  type CaseTypeVersionDetail,
  discardCaseTypeDraft,
  draftCaseTypeVersion,
  getCaseTypeVersion,
  ifMatch,
  publishCaseType,
  retireCaseType,
} from '@/api';
import { FormDialog, RadioField, TextArea, TextField, useStale } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { ChangesTable } from './Changes';
import { typesChanged } from './queries';
import { texts } from './texts';

type Props = { detail: CaseTypeVersionDetail; onClose: () => void };

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SHORTEST_NAME = 3;
const SHORTEST_REASON = 10;

/** Begins a draft: the type's next version, or a new type. */
export function DraftDialog({ detail, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return (
    <FormDialog
      title={t.newDraft}
      initial={{ what: 'next', newKey: '', nameSv: '', nameEn: '' }}
      check={({ what, newKey, nameSv, nameEn }) =>
        what === 'next'
          ? []
          : [
              ...(KEY.test(newKey.trim()) && newKey.trim().length >= SHORTEST_NAME ? [] : [{ pointer: '/newKey', message: t.giveKey }]),
              ...(nameSv.trim().length >= SHORTEST_NAME ? [] : [{ pointer: '/nameSv', message: t.giveNames }]),
              ...(nameEn.trim().length >= SHORTEST_NAME ? [] : [{ pointer: '/nameEn', message: t.giveNames }]),
            ]
      }
      send={async ({ what, newKey, nameSv, nameEn }) => {
        const more = what === 'next' ? {} : { newKey: newKey.trim(), nameSv: nameSv.trim(), nameEn: nameEn.trim() };
        const { data } = await draftCaseTypeVersion({
          path: { caseTypeId: detail.id },
          body: { fromVersion: detail.version.version, ...more },
        });
        await typesChanged(queryClient);
        notify(t.drafted);
        await navigate({
          to: '/case-types/$typeId/versions/$version/edit',
          params: { typeId: data.id, version: String(data.version.version) },
          search: {},
        });
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.draftWhat}</p>
          <RadioField
            at="/what"
            label={t.draftKind}
            options={[
              { value: 'next', text: t.draftNext },
              { value: 'new', text: t.draftNew },
            ]}
            value={values.what}
            onValue={(value) => set('what', value)}
          />
          {values.what === 'new' && (
            <>
              <TextField
                at="/newKey"
                label={t.newKey}
                hint={t.newKeyHint}
                maxLength={60}
                value={values.newKey}
                onValue={(value) => set('newKey', value)}
              />
              <TextField at="/nameSv" label={t.nameSv} maxLength={200} value={values.nameSv} onValue={(value) => set('nameSv', value)} />
              <TextField at="/nameEn" label={t.nameEn} maxLength={200} value={values.nameEn} onValue={(value) => set('nameEn', value)} />
            </>
          )}
        </>
      )}
    </FormDialog>
  );
}

/** Publishes a draft, with what differs in sight. */
export function PublishDialog({ detail, onClose }: Props) {
  const t = useTexts(texts);
  const { longDate } = useFormats();
  const queryClient = useQueryClient();
  const { version } = detail.version;
  return (
    <FormDialog
      wide
      title={t.publishTitle(version)}
      initial={{}}
      send={async () => {
        await publishCaseType({ path: { caseTypeId: detail.id, version } });
        await typesChanged(queryClient);
        notify(t.published(version));
      }}
      submit={t.acts.publish}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{t.publishWhat(longDate(detail.version.validFrom))}</p>
          {detail.version.basedOn && <ChangesTable detail={detail} />}
        </>
      )}
    </FormDialog>
  );
}

/** Retires a published version, for a reason. */
export function RetireDialog({ detail, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const { version } = detail.version;
  return (
    <FormDialog
      title={t.retireTitle(version)}
      initial={{ reason: '' }}
      check={({ reason }) => (reason.trim().length >= SHORTEST_REASON ? [] : [{ pointer: '/reason', message: t.giveReason }])}
      send={async ({ reason }) => {
        await retireCaseType({ path: { caseTypeId: detail.id, version }, body: { reason: reason.trim() } });
        await typesChanged(queryClient);
        notify(t.retired(version));
      }}
      submit={t.acts.retire}
      look="danger"
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p>{t.retireWhat}</p>
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
  const path = { caseTypeId: detail.id, version: detail.version.version };
  const read = { version: detail.revision };
  const stale = useStale({
    read,
    fetchNow: async () => ({ version: (await getCaseTypeVersion({ path })).data.revision }),
    compare: () => [],
  });
  return (
    <FormDialog
      title={t.discardTitle(detail.version.version)}
      initial={{}}
      stale={stale}
      send={async () => {
        await stale.on((seen) => discardCaseTypeDraft({ path, headers: ifMatch(seen.version) }));
        notify(t.discarded);
        await navigate({ to: '/case-types' });
        await typesChanged(queryClient);
      }}
      submit={t.acts.discard}
      look="danger"
      onClose={onClose}
    >
      {() => <p>{t.discardWhat}</p>}
    </FormDialog>
  );
}
