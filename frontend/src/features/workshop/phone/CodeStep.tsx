// SPDX-License-Identifier: EUPL-1.2
import { asProblem, ProblemError } from '@/api/problem';
import { Form } from '@/shared/form/Form';
import { TextField } from '@/shared/form/fields';
import { useForm } from '@/shared/form/useForm';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { texts } from '../texts';
import { PhoneFrame } from './PhoneFrame';

/** The way in for those who type the code on the screen. */
export function CodeStep({ isOver, onCode }: { isOver: boolean; onCode: (code: string) => Promise<unknown> }) {
  const t = useTexts(texts);
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => (code.trim() ? [] : [{ pointer: '/code', message: t.giveCode }]),
    send: async ({ code }) => {
      try {
        await onCode(code.trim());
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (problem.status !== 404 && problem.status !== 400) throw problem;
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
    <PhoneFrame title={t.codeTitle} page="code">
      <p className="muted">{isOver ? t.sessionOver : t.codeWhat}</p>
      <Form form={form}>
        <TextField
          at="/code"
          label={t.code}
          hint={t.codeHint}
          className="input ws__code"
          value={form.values.code}
          onValue={(value) => form.set('code', value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
        />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy} className="btn--lg btn--block">
            {t.goOn}
          </Button>
        </div>
      </Form>
    </PhoneFrame>
  );
}
