// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { changeTargetPictureVersion, ifMatch, type TargetPictureVersion } from '@/api';
import { FormDialog, TextArea, useStale } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { versionQuery } from './queries';
import { pictureTexts } from './texts';

const SHORTEST = 10;

/** Says why the picture is changed, in a draft. */
export function ReasonDialog({ version, onClose }: { version: TargetPictureVersion; onClose: () => void }) {
  const t = useTexts(pictureTexts);
  const queryClient = useQueryClient();
  const query = versionQuery(version.id);
  const stale = useStale({
    read: version,
    fetchNow: () => queryClient.fetchQuery({ ...query, staleTime: 0 }),
    compare: (before, now) =>
      before.reason === now.reason ? [] : [{ label: t.reason, before: before.reason ?? '', now: now.reason ?? '' }],
  });
  return (
    <FormDialog
      title={t.changeReason}
      wide
      initial={{ reason: version.reason ?? '' }}
      check={({ reason }) => (reason.trim().length < SHORTEST ? [{ pointer: '/reason', message: t.giveReason }] : [])}
      send={({ reason }) =>
        stale.on(async (seen) => {
          const { data } = await changeTargetPictureVersion({
            path: { versionId: version.id },
            headers: ifMatch(seen.version),
            body: { reason: reason.trim() },
          });
          queryClient.setQueryData(query.queryKey, data);
          await queryClient.invalidateQueries({ queryKey: ['improvement', 'picture-versions'] });
          notify(t.saved);
        })
      }
      stale={stale}
      onClose={onClose}
    >
      {(form) => (
        <TextArea
          at="/reason"
          label={t.reason}
          hint={t.reasonHint}
          rows={4}
          maxLength={2000}
          value={form.values.reason}
          onValue={(value) => form.set('reason', value)}
        />
      )}
    </FormDialog>
  );
}
