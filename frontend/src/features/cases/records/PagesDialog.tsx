// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { RecordFile } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, Loading, ProblemAlert } from '@/shared/ui';
import { usePageImage, usePages } from './pages';
import { recordTexts } from './texts';

type Props = { caseId: string; recordId: string; of: RecordFile; onClose: () => void };

/** Reads a file page by page, drawn by the service: nothing is taken out. */
export function PagesDialog({ caseId, recordId, of, onClose }: Props) {
  const t = useTexts(recordTexts);
  const [page, setPage] = useState(1);
  const pages = usePages({ caseId, recordId, fileId: of.id });
  const count = pages.data?.length ?? 0;
  return (
    <Dialog wide title={of.fileName} onClose={onClose}>
      {pages.isPending && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} />}
      {count > 0 && (
        <>
          <PageSteps page={page} count={count} onPage={setPage} />
          <Page address={`/api/v1/cases/${caseId}/records/${recordId}/files/${of.id}/pages/${page}/image`} label={t.pageOf(page, count)} />
        </>
      )}
    </Dialog>
  );
}

/** Which page is shown, and the ways to the others. */
export function PageSteps({ page, count, onPage }: { page: number; count: number; onPage: (page: number) => void }) {
  const t = useTexts(recordTexts);
  return (
    <div className="row">
      {count > 1 && (
        <Button small onClick={() => onPage(Math.max(1, page - 1))}>
          {t.previous}
        </Button>
      )}
      <span className="num" aria-live="polite">
        {t.pageOf(page, count)}
      </span>
      {count > 1 && (
        <Button small onClick={() => onPage(Math.min(count, page + 1))}>
          {t.next}
        </Button>
      )}
    </div>
  );
}

function Page({ address, label }: { address: string; label: string }) {
  const { image, source } = usePageImage(address);
  return (
    <>
      {image.error && <ProblemAlert problem={image.error} />}
      {image.isPending && <Loading />}
      {source && <img className="readpage" src={source} alt={label} draggable={false} />}
    </>
  );
}
