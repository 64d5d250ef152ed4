// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { CaseRecord } from '@/api';
import { getRecordTextOptions } from '@/api/queries';
import { useTexts } from '@/shared/i18n/texts';
import { Dialog, Loading, ProblemAlert } from '@/shared/ui';
import { texts } from '../texts';
import { Letter } from './Letter';

/** The text of a record drawn up here. */
export function RecordTextDialog({ caseId, record, onClose }: { caseId: string; record: CaseRecord; onClose: () => void }) {
  const t = useTexts(texts);
  const { data, error } = useQuery(getRecordTextOptions({ path: { caseId, recordId: record.id } }));
  return (
    <Dialog wide title={record.title} onClose={onClose}>
      {error && <ProblemAlert problem={error} />}
      {!data && !error && <Loading />}
      {data && (data.mediaType.startsWith('text/html') ? <Letter html={data.text} /> : <p className="prose">{data.text}</p>)}
      {data && (
        <p className="small muted grow">
          {t.hash} (SHA-256): {data.sha256}
        </p>
      )}
    </Dialog>
  );
}
