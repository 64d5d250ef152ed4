// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { type Interview, ifMatch, takeOverInterview, useMe } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Loading, notify, Page, ProblemAlert, Tag } from '@/shared/ui';
import { useWords } from '../groups';
import { assessmentQuery, modelQuery } from '../queries';
import { CompleteDialog, ConsentDialog, HoldDialog, WithdrawDialog } from './dialogs';
import { forget } from './notes/kept';
import { NotesPart, QuestionText } from './notes/NotesPart';
import { QuoteDialog } from './QuoteDialog';
import { QuoteList } from './QuoteList';
import { interviewQuery, notesQuery, useTakeIn } from './queries';
import { texts } from './texts';
import '../maturity.css';

type Asking = 'consent' | 'hold' | 'complete' | 'withdraw' | 'quote' | null;

/** One interview: consent, questions with notes, quotes. */
export function InterviewPage() {
  const t = useTexts(texts);
  const words = useWords();
  const pick = usePick();
  const { longDate } = useFormats();
  const { interviewId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(interviewQuery(interviewId));
  const assessment = useQuery({ ...assessmentQuery(data?.assessmentId ?? ''), enabled: data !== undefined });
  const [asking, setAsking] = useState<Asking>(null);
  const day = data && longDate(data.heldOn ?? data.plannedOn);
  return (
    <Page
      title={data ? data.role : t.interview}
      {...(data && day
        ? {
            purpose: [
              data.mine ? t.aboutMine(pick(data.groupName), day) : t.about(pick(data.groupName), day, data.interviewer.displayName),
              ...(data.unitName ? [t.atUnit(pick(data.unitName))] : []),
            ].join(' '),
          }
        : {})}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        ...(assessment.data ? [{ text: assessment.data.name, to: `/maturity/${assessment.data.id}` }] : []),
        ...(data ? [{ text: t.interviews, to: `/maturity/${data.assessmentId}/interviews` }] : []),
      ]}
      actions={data && <Acts interview={data} onAsk={setAsking} />}
    >
      {data ? (
        <Content interview={data} asking={asking} onAsk={setAsking} />
      ) : error ? (
        <ProblemAlert problem={error} onRetry={() => void refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function Acts({ interview, onAsk }: { interview: Interview; onAsk: (asking: Asking) => void }) {
  const t = useTexts(texts);
  const takeIn = useTakeIn();
  const [problem, setProblem] = useState<unknown>(null);
  const may = (act: Interview['acts'][number]) => interview.acts.includes(act);
  const takeOver = async () => {
    try {
      const { data } = await takeOverInterview({ path: { interviewId: interview.id }, headers: ifMatch(interview.version) });
      await takeIn(data);
      notify(t.takenOver);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <>
      {problem !== null && <ProblemAlert problem={problem} focusKey={1} />}
      {may('change') && (
        <Link to="/interviews/$interviewId/change" params={{ interviewId: interview.id }} className={buttonClass()}>
          {t.change}
        </Link>
      )}
      {may('take_over') && <Button onClick={() => void takeOver()}>{t.takeOver}</Button>}
      {may('hold') && (
        <Button look="primary" onClick={() => onAsk('hold')}>
          {t.hold}
        </Button>
      )}
      {may('complete') && (
        <Button look="primary" onClick={() => onAsk('complete')}>
          {t.complete}
        </Button>
      )}
    </>
  );
}

function Content({ interview, asking, onAsk }: { interview: Interview; asking: Asking; onAsk: (asking: Asking) => void }) {
  const t = useTexts(texts);
  const me = useMe();
  const isOver = interview.state === 'coded' || interview.state === 'withdrawn';
  // Nothing of an interview that is over stays on the device, the name least of all.
  useEffect(() => {
    if (isOver) forget(me.user.id, interview.id);
  }, [isOver, me.user.id, interview.id]);
  const close = () => onAsk(null);
  return (
    <>
      <p>
        <Tag mood={interview.state === 'coded' ? 'ok' : undefined}>{t.state[interview.state]}</Tag>{' '}
        {interview.state === 'held' && interview.uncodedCount > 0 && (
          <span className="small muted">{t.uncoded(interview.uncodedCount)}</span>
        )}
      </p>
      <Consent interview={interview} onAsk={onAsk} />
      <Notes interview={interview} />
      {interview.state !== 'withdrawn' && <Quotes interview={interview} onAsk={onAsk} />}
      {asking === 'consent' && <ConsentDialog interview={interview} onClose={close} />}
      {asking === 'hold' && <HoldDialog interview={interview} onClose={close} />}
      {asking === 'complete' && <CompleteDialog interview={interview} onClose={close} />}
      {asking === 'withdraw' && <WithdrawDialog interview={interview} onClose={close} />}
      {asking === 'quote' && <QuoteDialog interview={interview} text="" onClose={close} />}
    </>
  );
}

function Consent({ interview, onAsk }: { interview: Interview; onAsk: (asking: Asking) => void }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const { consent } = interview;
  return (
    <section className="section">
      <h2>{t.consent}</h2>
      {interview.state === 'withdrawn' && <p className="note note--warn">{t.withdrawn}</p>}
      {consent ? (
        <ul className="iv__consent">
          <li>{t.consentNotes}</li>
          <li>{consent.quotes ? t.consentQuotes : t.consentNoQuotes}</li>
          <li>{consent.archiving ? t.consentArchiving : t.consentNoArchiving}</li>
          <li>{consent.withdrawnOn ? t.consentWithdrawn(date(consent.withdrawnOn)) : t.consentGiven(date(consent.givenOn))}</li>
        </ul>
      ) : (
        <>
          <p className="measure">{t.consentNone}</p>
          <p className="measure muted">{t.consentSay}</p>
        </>
      )}
      <div className="actbar iv__acts">
        {interview.acts.includes('consent') && (
          <Button look={consent ? undefined : 'primary'} onClick={() => onAsk('consent')}>
            {consent ? t.consentAgain : t.consentRecord}
          </Button>
        )}
        {consent && interview.acts.includes('withdraw') && (
          <button type="button" className="linkbtn" onClick={() => onAsk('withdraw')}>
            {t.withdraw}
          </button>
        )}
      </div>
    </section>
  );
}

/** Questions with notes for the interviewer, questions alone for everybody else. */
function Notes({ interview }: { interview: Interview }) {
  const t = useTexts(texts);
  const notes = useQuery({ ...notesQuery(interview.id), enabled: interview.mine && interview.state !== 'withdrawn' });
  const writes = interview.acts.includes('note');
  return (
    <section className="section">
      <h2>{writes ? t.guide : t.guideOnly}</h2>
      {!interview.mine && <p className="muted">{t.notesOfOther(interview.interviewer.displayName)}</p>}
      {interview.mine && notes.error && <ProblemAlert problem={notes.error} onRetry={() => void notes.refetch()} />}
      {writes ? (
        notes.data && <NotesPart interview={interview} read={notes.data} />
      ) : (
        <ol className="plain iv__questions">
          {interview.questions.map((question) => {
            const note = notes.data?.find((one) => one.question === question.key);
            return (
              <li key={question.key} className="iv__question">
                <QuestionText question={question} />
                {note?.text && <p className="iv__text">{note.text}</p>}
              </li>
            );
          })}
        </ol>
      )}
      {interview.mine && interview.state === 'coded' && notes.data?.length === 0 && <p className="muted">{t.notesGone}</p>}
    </section>
  );
}

function Quotes({ interview, onAsk }: { interview: Interview; onAsk: (asking: Asking) => void }) {
  const t = useTexts(texts);
  const assessment = useQuery(assessmentQuery(interview.assessmentId));
  const model = useQuery({ ...modelQuery(assessment.data?.model), enabled: assessment.data !== undefined });
  return (
    <section className="section">
      <div className="sechead">
        <h2>{t.quotes}</h2>
        {interview.acts.includes('quote') && (
          <Button small icon="plus" onClick={() => onAsk('quote')}>
            {t.addQuote}
          </Button>
        )}
      </div>
      {model.data && <QuoteList assessmentId={interview.assessmentId} interview={interview.id} model={model.data} />}
    </section>
  );
}
