// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { InboxItem } from '@/api';
import { AttachedFiles } from '@/shared/files/AttachedFiles';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, Popover, ProblemAlert, Tag } from '@/shared/ui';
import { texts as common } from '../texts';
import { Hints } from './Hints';
import type { InboxDialog } from './InboxPage';
import { LinkPane } from './LinkPane';
import { RegisterPane } from './RegisterPane';
import { texts } from './texts';

type Props = {
  item: InboxItem | undefined;
  error: Error | null;
  act: 'register' | 'link' | undefined;
  onAct: (act: 'register' | 'link' | undefined) => void;
  onSettle: (outcome: 'trivial' | 'spam') => void;
  onDialog: (dialog: InboxDialog) => void;
  onBack: () => void;
  /** The item has an outcome: on to the next. */
  onLeave: (itemId: string) => Promise<void>;
};

/** What one reads: the item, what can be done with it, and the form of what is being done. */
export function ReadingPane({ item, error, act, onAct, onSettle, onDialog, onBack, onLeave }: Props) {
  const t = useTexts(texts);
  if (!item) return error ? <ProblemAlert problem={error} /> : <Loading />;
  const waits = item.outcome === 'waiting';
  return (
    <article className="inbox__pane" aria-labelledby="inbox-subject">
      <p className="only-s">
        <Button small look="quiet" onClick={onBack}>
          {t.back}
        </Button>
      </p>
      <Head item={item} />
      {waits && act === undefined && (
        <div className="actbar">
          <Button look="primary" onClick={() => onAct('register')}>
            {t.register}
          </Button>
          <Button onClick={() => onAct('link')}>{t.linkShort}</Button>
          <Button onClick={() => onSettle('trivial')}>{t.trivial}</Button>
          <Button onClick={() => onDialog('misdirected')}>{t.misdirected}</Button>
          <Button onClick={() => onSettle('spam')}>{t.spam}</Button>
        </div>
      )}
      {['trivial', 'misdirected', 'spam'].includes(item.outcome) && (
        <div className="actbar">
          <Button onClick={() => onDialog('reopen')}>{t.reopen}</Button>
        </div>
      )}
      {act === 'register' && <RegisterPane key={item.id} item={item} onBack={() => onAct(undefined)} onLeave={() => onLeave(item.id)} />}
      {act === 'link' && <LinkPane key={item.id} item={item} onBack={() => onAct(undefined)} onLeave={() => onLeave(item.id)} />}
      {act === undefined && <Body item={item} onDay={() => onDialog('arrival')} onLink={() => onAct('link')} />}
    </article>
  );
}

function Head({ item }: { item: InboxItem }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const { moment } = useFormats();
  return (
    <header className="inbox__head">
      <p className="row small muted">
        <span>{words.channels[item.channel]}</span>
        <span>{moment(item.receivedAt)}</span>
        {item.late && <Tag mood="alarm">{t.isLate}</Tag>}
        {item.outcome !== 'waiting' && <Tag mood={item.caseNumber ? 'ok' : undefined}>{t.outcomes[item.outcome]}</Tag>}
      </p>
      <h2 id="inbox-subject" tabIndex={-1}>
        {item.subject}
      </h2>
      <p>
        {item.sender ?? t.noSender}
        {item.senderKind && <span className="muted">, {words.partyKinds[item.senderKind].toLowerCase()}</span>}
      </p>
      {item.caseNumber && item.caseId && (
        <p>
          {t.becameCase}{' '}
          <Link to="/cases/$caseId" params={{ caseId: item.caseId }} search={{}}>
            {item.caseNumber}
          </Link>
        </p>
      )}
      {item.outcomeReason && <p className="note">{item.outcomeReason}</p>}
    </header>
  );
}

function Body({ item, onDay, onLink }: { item: InboxItem; onDay: () => void; onLink: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { longDate, moment } = useFormats();
  return (
    <>
      {item.text && <p className="prose inbox__text">{item.text}</p>}
      {item.files && item.files.length > 0 && (
        <section aria-labelledby="inbox-files" className="section--tight inbox__files">
          <h3 id="inbox-files">{t.files}</h3>
          <AttachedFiles at={`/api/v1/inbox-items/${item.id}`} files={item.files} />
        </section>
      )}
      <Hints item={item} onLink={onLink} />
      <dl className="answers">
        <div className="contents">
          <dt>{t.arrived}</dt>
          <dd>
            {longDate(item.arrivalDate)}{' '}
            <Popover label={t.why} title={t.why}>
              <p className="small">{pick(item.arrivalBecause)}</p>
            </Popover>{' '}
            {item.outcome === 'waiting' && (
              <button type="button" className="linkbtn" onClick={onDay}>
                {t.changeDay}
              </button>
            )}
          </dd>
        </div>
        {item.outcome === 'waiting' && (
          <div className="contents">
            <dt>{t.due}</dt>
            <dd>{longDate(item.dueDate)}</dd>
          </div>
        )}
        {item.suggestedTypeName && (
          <div className="contents">
            <dt>{t.seems}</dt>
            <dd>
              <LocalizedText text={item.suggestedTypeName} />
            </dd>
          </div>
        )}
        {item.property && (
          <div className="contents">
            <dt>{t.property}</dt>
            <dd>{item.property}</dd>
          </div>
        )}
        <div className="contents">
          <dt>{t.unit}</dt>
          <dd>{item.unitName ? <LocalizedText text={item.unitName} /> : t.registry}</dd>
        </div>
      </dl>
      <section aria-labelledby="inbox-history" className="section--tight">
        <h3 id="inbox-history">{t.history}</h3>
        <ul className="plain inbox__history">
          {item.history.map((act) => (
            <li key={`${act.activity}${act.occurredAt}`}>
              <b>{t.activities[act.activity] ?? act.activity}</b>{' '}
              <span className="muted">
                {moment(act.occurredAt)}, {act.actor?.displayName ?? t.automatic}
              </span>
              {act.reason && <span className="inbox__reason">{act.reason}</span>}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
