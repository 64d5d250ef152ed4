// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { CaseProjection, ProjectedDecision } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { texts } from '../texts';
import { projectionTexts } from './texts';

type Props = { seen: CaseProjection };

/** What a reader sees below the head; the public has nothing there. */
export function SeenLists({ seen }: Props) {
  const t = useTexts(projectionTexts);
  if (seen.audience === 'public') return null;
  return (
    <>
      <Part id="seen-parties" title={t.parts.party} empty={seen.parties.length === 0}>
        <Parties seen={seen} />
      </Part>
      <Part id="seen-decisions" title={t.parts.decision} empty={seen.decisions.length === 0}>
        {seen.decisions.map((decision) => (
          <Decision key={`${decision.decidedOn}${decision.text}`} decision={decision} />
        ))}
      </Part>
      <Part id="seen-records" title={t.parts.record} empty={seen.records.length === 0}>
        <Records seen={seen} />
      </Part>
      {seen.communications.length > 0 && (
        <Part id="seen-communications" title={t.parts.communication} empty={false}>
          <Communications seen={seen} />
        </Part>
      )}
      {seen.deadlines.length > 0 && (
        <Part id="seen-deadlines" title={t.parts.deadline} empty={false}>
          <ul className="plain">
            {seen.deadlines.map((deadline) => (
              <li key={`${deadline.dueDate}${deadline.name.sv}`}>
                <LocalizedText text={deadline.name} />, {deadline.dueDate}{' '}
                <span className="small muted">{t.deadlineStates[deadline.state]}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Part({ id, title, empty, children }: { id: string; title: string; empty: boolean; children: ReactNode }) {
  const t = useTexts(projectionTexts);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {empty ? <p className="muted">{t.empty}</p> : children}
    </section>
  );
}

function Parties({ seen }: Props) {
  const t = useTexts(projectionTexts);
  const words = useTexts(texts);
  return (
    <ul className="plain">
      {seen.parties.map((party) => (
        <li key={`${party.name}${party.role}`} className="partyrow">
          <b>{party.name}</b> {party.reader && <Tag mood="info">{t.reader}</Tag>}
          <p className="small muted">
            {words.partyRoles[party.role]}, {words.partyKinds[party.kind].toLowerCase()}
          </p>
          {party.contacts.map((contact) => (
            <p key={contact.value} className="small lines">
              {contact.value}
            </p>
          ))}
          {party.representatives.map((each) => (
            <p key={each.name} className="small">
              {words.partyRoles.representative}: {each.name}. {each.scope}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function Records({ seen }: Props) {
  return (
    <ul className="plain">
      {seen.records.map((record) => (
        <li key={record.recordNo}>
          <span className="num">{record.recordNo}.</span> {record.title}
          <br />
          <span className="small muted">{[record.date, record.correspondent].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}

function Communications({ seen }: Props) {
  const t = useTexts(projectionTexts);
  return (
    <ul className="plain">
      {seen.communications.map((each) => (
        <li key={`${each.kind}${each.sentOn}${each.asked}`}>
          <b>{t.kinds[each.kind]}</b> <span className="small muted">{each.sentOn}</span>
          <p className="prose">{each.asked}</p>
          <p className="small muted">
            {[t.to(each.recipients.join(', ')), t.lastDay(each.dueDate)].join(', ')}
            {each.recordNumbers.length > 0 && `. ${t.withRecords(each.recordNumbers.join(', '))}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function Decision({ decision }: { decision: ProjectedDecision }) {
  const t = useTexts(projectionTexts);
  const { date } = useFormats();
  return (
    <article>
      <p>
        <b>
          <LocalizedText text={decision.name} />
        </b>
        : <LocalizedText text={decision.outcomeName} />{' '}
        <span className="small muted">
          {decision.decidedBy ? t.decidedBy(decision.decidedBy, date(decision.decidedOn)) : date(decision.decidedOn)}
        </span>
      </p>
      <p className="prose">{decision.text}</p>
      {decision.reasons && (
        <p className="prose">
          <b>{t.reasons}:</b> {decision.reasons}
        </p>
      )}
      {decision.appliedProvisions.length > 0 && (
        <p className="small muted">
          {t.provisions}: {decision.appliedProvisions.join('; ')}
        </p>
      )}
      {decision.dissents.map((text) => (
        <p key={text} className="prose">
          <b>{t.dissent}:</b> {text}
        </p>
      ))}
    </article>
  );
}
