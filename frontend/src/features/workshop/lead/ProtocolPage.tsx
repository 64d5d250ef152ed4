// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { WorkshopNote, WorkshopProtocol, WorkshopResult } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, Page, ProblemAlert } from '@/shared/ui';
import { GroupIcon } from '../marks';
import { texts as roomTexts } from '../texts';
import { protocolQuery } from './queries';
import { texts } from './texts';
import './lead.css';

/** What the workshop came to, at once, and final when it has ended. */
export function ProtocolPage() {
  const t = useTexts(texts);
  const { workshopId = '' } = useParams({ strict: false });
  const protocol = useQuery(protocolQuery(workshopId));
  const { data } = protocol;
  return (
    <Page
      title={t.protocol}
      {...(data ? { purpose: t.protocolPurpose(data.assessmentName) } : {})}
      crumbs={[
        { text: t.maturity, to: '/maturity' },
        ...(data
          ? [
              { text: data.assessmentName, to: `/maturity/${data.assessmentId}` },
              { text: t.workshops, to: `/maturity/${data.assessmentId}/workshops` },
            ]
          : []),
      ]}
      actions={data && <Button onClick={() => print()}>{t.print}</Button>}
    >
      {data ? (
        <Content protocol={data} />
      ) : protocol.error ? (
        <ProblemAlert problem={protocol.error} onRetry={() => void protocol.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function Content({ protocol }: { protocol: WorkshopProtocol }) {
  const t = useTexts(texts);
  const { moment, date } = useFormats();
  const decided = protocol.questions.filter(({ standing }) => standing.outcome === 'decided').length;
  const of = (kind: WorkshopNote['kind']) => protocol.notes.filter((note) => note.kind === kind);
  return (
    <div className="proto">
      <p className="proto__lead">
        <b>{protocol.name}.</b> {t.started(moment(protocol.startsAt))} {protocol.endedAt ? t.endedAt(moment(protocol.endedAt)) : t.draft}{' '}
        {t.decidedOf(decided, protocol.questions.length)}.{protocol.sharedGroup && ` ${t.shared}`}
      </p>
      {protocol.questions.map(({ standing, question, rounds }) => (
        <section key={standing.criterion} className="section proto__question">
          <h2>
            <span className={`pcode p-${standing.perspective}`}>{standing.criterion}</span> <LocalizedText text={standing.name} />
          </h2>
          <p className="muted">
            <LocalizedText text={question} />
          </p>
          <p className="proto__outcome">
            {standing.level !== undefined ? (
              <>
                <span className={`lvl lvl--${standing.level}`} aria-hidden="true">
                  {standing.level}
                </span>{' '}
                <b>{t.proposed(standing.level)}</b>
              </>
            ) : (
              <b>{standing.outcome === 'parked' ? t.parkedOutcome : t.waiting}</b>
            )}
          </p>
          {standing.reason && <p className="measure">{standing.reason}</p>}
          {standing.targetLevel !== undefined && (
            <p className="measure">
              {t.targetLine(standing.targetLevel, standing.targetReason ?? '')}
              {standing.targetGoodEnoughBecause && (
                <>
                  {' '}
                  {t.enough(standing.targetLevel)} {standing.targetGoodEnoughBecause}
                </>
              )}{' '}
              <span className="muted">
                {standing.targetOwner && standing.targetDueDate
                  ? t.targetWho(standing.targetOwner.displayName, date(standing.targetDueDate))
                  : t.targetOpen}
              </span>
            </p>
          )}
          {rounds.map((round) => (
            <Round key={round.round} result={round} />
          ))}
        </section>
      ))}
      {protocol.top && <Top protocol={protocol} />}
      <Notes title={t.actions} notes={of('action')} empty={t.noActions} />
      <Notes title={t.parkingLot} notes={of('parking_lot')} empty={t.noParking} />
    </div>
  );
}

function Round({ result }: { result: WorkshopResult }) {
  const t = useTexts(texts);
  return (
    <div className="proto__round">
      <h3>
        {t.round(result.round)}: <LocalizedText text={result.reading} />
      </h3>
      <ul className="plain">
        {result.groups.map(({ group, name, level, count, agreementWord, distribution }) => (
          <li key={group}>
            <GroupIcon group={group} /> <LocalizedText text={name} />:{' '}
            {level === undefined ? t.tooFewVotes : t.atLevel(level, agreementWord ? t.word[agreementWord].toLowerCase() : '')}
            {level !== undefined && ` (${count === undefined ? t.levelOnly : t.votes(count)})`}
            {distribution && (
              <span className="small muted"> {t.perLevel(distribution.map((each) => `${each.level}: ${each.count}`).join(', '))}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What got most dots, each with its first step. */
function Top({ protocol }: { protocol: WorkshopProtocol }) {
  const t = useTexts(texts);
  const words = useTexts(roomTexts);
  const { date } = useFormats();
  const top = protocol.top ?? [];
  return (
    <section className="section">
      <h2>{t.board}</h2>
      {top.length === 0 && <p className="muted">{words.topFew}</p>}
      <ol className="plain proto__top">
        {top.map(({ id, heading, place, dots }) => {
          const steps = protocol.notes.filter(({ themeId }) => themeId === id);
          return (
            <li key={id}>
              <b>
                {place}. {heading}
              </b>
              {dots !== undefined && <span className="muted"> {t.dotsOn(dots)}</span>}
              {steps.length === 0 && <p className="small muted">{t.noFirstStep}</p>}
              {steps.map((step) => (
                <p key={step.id}>
                  {t.firstStep}: {step.text}
                  {step.owner && step.dueOn && `. ${t.actionLine(step.owner, date(step.dueOn))}`}
                </p>
              ))}
            </li>
          );
        })}
      </ol>
      {top.length > 0 && top.every(({ dots }) => dots === undefined) && <p className="small muted">{words.topPlaces}</p>}
    </section>
  );
}

function Notes({ title, notes, empty }: { title: string; notes: readonly WorkshopNote[]; empty: string }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  return (
    <section className="section">
      <h2>{title}</h2>
      {notes.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : (
        <ul>
          {notes.map(({ id, text, owner, dueOn, settled }) => (
            <li key={id}>
              {text}
              {owner && dueOn && `. ${t.actionLine(owner, date(dueOn))}`}
              {settled && ` (${t.settled})`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
