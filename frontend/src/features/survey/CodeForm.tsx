// SPDX-License-Identifier: EUPL-1.2
import { asProblem, ProblemError } from '@/api/problem';
import { Form } from '@/shared/form/Form';
import { TextField } from '@/shared/form/fields';
import { useForm } from '@/shared/form/useForm';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { plainCode } from './draft';
import { SurveyFrame } from './SurveyFrame';
import { texts } from './texts';

/** The way in for those who type their code. */
export function CodeForm({ over, onCode }: { over: boolean; onCode: (code: string) => Promise<unknown> }) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => (plainCode(code) ? [] : [{ pointer: '/code', message: t.giveCode }]),
    send: async ({ code }) => {
      try {
        await onCode(plainCode(code));
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (problem.status !== 404 && problem.status !== 400) throw problem;
        // Said at the field: unknown, used up and closed have the same answer, so the words name all three.
        throw new ProblemError(problem.status, {
          type: '/problems/not-found',
          title: problem.problem?.title ?? '',
          status: problem.status,
          traceId: '',
          errors: [{ pointer: '/code', code: 'unusable', message: t.wrongCode }],
        });
      }
    },
  });
  return (
    <SurveyFrame title={t.codeTitle}>
      <p className="survey__lead">{over ? t.sessionOver : t.codeWhat}</p>
      <Form form={form}>
        <TextField
          at="/code"
          label={t.code}
          hint={t.codeHint}
          className="input survey__code"
          value={form.values.code}
          onValue={(value) => form.set('code', value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
        />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy} className="btn--lg btn--block">
            {t.open}
          </Button>
        </div>
      </Form>
    </SurveyFrame>
  );
}
