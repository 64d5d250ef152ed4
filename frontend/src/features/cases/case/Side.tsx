// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { CaseDecision, CaseFile } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { RecordsPanel } from '../records/RecordsPanel';
import type { OnAct } from '../states';
import { texts } from '../texts';
import { Clocks } from './Clocks';
import { DecisionDialog } from './DecisionDialog';
import { Tasks } from './Tasks';

type Props = { file: CaseFile; onAct: OnAct };

/** Beside what happens: deadlines, records, parties, decisions, notes. */
export function Side({ file, onAct }: Props) {
  const t = useTexts(texts);
  return (
    <aside className="side">
      <Clocks file={file} onAct={onAct} />
      <Tasks file={file} onAct={onAct} />
      <RecordsPanel file={file} onAct={onAct} />
      <section aria-labelledby="parties">
        <h2 id="parties">{t.parties}</h2>
        {file.parties.length === 0 && <p className="muted">{t.noParties}</p>}
        <ul className="plain">
          {file.parties.map((party) => (
            <li key={party.id}>
              <b>{party.name}</b>
              <br />
              <span className="small muted">
                {t.partyRoles[party.role]}, {t.partyKinds[party.kind].toLowerCase()}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <Decisions file={file} />
      <Notes file={file} />
      {file.retention && (
        <section aria-labelledby="retention">
          <h2 id="retention">{t.retention}</h2>
          <ul className="plain">
            <li>
              {file.retention.preserve ? t.preserved : file.retention.dueDate && t.disposedOn(file.retention.dueDate)}
              <br />
              <span className="small muted">{file.retention.basis}</span>
            </li>
          </ul>
        </section>
      )}
    </aside>
  );
}

function Decisions({ file }: { file: CaseFile }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const [read, setRead] = useState<CaseDecision | null>(null);
  if (file.decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{t.decisions}</h2>
      <ul className="plain">
        {file.decisions.map((decision) => (
          <li key={decision.id}>
            <button type="button" className="linkbtn" onClick={() => setRead(decision)}>
              <LocalizedText text={decision.name} />
            </button>{' '}
            <Tag
              mood={
                decision.state === 'returned' || decision.state === 'withdrawn' ? 'warn' : decision.state === 'proposed' ? 'info' : 'ok'
              }
            >
              {decision.draft ? t.draft : t.decisionStates[decision.state]}
            </Tag>
            <br />
            <span className="small muted">
              <LocalizedText text={decision.outcomeName} />.{' '}
              {decision.decidedBy && decision.decidedAt
                ? t.decidedBy(
                    decision.decidedOnBehalfOf
                      ? t.standingIn(decision.decidedBy.displayName, decision.decidedOnBehalfOf.displayName)
                      : decision.decidedBy.displayName,
                    date(decision.decidedAt),
                  )
                : decision.adoptedBy
                  ? t.adoptedBy(t.proposedBy(decision.proposedBy.displayName, date(decision.proposedAt)), decision.adoptedBy.displayName)
                  : t.proposedBy(decision.proposedBy.displayName, date(decision.proposedAt))}
            </span>
          </li>
        ))}
      </ul>
      {read && <DecisionDialog decision={read} onClose={() => setRead(null)} />}
    </section>
  );
}

function Notes({ file }: { file: CaseFile }) {
  const t = useTexts(texts);
  const { moment } = useFormats();
  if (file.notes.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t.notes}</h2>
      <ul className="plain">
        {file.notes.map((note) => (
          <li key={note.id}>
            <p className="prose">{note.text}</p>
            <p className="small muted">
              {note.author?.displayName}, {moment(note.occurredAt)}
              {note.addsFacts && `. ${t.addsFacts}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
