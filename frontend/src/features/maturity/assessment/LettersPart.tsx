// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { type Assessment, askForSurveyLetters, asProblem } from '@/api';
import type { ProblemError } from '@/api/problem';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { announce, Button, notify, ProblemAlert } from '@/shared/ui';
import { assessmentKey } from '../queries';
import { letterTexts } from './letterTexts';

/** Sends invitations and reminders, where there is a mail server; otherwise says what to do instead, with a text to copy. */
export function LettersPart({ assessment }: { assessment: Assessment }) {
  const t = useTexts(letterTexts);
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError | null>(null);
  const act = assessment.acts.find((one) => one.act === 'send_letters');
  if (!act || assessment.survey?.state !== 'open') return null;
  const send = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await askForSurveyLetters({ path: { assessmentId: assessment.id } });
      notify(t.sent);
      await queryClient.invalidateQueries({ queryKey: assessmentKey(assessment.id) });
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="letters noprint">
      <h3>{t.remind}</h3>
      {act.possible ? (
        <>
          <p className="measure">{t.lettersWhat}</p>
          {problem && <ProblemAlert problem={problem} />}
          <Button busy={busy} onClick={() => void send()}>
            {t.letters}
          </Button>
        </>
      ) : (
        act.reason && (
          <p className="measure">
            <LocalizedText text={act.reason} />
          </p>
        )
      )}
      <Copy assessment={assessment} />
    </div>
  );
}

function Copy({ assessment }: { assessment: Assessment }) {
  const t = useTexts(letterTexts);
  const { longDate } = useFormats();
  const id = useId();
  const until = assessment.survey?.closesOn;
  const text = t.text(assessment.name, `${location.origin}/survey`, until ? longDate(until) : undefined);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      announce(t.copied);
    } catch {
      announce(t.copyFailed);
    }
  };
  return (
    <>
      <p className="small muted" id={id}>
        {t.copyWhat}
      </p>
      <textarea className="input letters__text" readOnly rows={7} aria-labelledby={id} value={text} />
      <Button small onClick={() => void copy()}>
        {t.copy}
      </Button>
    </>
  );
}
