// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeSurveyComment, ifMatch, listSurveyComments, removeSurveyComment, type SurveyComment, screenSurveyComment } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, LoadMore, notify, ProblemAlert, Tag } from '@/shared/ui';
import { CriterionCode } from '@/shared/ui/levels';
import { useWords } from '../groups';
import { interviewsKey } from './queries';
import { texts } from './texts';

/** Comments of the closed survey, to screen before anybody else sees them. */
export function CommentList({ assessmentId }: { assessmentId: string }) {
  const t = useTexts(texts);
  const comments = usePages(
    [...interviewsKey(assessmentId), 'comments'],
    async (cursor, signal) => (await listSurveyComments({ path: { assessmentId }, query: cursor ? { cursor } : {}, signal })).data,
  );
  if (comments.error) return <ProblemAlert problem={comments.error} onRetry={comments.retry} />;
  if (comments.isLoading) return <Loading lines={3} />;
  if (comments.items.length === 0) return <p className="muted">{t.commentsNone}</p>;
  return (
    <>
      <ul className="plain iv__quotes">
        {comments.items.map((comment) => (
          <One key={comment.id} comment={comment} assessmentId={assessmentId} />
        ))}
      </ul>
      <LoadMore shown={comments.items.length} hasMore={comments.hasMore} busy={comments.busy} onMore={comments.more} />
    </>
  );
}

function One({ comment, assessmentId }: { comment: SurveyComment; assessmentId: string }) {
  const t = useTexts(texts);
  const words = useWords();
  const queryClient = useQueryClient();
  const [doing, setDoing] = useState<'edit' | 'remove' | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const path = { commentId: comment.id };
  const headers = ifMatch(comment.version);
  const renew = () => queryClient.invalidateQueries({ queryKey: interviewsKey(assessmentId) });
  const screen = async () => {
    setProblem(null);
    try {
      await screenSurveyComment({ path, headers });
      await renew();
      notify(t.commentScreened);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <li className="iv__quote">
      <blockquote className="quote">{comment.text}</blockquote>
      <p className="small muted">
        <CriterionCode code={comment.criterion} /> {comment.group ? words.group(comment.group) : t.noGroup}{' '}
        <Tag mood={comment.screened ? 'ok' : 'warn'}>{comment.screened ? t.screened : t.unscreened}</Tag>
      </p>
      <div className="actbar iv__acts">
        {!comment.screened && (
          <Button small onClick={() => void screen()}>
            {t.screen}
          </Button>
        )}
        <button type="button" className="linkbtn small" onClick={() => setDoing('edit')}>
          {t.edit}
        </button>
        <button type="button" className="linkbtn small" onClick={() => setDoing('remove')}>
          {t.remove}
        </button>
      </div>
      {problem !== null && <ProblemAlert problem={problem} focusKey={1} />}
      {doing === 'edit' && (
        <FormDialog
          title={t.edit}
          submit={t.saveChange}
          initial={{ text: comment.text }}
          check={({ text }) => (text.trim() ? [] : [{ pointer: '/text', message: t.giveQuote }])}
          send={async ({ text }) => {
            await changeSurveyComment({ path, headers, body: { text: text.trim() } });
            await renew();
            notify(t.commentEdited);
          }}
          onClose={() => setDoing(null)}
        >
          {(form) => (
            <TextArea
              at="/text"
              label={t.comment}
              hint={t.commentEditWhat}
              maxLength={500}
              value={form.values.text}
              onValue={(text) => form.set('text', text)}
            />
          )}
        </FormDialog>
      )}
      {doing === 'remove' && (
        <FormDialog
          title={t.remove}
          look="danger"
          initial={{}}
          send={async () => {
            await removeSurveyComment({ path, headers });
            await renew();
            notify(t.commentRemoved);
          }}
          onClose={() => setDoing(null)}
        >
          {() => <p>{t.commentRemoveWhat}</p>}
        </FormDialog>
      )}
    </li>
  );
}
