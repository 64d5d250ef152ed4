// SPDX-License-Identifier: EUPL-1.2
import { asProblem, ProblemError } from '@/api/problem';
import { Form } from '@/shared/form/Form';
import { TextField } from '@/shared/form/fields';
import { useForm } from '@/shared/form/useForm';
import { Button } from '@/shared/ui/Button';

type Props = {
  words: { code: string; codeHint: string; giveCode: string; wrongCode: string };
  goOn: string;
  className: string;
  maxLength: number;
  /** The code as it is sent, whichever way it was typed. */
  plain: (typed: string) => string;
  onCode: (code: string) => Promise<unknown>;
};

/** The way in for those who type a code: whatever is wrong with it is said at the field, in the same words. */
export function CodeEntry({ words, goOn, className, maxLength, plain, onCode }: Props) {
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => (plain(code) ? [] : [{ pointer: '/code', message: words.giveCode }]),
    send: async ({ code }) => {
      try {
        await onCode(plain(code));
      } catch (thrown) {
        const problem = asProblem(thrown);
        if (problem.status !== 404 && problem.status !== 400) throw problem;
        // Unknown, used up and closed have the same answer, so the words name them all.
        throw new ProblemError(problem.status, {
          type: '/problems/not-found',
          title: problem.problem?.title ?? '',
          status: problem.status,
          traceId: '',
          errors: [{ pointer: '/code', code: 'unusable', message: words.wrongCode }],
        });
      }
    },
  });
  return (
    <Form form={form}>
      <TextField
        at="/code"
        label={words.code}
        hint={words.codeHint}
        className={className}
        value={form.values.code}
        onValue={(value) => form.set('code', value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={maxLength}
      />
      <div className="form__foot">
        <Button look="primary" type="submit" busy={form.busy} className="btn--lg btn--block">
          {goOn}
        </Button>
      </div>
    </Form>
  );
}
