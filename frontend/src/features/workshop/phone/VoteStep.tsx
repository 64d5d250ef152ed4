// SPDX-License-Identifier: EUPL-1.2
import { type FormEvent, type ReactNode, useId, useRef, useState } from 'react';
import type { WorkshopOwnVote, WorkshopQuestion, WorkshopVote } from '@/api/gen/types.gen';
import { type Localized, LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { Icon } from '@/shared/ui/Icon';
import { texts } from '../texts';
import { PhoneFrame } from './PhoneFrame';
import { Words } from './RoomSteps';
import { useDelivery } from './useDelivery';

/** A choice: a level, or that one does not know. */
type Choice = number | 'dk';

type Props = {
  question: WorkshopQuestion;
  round: number;
  group: { code: string; name: Localized };
  place: ReactNode;
  own: WorkshopOwnVote | undefined;
  onVoted: (vote: WorkshopOwnVote) => void;
  /** The question had closed; nothing is kept of the vote. */
  onLate: () => void;
  isLost: boolean;
};

const choiceOf = (vote: WorkshopOwnVote | undefined): Choice | undefined => (vote ? (vote.dontKnow ? 'dk' : vote.level) : undefined);

/** One question, a sentence for each level, "do not know", send. Nothing else. */
export function VoteStep({ question, round, group, place, own, onVoted, onLate, isLost }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const fault = useId();
  const first = useRef<HTMLInputElement>(null);
  const [choice, setChoice] = useState<Choice | undefined>(choiceOf(own));
  const [isChanging, setChanging] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const { sending, deliver } = useDelivery<WorkshopVote, WorkshopOwnVote>({
    method: 'PUT',
    path: '/workshop-sessions/current/vote',
    onKept: (kept) => {
      setChanging(false);
      onVoted(kept);
    },
    onRefused: onLate,
  });

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (choice === undefined) {
      setMissing(true);
      first.current?.focus();
      return;
    }
    deliver({
      criterion: question.criterion,
      round,
      dontKnow: choice === 'dk',
      attempt: Math.max(own?.attempt ?? 0, sending?.body.attempt ?? 0) + 1,
      ...(choice === 'dk' ? {} : { level: choice }),
    });
  };
  const choose = (given: Choice) => {
    setMissing(false);
    setChoice(given);
  };

  if (own && !isChanging) {
    const chosen = question.levels.find(({ level }) => level === own.level);
    return (
      <PhoneFrame title={t.sent} place={place} page={`sent-${own.attempt}`} isLost={isLost} ownHeading>
        <div role="status" className="ws__sent">
          <span className="ws__done">
            <Icon name="check" />
          </span>
          <h1 tabIndex={-1}>{t.sent}</h1>
          <p>{t.sentWhat}</p>
        </div>
        <section className="ws__chosen">
          <p className="small muted">{t.youChose}</p>
          <p className="ws__row">
            <span className={own.dontKnow ? 'lvl ws__dk' : `lvl lvl--${own.level}`}>{own.dontKnow ? '?' : own.level}</span>
            <span>
              <LocalizedText text={own.dontKnow ? question.dontKnow : chosen?.text} />
            </span>
          </p>
        </section>
        <Button className="btn--lg btn--block" onClick={() => setChanging(true)}>
          {t.change}
        </Button>
        <p className="small muted ws__foot">{t.changeWhat}</p>
      </PhoneFrame>
    );
  }
  return (
    <PhoneFrame title={pick(question.question)} place={place} page="vote" ownHeading isLost={isLost}>
      <form onSubmit={onSubmit}>
        {isMissing && (
          <p className="error-text" id={fault} role="alert">
            {t.choose}
          </p>
        )}
        <fieldset aria-describedby={isMissing ? fault : undefined}>
          <legend>
            <h1 tabIndex={-1} className="ws__question">
              <LocalizedText text={question.question} />
            </h1>
          </legend>
          {question.levels.map(({ level, text }, at) => (
            <label className="choice" key={level}>
              <input
                ref={at === 0 ? first : undefined}
                type="radio"
                name="level"
                value={level}
                checked={choice === level}
                onChange={() => choose(level)}
              />
              <span className={`lvl lvl--${level}`} aria-hidden="true">
                {level}
              </span>
              <span>
                <LocalizedText text={text} />
              </span>
            </label>
          ))}
          <label className="choice ws__unsure">
            <input type="radio" name="level" value="dk" checked={choice === 'dk'} onChange={() => choose('dk')} />
            <span className="lvl ws__dk" aria-hidden="true">
              ?
            </span>
            <span>
              <LocalizedText text={question.dontKnow} />
            </span>
          </label>
        </fieldset>
        <div className="ws__send">
          <Button look="primary" type="submit" className="btn--lg btn--block" busy={sending !== undefined}>
            {sending ? t.sending : t.send}
          </Button>
        </div>
        <div role="status">{sending && sending.tries > 0 && <p className="ws__lost small">{t.notSent}</p>}</div>
      </form>
      <p className="small muted ws__foot">{group.code === 'gemensam' ? t.asShared : <Words text={group.name} say={t.as} />}</p>
    </PhoneFrame>
  );
}
