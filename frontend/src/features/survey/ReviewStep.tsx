// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useRef, useState } from 'react';
import type { SurveyQuestion, SurveyQuestions } from '@/api/gen/types.gen';
import { asProblem, type ProblemError } from '@/api/problem';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { asChoice } from '@/shared/units';
import { submit } from './api';
import { asSent, type Draft, isAnswered } from './draft';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

type Props = {
  content: SurveyQuestions;
  draft: Draft;
  onChange: (at: number) => void;
  onUnit: (unitId: string) => void;
  onBack: () => void;
  onSent: () => void;
  onSessionOver: () => void;
};

/** Everything answered, to be changed or sent. */
export function ReviewStep({ content, draft, onChange, onUnit, onBack, onSent, onSessionOver }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const unit = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const [tries, setTries] = useState(0);
  const open = content.questions.filter((question) => !isAnswered(draft, question));

  const send = async () => {
    setTries((count) => count + 1);
    setProblem(null);
    if (open.length > 0) return;
    setBusy(true);
    try {
      await submit({
        submissionId: draft.submissionId,
        answers: asSent(draft, content.questions),
        ...(draft.unitId ? { unitId: draft.unitId } : {}),
      });
      onSent();
    } catch (thrown) {
      const answer = asProblem(thrown);
      setBusy(false);
      if (answer.status === 401) onSessionOver();
      else setProblem(answer);
    }
  };

  return (
    <SurveyFrame title={t.reviewTitle} progress={1 - open.length / content.questions.length}>
      <p>{t.reviewLead}</p>
      {content.perspectives.map((perspective) => (
        <section key={perspective.code} className="survey__part">
          <h2>
            <LocalizedText text={perspective.name} />
          </h2>
          <ul className="plain">
            {content.questions.map((question, at) =>
              question.perspective === perspective.code ? (
                <Row key={question.criterion} question={question} draft={draft} dontKnow={content.dontKnow} onChange={() => onChange(at)} />
              ) : null,
            )}
          </ul>
        </section>
      ))}
      {content.units.length > 0 && (
        <div className="field survey__part">
          <label className="label" htmlFor={unit}>
            {t.unit}
          </label>
          <span className="hint" id={`${unit}-hint`}>
            {t.unitWhat}
          </span>
          <select
            id={unit}
            className="select"
            aria-describedby={`${unit}-hint`}
            value={draft.unitId ?? ''}
            onChange={(event) => onUnit(event.target.value)}
          >
            <option value="">{t.noUnit}</option>
            {content.units.map((one) => (
              <option key={one.id} value={one.id}>
                {asChoice(one, content.units, pick(one.name))}
              </option>
            ))}
          </select>
        </div>
      )}
      <section className="survey__part">
        <h2>{t.sendTitle}</h2>
        <p>{t.sendWhat}</p>
        {tries > 0 && open.length > 0 && (
          <Fault title={t.missing(open.length)} focusKey={tries} what={open.map((question) => pick(question.name)).join(', ')} />
        )}
        {problem && <NotSent problem={problem} focusKey={tries} />}
        <div className="survey__go">
          <Button className="btn--lg" onClick={onBack}>
            {t.back}
          </Button>
          <Button look="primary" className="btn--lg" busy={busy} onClick={() => void send()}>
            {busy ? t.sending : t.send}
          </Button>
        </div>
      </section>
    </SurveyFrame>
  );
}

function Row({
  question,
  draft,
  dontKnow,
  onChange,
}: {
  question: SurveyQuestion;
  draft: Draft;
  dontKnow: SurveyQuestions['dontKnow'];
  onChange: () => void;
}) {
  const t = useTexts(texts);
  const answer = draft.answers[question.criterion];
  const comment = draft.comments?.[question.criterion]?.trim();
  const level = question.levels.find((one) => one.level === answer);
  return (
    <li className="survey__row">
      <span className={level ? `lvl lvl--${level.level}` : 'lvl lvl--dk'} aria-hidden="true">
        {level ? level.level : answer === 'dk' ? '?' : '–'}
      </span>
      <span>
        <b>
          <LocalizedText text={question.name} />
        </b>
        <br />
        <span className={level || answer === 'dk' ? 'small' : 'small survey__open'}>
          {level ? <LocalizedText text={level.text} /> : answer === 'dk' ? <LocalizedText text={dontKnow} /> : t.notAnswered}
        </span>
        {comment && <span className="small muted survey__said">{t.said(comment)}</span>}
      </span>
      <button type="button" className="linkbtn" onClick={onChange}>
        {t.change}
        <span className="vh">
          : <LocalizedText text={question.name} />
        </span>
      </button>
    </li>
  );
}

function NotSent({ problem, focusKey }: { problem: ProblemError; focusKey: number }) {
  const t = useTexts(texts);
  if (problem.isUnreachable || problem.status >= 500) return <Fault title={t.lost} what={t.lostWhat} focusKey={focusKey} />;
  const said = problem.faults.map((fault) => fault.message).join(' ');
  return <Fault title={problem.problem?.title ?? t.notSent} what={said || (problem.problem?.detail ?? t.lostWhat)} focusKey={focusKey} />;
}

/** What stands in the way, with focus as soon as it comes. */
function Fault({ title, what, focusKey }: { title: string; what: string; focusKey: number }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try takes focus anew
  useEffect(() => box.current?.focus(), [focusKey]);
  return (
    <div className="error-summary survey__fault" role="alert" tabIndex={-1} ref={box}>
      <h3>{title}</h3>
      <p>{what}</p>
    </div>
  );
}
