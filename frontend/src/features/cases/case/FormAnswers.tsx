// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { CaseFile } from '@/api';
import { getCaseTypeOptions } from '@/api/queries';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { groupsOf, wordsOf } from '../new/schema';
import { texts } from '../texts';

/** What the form says, with the questions of the version the case follows. */
export function FormAnswers({ file }: { file: CaseFile }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { language } = useLanguage();
  const { data: type } = useQuery({
    ...getCaseTypeOptions({ path: { caseTypeId: file.caseTypeId }, query: { version: file.caseTypeVersion } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const answers = file.formData ?? {};
  const questions = type ? groupsOf(type.definition).flatMap((group) => group.questions) : [];
  if (questions.length === 0) return null;
  return (
    <section className="section--tight" aria-labelledby="form-answers">
      <h2 id="form-answers">{t.formData}</h2>
      <dl className="answers">
        {questions.map((question) => (
          <div key={question.key} className="contents">
            <dt>{pick(question.title)}</dt>
            <dd>
              {answers[question.key] === undefined ? (
                <span className="muted">{t.noAnswer}</span>
              ) : (
                wordsOf(question, answers[question.key], language, t)
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
