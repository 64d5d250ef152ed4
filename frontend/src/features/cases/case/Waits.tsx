// SPDX-License-Identifier: EUPL-1.2
import type { CaseEnquiry, CaseFile, CaseRecipient } from '@/api';
import { useFormats, useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Tag } from '@/shared/ui';
import type { OnAct } from '../states';
import { texts } from '../texts';

type Props = { file: CaseFile; onAct: OnAct };

const MOODS = { waiting: 'warn', answered: 'ok', waived: 'info', timed_out: 'alarm' } as const;

/** What the case waits for: who, what and until when; each with what can be done about it. What is over is folded away. */
export function Waits({ file, onAct }: Props) {
  const t = useTexts(texts);
  const all = file.law?.enquiries ?? [];
  const open = all.filter((each) => each.open);
  const over = all.filter((each) => !each.open);
  if (all.length === 0) return null;
  return (
    <section className="waits" aria-labelledby="waits">
      <h2 id="waits">{t.waitsHead}</h2>
      {open.length === 0 && <p className="muted">{t.nothingAwaited}</p>}
      {open.map((each) => (
        <Enquiry key={each.id} file={file} enquiry={each} onAct={onAct} />
      ))}
      {over.length > 0 && (
        <details>
          <summary>{t.earlierEnquiries(over.length)}</summary>
          {over.map((each) => (
            <Enquiry key={each.id} file={file} enquiry={each} onAct={onAct} />
          ))}
        </details>
      )}
    </section>
  );
}

function Enquiry({ file, enquiry, onAct }: Props & { enquiry: CaseEnquiry }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const today = useToday();
  const may = (act: CaseFile['acts'][number]['act']) => enquiry.open && file.acts.some((each) => each.act === act && each.possible);
  const late = enquiry.open && enquiry.dueDate < today;
  const numbers = file.records.filter((record) => enquiry.recordIds.includes(record.id)).map((record) => record.recordNo);
  return (
    <article className="enquiry">
      <div className="row row--between">
        <h3>
          {t.enquiryKinds[enquiry.kind]}
          {enquiry.round > 1 && <span className="muted">, {t.round(enquiry.round)}</span>}
        </h3>
        <Tag mood={late ? 'alarm' : enquiry.open ? 'warn' : 'ok'}>
          {late ? t.overdueBy(dayMonth(enquiry.dueDate)) : t.dueBy(dayMonth(enquiry.dueDate))}
        </Tag>
      </div>
      {enquiry.asked && <p className="prose">{enquiry.asked}</p>}
      {enquiry.consequence && <p className="small muted">{enquiry.consequence}</p>}
      {numbers.length > 0 && <p className="small muted">{t.shownRecords(numbers.join(', '))}</p>}
      {enquiry.exclusions.map((each) => (
        <p className="small muted" key={each.recordId}>
          {t.withheld(`${file.records.find((record) => record.id === each.recordId)?.recordNo ?? ''}. ${each.reason}`)}
        </p>
      ))}
      {enquiry.draftedBy && <p className="small muted">{t.draftedBy(enquiry.sentBy.displayName, enquiry.draftedBy.displayName)}</p>}
      <ul className="plain recipients">
        {enquiry.recipients.map((each) => (
          <Recipient
            key={each.id}
            recipient={each}
            records={
              each.recordIds && file.records.filter((record) => each.recordIds?.includes(record.id)).map((record) => record.recordNo)
            }
            onSettle={may('settle_recipient') && each.state === 'waiting' ? () => onAct('settle_recipient', each.id) : undefined}
          />
        ))}
      </ul>
      {may('remind') && (
        <p className="noprint">
          <button type="button" className="linkbtn small" onClick={() => onAct('remind', enquiry.id)}>
            {t.acts.remind}
          </button>
        </p>
      )}
    </article>
  );
}

type RecipientProps = { recipient: CaseRecipient; records: number[] | undefined; onSettle: (() => void) | undefined };

function Recipient({ recipient, records, onSettle }: RecipientProps) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const more = [
    records && (records.length > 0 ? t.gotRecords(records.join(', ')) : t.gotNoRecords),
    recipient.settledOn && t.settledOn(dayMonth(recipient.settledOn)),
    recipient.reason,
    recipient.state === 'waiting' && recipient.remindedOn && t.remindedOn(recipient.reminders, dayMonth(recipient.remindedOn)),
  ]
    .filter(Boolean)
    .join('. ');
  return (
    <li>
      <span className="grow">
        <b>{recipient.name}</b>
        {more && <span className="small muted"> {more}</span>}
      </span>
      <Tag mood={MOODS[recipient.state]}>{t.recipientStates[recipient.state]}</Tag>
      {onSettle && (
        <Button onClick={onSettle} small className="noprint" aria-label={t.registerAnswerOf(recipient.name)}>
          {t.acts.settle_recipient}
        </Button>
      )}
    </li>
  );
}
