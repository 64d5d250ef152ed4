// SPDX-License-Identifier: EUPL-1.2
import type { CaseEnquiryDraft, CaseFile } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Tag } from '@/shared/ui';
import type { OnAct } from '../states';
import { texts } from '../texts';

type Props = { file: CaseFile; onAct: OnAct };

/** What a consultant has written to be asked: nothing has gone out until somebody of the unit sends it. */
export function Drafts({ file, onAct }: Props) {
  const t = useTexts(texts);
  const all = file.law?.drafts ?? [];
  const may = (act: CaseFile['acts'][number]['act']) => file.acts.some((each) => each.act === act && each.possible);
  if (all.length === 0) return null;
  return (
    <section className="waits" aria-labelledby="drafts">
      <h2 id="drafts">{t.draftsHead}</h2>
      <p className="muted">{t.draftsWhat}</p>
      {all.map((draft) => (
        <article className="enquiry" key={draft.id}>
          <div className="row row--between">
            <h3>{t.enquiryKinds[draft.kind]}</h3>
            <Tag mood="info">{t.draft}</Tag>
          </div>
          <DraftBody file={file} draft={draft} />
          <div className="row noprint">
            {may('adopt_enquiry_draft') && (
              <Button small onClick={() => onAct('adopt_enquiry_draft', draft.id)} aria-label={t.adoptDraftOf(t.enquiryKinds[draft.kind])}>
                {t.acts.adopt_enquiry_draft}
              </Button>
            )}
            {may('discard_enquiry_draft') && (
              <Button
                small
                onClick={() => onAct('discard_enquiry_draft', draft.id)}
                aria-label={t.discardDraftOf(t.enquiryKinds[draft.kind])}
              >
                {t.acts.discard_enquiry_draft}
              </Button>
            )}
          </div>
        </article>
      ))}
    </section>
  );
}

/** What a draft says, to whom, until when, and who wrote it. */
export function DraftBody({ file, draft }: { file: CaseFile; draft: CaseEnquiryDraft }) {
  const t = useTexts(texts);
  const { date, dayMonth } = useFormats();
  const numbers = (ids: string[]) =>
    file.records
      .filter((record) => ids.includes(record.id))
      .map((record) => record.recordNo)
      .join(', ');
  return (
    <>
      {draft.asked && <p className="prose">{draft.asked}</p>}
      {draft.consequence && <p className="small muted">{draft.consequence}</p>}
      {draft.recordIds.length > 0 && <p className="small muted">{t.shownRecords(numbers(draft.recordIds))}</p>}
      {draft.exclusions.map((each) => (
        <p className="small muted" key={each.recordId}>
          {t.withheld(`${numbers([each.recordId])}. ${each.reason}`)}
        </p>
      ))}
      {draft.recipients.length > 0 && (
        <ul className="plain recipients">
          {draft.recipients.map((each) => (
            <li key={each.name}>
              <span className="grow">
                <b>{each.name}</b>
                {each.recordIds && (
                  <span className="small muted"> {each.recordIds.length > 0 ? t.gotRecords(numbers(each.recordIds)) : t.gotNoRecords}</span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className="small muted">
        {t.dueLast(dayMonth(draft.dueDate))} {t.writtenBy(draft.writtenBy.displayName, date(draft.writtenAt))}
      </p>
    </>
  );
}
