// SPDX-License-Identifier: EUPL-1.2
import { useCallback, useState } from 'react';
import type { SurveyQuestions, SurveySession } from '@/api/gen/types.gen';
import { asProblem, type ProblemError } from '@/api/problem';
import { putBackCode, takeCode, useCodeInAddress } from '@/shared/door/addressCode';
import { useTexts } from '@/shared/i18n/texts';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { enter, mySession, questions } from './api';
import { CodeForm } from './CodeForm';
import { draftName, latestName } from './draft';
import { Questionnaire } from './Questionnaire';
import { AlreadySent } from './SentStep';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

type State =
  | { at: 'loading' }
  | { at: 'code'; over: boolean }
  | { at: 'failed'; problem: ProblemError }
  | { at: 'answered' }
  | { at: 'open'; name: string; session: SurveySession; content: SurveyQuestions };

/** What a participant meets: the way in, then the questions. */
export function SurveyPage() {
  const t = useTexts(texts);
  const [state, setState] = useState<State>({ at: 'loading' });

  const show = useCallback(async (session: SurveySession, name: string) => {
    if (session.answered) return setState({ at: 'answered' });
    setState({ at: 'open', name, session, content: await questions() });
  }, []);

  const begin = useCallback(async () => {
    const code = takeCode();
    setState({ at: 'loading' });
    try {
      if (code) await show(await enter(code), draftName(code));
      else await show(await mySession(), latestName());
    } catch (thrown) {
      const problem = asProblem(thrown);
      const isRefused = [400, 401, 404, 409].includes(problem.status);
      setState(isRefused ? { at: 'code', over: false } : { at: 'failed', problem });
      if (code && !isRefused) putBackCode(code);
    }
  }, [show]);

  useCodeInAddress(begin);

  switch (state.at) {
    case 'loading':
      return (
        <main className="phone" aria-busy="true">
          <h1 className="vh">{t.title}</h1>
          <p role="status" className="muted">
            {t.loading}
          </p>
        </main>
      );
    case 'failed':
      return (
        <SurveyFrame title={t.failed}>
          <ProblemAlert problem={state.problem} onRetry={() => void begin()} />
        </SurveyFrame>
      );
    case 'code':
      return <CodeForm over={state.over} onCode={async (code) => show(await enter(code), draftName(code))} />;
    case 'answered':
      return <AlreadySent onOtherCode={() => setState({ at: 'code', over: false })} />;
    case 'open':
      return (
        <Questionnaire
          key={state.name}
          name={state.name}
          session={state.session}
          content={state.content}
          onSessionOver={() => setState({ at: 'code', over: true })}
        />
      );
  }
}
