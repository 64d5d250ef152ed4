// SPDX-License-Identifier: EUPL-1.2
import { useRef, useState } from 'react';
import { type Interview, type InterviewNote, type InterviewQuestion, useMe } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, ProblemAlert, Tag } from '@/shared/ui';
import { CriterionCode } from '@/shared/ui/levels';
import { QuoteDialog } from '../QuoteDialog';
import { texts } from '../texts';
import { keepReminder, reminderOf } from './kept';
import { type Standing, textAt } from './sending';
import { useNotes } from './useNotes';

/** The questions, each with a note that is kept on the device at every keystroke and sent as soon as there is a network. */
export function NotesPart({ interview, read }: { interview: Interview; read: readonly InterviewNote[] }) {
  const t = useTexts(texts);
  const me = useMe();
  const notes = useNotes(me.user.id, interview.id, read);
  const [quoting, setQuoting] = useState<{ text: string; question: string } | null>(null);
  const mayQuote = interview.acts.includes('quote');
  return (
    <>
      <Where now={notes.now} onSend={notes.sendNow} />
      <Reminder userId={me.user.id} interviewId={interview.id} />
      <ol className="plain iv__questions">
        {interview.questions.map((question) => (
          <Question
            key={question.key}
            question={question}
            now={notes.now}
            onWrite={(text) => notes.write(question.key, text)}
            onChoose={(which) => notes.choose(question.key, which)}
            {...(mayQuote ? { onQuote: (text: string) => setQuoting({ text, question: question.key }) } : {})}
          />
        ))}
      </ol>
      {quoting && <QuoteDialog interview={interview} {...quoting} onClose={() => setQuoting(null)} />}
      {notes.isFull && <p className="note note--warn">{t.savedHere}</p>}
    </>
  );
}

/** Where what is noted lies. */
function Where({ now, onSend }: { now: Standing; onSend: () => void }) {
  const t = useTexts(texts);
  const waiting = Object.keys(now.unsent).length;
  return (
    <div className="iv__where" role="status">
      {waiting === 0 ? (
        <Tag mood="ok">{t.allThere}</Tag>
      ) : now.away ? (
        <>
          <Tag mood="warn">{t.someHere(waiting)}</Tag>{' '}
          <Button small onClick={onSend}>
            {t.sendNow}
          </Button>
        </>
      ) : (
        <Tag mood="info">{t.saving}</Tag>
      )}
    </div>
  );
}

/** Whom the interviewer will meet; never sent anywhere. */
function Reminder({ userId, interviewId }: { userId: string; interviewId: string }) {
  const t = useTexts(texts);
  const [text, setText] = useState(() => reminderOf(userId, interviewId));
  return (
    <div className="field iv__reminder">
      <label className="label" htmlFor="interview-reminder">
        {t.reminder}
      </label>
      <span className="hint" id="interview-reminder-hint">
        {t.reminderHint}
      </span>
      <input
        id="interview-reminder"
        className="input"
        type="text"
        autoComplete="off"
        maxLength={200}
        aria-describedby="interview-reminder-hint"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          keepReminder(userId, interviewId, event.target.value);
        }}
      />
    </div>
  );
}

type QuestionProps = {
  question: InterviewQuestion;
  now: Standing;
  onWrite: (text: string) => void;
  onChoose: (which: 'mine' | 'theirs' | 'both') => void;
  onQuote?: (text: string) => void;
};

function Question({ question, now, onWrite, onChoose, onQuote }: QuestionProps) {
  const t = useTexts(texts);
  const pick = usePick();
  const field = useRef<HTMLTextAreaElement>(null);
  const theirs = now.conflicts[question.key];
  const refused = now.refused[question.key];
  const text = textAt(now, question.key);
  return (
    <li className="iv__question">
      <QuestionText question={question} />
      <textarea
        ref={field}
        className="input"
        rows={3}
        maxLength={20000}
        aria-label={t.note(pick(question.text))}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
      />
      <div className="row row--between iv__foot">
        <span className="small muted">
          {question.key in now.unsent ? (now.away || refused !== undefined ? t.savedHere : t.saving) : text ? t.savedThere : ''}
        </span>
        {onQuote && text.trim() !== '' && (
          <button
            type="button"
            className="linkbtn small"
            onClick={() => {
              const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
              onQuote(text.slice(selectionStart, selectionEnd).trim());
            }}
          >
            {t.makeQuote}
          </button>
        )}
      </div>
      {refused !== undefined && (
        <>
          <p className="small">{t.refused}</p>
          <ProblemAlert problem={refused} />
        </>
      )}
      {theirs && (
        <div className="error-summary error-summary--warn" role="alert">
          <h3>{t.conflict}</h3>
          <dl className="facts">
            <dt>{t.mine}</dt>
            <dd className="iv__text">{text}</dd>
            <dt>{t.theirs}</dt>
            <dd className="iv__text">{theirs.text}</dd>
          </dl>
          <div className="actbar">
            <Button onClick={() => onChoose('both')}>{t.keepBoth}</Button>
            <Button onClick={() => onChoose('mine')}>{t.keepMine}</Button>
            <Button look="quiet" onClick={() => onChoose('theirs')}>
              {t.keepTheirs}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

/** A question, with where it comes from. */
export function QuestionText({ question }: { question: InterviewQuestion }) {
  const t = useTexts(texts);
  const { percent } = useFormats();
  return (
    <h3 className="iv__ask">
      {question.criterion ? (
        <CriterionCode code={question.criterion} />
      ) : (
        <span className="pcode">
          {t.fromFriction}
          {question.share !== undefined && <span className="vh"> {t.frictionShare(percent(question.share))}</span>}
        </span>
      )}{' '}
      <LocalizedText text={question.text} />
    </h3>
  );
}
