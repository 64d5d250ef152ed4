// SPDX-License-Identifier: EUPL-1.2
import { adoptEnquiryDraft, discardEnquiryDraft } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { texts as common } from '../../texts';
import { DraftBody } from '../Drafts';
import { ActDialog, type ActProps } from './ActDialog';
import { texts } from './lawTexts';

const draftOf = (file: ActProps['file'], of: string | undefined) => {
  const all = file.law?.drafts ?? [];
  return all.find((each) => each.id === of) ?? all[0];
};

/** Sends what a consultant has drafted, as one's own. */
export function AdoptEnquiryDialog({ file, of, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const draft = draftOf(file, of);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.adopt_enquiry_draft}
      wide
      initial={{}}
      act={(_, headers) => adoptEnquiryDraft({ path: { caseId: file.id, draftId: draft?.id ?? '' }, headers })}
      done={() => t.draftSent}
    >
      {() => (
        <>
          <p className="note">{t.adoptEnquiryWhat}</p>
          {draft && <DraftBody file={file} draft={draft} />}
        </>
      )}
    </ActDialog>
  );
}

/** Puts a draft aside. */
export function DiscardEnquiryDialog({ file, of, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const draft = draftOf(file, of);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.discard_enquiry_draft}
      wide
      initial={{}}
      act={(_, headers) => discardEnquiryDraft({ path: { caseId: file.id, draftId: draft?.id ?? '' }, headers })}
      done={() => t.draftDiscarded}
    >
      {() => (
        <>
          <p>{t.discardWhat}</p>
          {draft && <DraftBody file={file} draft={draft} />}
        </>
      )}
    </ActDialog>
  );
}
