// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { SurveyQuestions, SurveySession } from '@/api/gen/types.gen';
import { type Answer, type Draft, firstOpen, forgetDraft, freshDraft, loadDraft, saveDraft } from './draft';
import { PausedStep } from './PausedStep';
import { QuestionStep } from './QuestionStep';
import { ReviewStep } from './ReviewStep';
import { SentStep } from './SentStep';
import { StartStep } from './StartStep';
import { useSteps } from './steps';

type Props = {
  /** Name of the draft on this device. */
  name: string;
  session: SurveySession;
  content: SurveyQuestions;
  onSessionOver: () => void;
};

/** The questions one by one, with the draft kept on the device at every answer. */
export function Questionnaire({ name, session, content, onSessionOver }: Props) {
  const { step, toReview, go } = useSteps();
  const [draft, setDraft] = useState<Draft>(() => loadDraft(name));
  const all = content.questions;

  const keep = (next: Draft) => {
    setDraft(next);
    saveDraft(name, next);
  };
  const startOver = () => {
    forgetDraft(name);
    setDraft(freshDraft());
    go('start');
  };
  const answer = (criterion: string, given: Answer) => keep({ ...draft, answers: { ...draft.answers, [criterion]: given } });
  const onward = () => {
    const open = firstOpen(draft, all);
    go(open < 0 ? 'review' : open);
  };
  const onSent = () => {
    forgetDraft(name);
    setDraft(freshDraft());
    go('sent');
  };

  const question = typeof step === 'number' ? all[step] : undefined;
  if (step === 'sent') return <SentStep />;
  if (step === 'paused') return <PausedStep draft={draft} all={all} onGoOn={onward} onStartOver={startOver} />;
  if (step === 'review') {
    return (
      <ReviewStep
        content={content}
        draft={draft}
        onChange={(at) => go(at, true)}
        onUnit={(unitId) => {
          const { unitId: _, ...rest } = draft;
          keep(unitId ? { ...rest, unitId } : rest);
        }}
        onBack={() => go(all.length - 1)}
        onSent={onSent}
        onSessionOver={onSessionOver}
      />
    );
  }
  if (question && typeof step === 'number') {
    const isLast = step === all.length - 1;
    return (
      <QuestionStep
        key={question.criterion}
        question={question}
        at={step}
        count={all.length}
        dontKnow={content.dontKnow}
        group={session.groupName}
        answer={draft.answers[question.criterion]}
        toReview={toReview || isLast}
        onAnswer={(given) => answer(question.criterion, given)}
        comment={draft.comments?.[question.criterion] ?? ''}
        onComment={(text) => keep({ ...draft, comments: { ...draft.comments, [question.criterion]: text } })}
        onNext={() => go(toReview || isLast ? 'review' : step + 1)}
        onBack={() => go(toReview ? 'review' : step === 0 ? 'start' : step - 1)}
        onPause={() => go('paused')}
      />
    );
  }
  return <StartStep session={session} draft={draft} all={all} onGoOn={onward} onStartOver={startOver} />;
}
