// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { ifMatch, signTargetPictureVersion, type TargetPictureVersion } from '@/api';
import { SignDialog } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { versionQuery, versionsQuery } from './queries';
import { pictureTexts } from './texts';

/** Signs a version of the target picture. */
export function SignVersion({ version, onClose }: { version: TargetPictureVersion; onClose: () => void }) {
  const t = useTexts(pictureTexts);
  const queryClient = useQueryClient();
  return (
    <SignDialog
      words={t}
      sign={async () => {
        const { data } = await signTargetPictureVersion({
          path: { versionId: version.id },
          body: { contentHash: version.contentHash },
          headers: ifMatch(version.version),
        });
        queryClient.setQueryData(versionQuery(version.id).queryKey, data);
      }}
      onSigned={async () => {
        await queryClient.invalidateQueries({ queryKey: versionsQuery.queryKey });
        notify(t.signedNow);
      }}
      readAgain={() => queryClient.invalidateQueries({ queryKey: ['improvement'] })}
      onClose={onClose}
    />
  );
}
