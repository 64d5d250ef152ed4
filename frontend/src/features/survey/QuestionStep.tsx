// SPDX-License-Identifier: EUPL-1.2
import { type FormEvent, useId, useRef, useState } from 'react';
import type { SurveyQuestion } from '@/api/gen/types.gen';
import { type Localized, LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { texts as shared } from '@/shared/ui/texts';
import { useTitlePrefix } from '@/shared/ui/title';
import type { Answer } from './draft';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

/** What the contract takes. */
const LONGEST_COMMENT = 500;

type Props = {
  question: SurveyQuestion;
  /** Its place, from 0. */
  at: number;
  count: number;
  dontKnow: Localized;
  group: Localized;
  answer: Answer | undefined;
  /** The next page is the summary. */
  toReview: boolean;
  onAnswer: (answer: Answer) => void;
  comment: string;
  onComment: (text: string) => void;
  onNext: () => void;
  onBack: () => void;
  onPause: () => void;
};

/** One question, a sentence for each level, "do not know", and nothing else. */
export function QuestionStep(props: Props) {
  const { question, at, count, dontKnow, group, answer, toReview, onAnswer, onNext, onBack, onPause } = props;
  const t = useTexts(texts);
  const pick = usePick();
  const fault = useId();
  const first = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (answer !== undefined) return onNext();
    setMissing(true);
    first.current?.focus();
  };
  const choose = (given: Answer) => {
    setMissing(false);
    onAnswer(given);
  };
  return (
    <SurveyFrame
      title={`${t.question(at + 1, count)}: ${pick(question.question)}`}
      place={<span className="num">{t.question(at + 1, count)}</span>}
      progress={at / count}
      ownHeading
      actions={
        <button type="button" className="linkbtn" onClick={onPause}>
          {t.pause}
        </button>
      }
    >
      <form onSubmit={onSubmit} className="survey__form">
        {missing && <Missing id={fault} />}
        <fieldset aria-describedby={missing ? fault : undefined}>
          <legend>
            <h1 tabIndex={-1} className="survey__question">
              <LocalizedText text={question.question} />
            </h1>
          </legend>
          {question.levels.map((level, place) => (
            <label className="choice" key={level.level}>
              <input
                ref={place === 0 ? first : undefined}
                type="radio"
                name="level"
                value={level.level}
                checked={answer === level.level}
                onChange={() => choose(level.level)}
              />
              <span className={`lvl lvl--${level.level}`} aria-hidden="true">
                {level.level}
              </span>
              <span>
                <LocalizedText text={level.text} />
              </span>
            </label>
          ))}
          <label className="choice choice--dk">
            <input type="radio" name="level" value="dk" checked={answer === 'dk'} onChange={() => choose('dk')} />
            <span className="lvl lvl--dk" aria-hidden="true">
              ?
            </span>
            <span>
              <LocalizedText text={dontKnow} />
            </span>
          </label>
        </fieldset>
        <Comment text={props.comment} onText={props.onComment} />
        <div className="survey__go">
          <Button className="btn--lg" onClick={onBack}>
            {t.back}
          </Button>
          <Button look="primary" type="submit" className="btn--lg">
            {toReview ? t.toReview : t.next}
          </Button>
        </div>
      </form>
      <p className="small muted survey__foot">{t.foot(pick(group).toLocaleLowerCase('sv'))}</p>
    </SurveyFrame>
  );
}

/** Free text, for those who want; in the way of nobody else. */
function Comment({ text, onText }: { text: string; onText: (text: string) => void }) {
  const t = useTexts(texts);
  const id = useId();
  // Open from the start where something is written, and the page's own from then on.
  const [wasWritten] = useState(text !== '');
  return (
    <details className="survey__comment" open={wasWritten || undefined}>
      <summary>{t.comment}</summary>
      <label className="label" htmlFor={id}>
        {t.commentLabel}
      </label>
      <span className="hint" id={`${id}-hint`}>
        {t.commentHint}
      </span>
      <textarea
        id={id}
        className="input"
        rows={3}
        maxLength={LONGEST_COMMENT}
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
      <p className="small muted num">{t.commentLeft(LONGEST_COMMENT - text.length)}</p>
    </details>
  );
}

function Missing({ id }: { id: string }) {
  const t = useTexts(texts);
  const words = useTexts(shared);
  useTitlePrefix(`${words.error}:`);
  return (
    <p className="error-text survey__missing" id={id} role="alert">
      {t.choose}
    </p>
  );
}
