// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { ifMatch, type Report, signReport } from '@/api';
import { SignDialog } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { reportQuery } from '../ReportPage';
import { texts } from '../texts';

/** Signs a report. */
export function SignReport({ report, onClose }: { report: Report; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const { queryKey } = reportQuery(report.id);
  return (
    <SignDialog
      words={t}
      sign={async () => {
        const { data } = await signReport({
          path: { reportId: report.id },
          body: { contentHash: report.contentHash },
          headers: ifMatch(report.version),
        });
        queryClient.setQueryData(queryKey, data);
      }}
      onSigned={async () => {
        await queryClient.invalidateQueries({ queryKey: ['reports'] });
        notify(t.signedNow);
      }}
      readAgain={() => queryClient.invalidateQueries({ queryKey })}
      onClose={onClose}
    />
  );
}
