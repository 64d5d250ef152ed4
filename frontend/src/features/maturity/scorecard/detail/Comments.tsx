// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { listCriterionComments } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useTexts } from '@/shared/i18n/texts';
import { Button, ProblemAlert, Source } from '@/shared/ui';
import { useWords } from '../../groups';
import { interviewsKey } from '../../interview/queries';
import { texts } from '../../interview/texts';
import { GroupIcon } from '../GroupShape';

/** What was written at a question of the survey: screened, without name, in no order. */
export function Comments({ assessmentId, criterion }: { assessmentId: string; criterion: string }) {
  const t = useTexts(texts);
  const words = useWords();
  const comments = usePages(
    [...interviewsKey(assessmentId), 'shown-comments', criterion],
    async (cursor, signal) =>
      (await listCriterionComments({ path: { assessmentId, criterion }, query: cursor ? { cursor } : {}, signal })).data,
  );
  const waiting = comments.first?.waiting ?? 0;
  if (comments.error) return <ProblemAlert problem={comments.error} onRetry={comments.retry} />;
  if (comments.items.length === 0 && waiting === 0) return null;
  return (
    <div className="sc__comments">
      <p className="small sc__sub">
        <b>{t.comments}</b>
      </p>
      <ul className="plain sc__quotes">
        {comments.items.map((comment) => (
          <li className="sc__quote" key={comment.id}>
            <blockquote className="quote small">{comment.text}</blockquote>
            {comment.group && (
              <p className="small muted">
                <GroupIcon group={comment.group} /> {words.group(comment.group)}
              </p>
            )}
          </li>
        ))}
      </ul>
      {comments.hasMore && (
        <Button small busy={comments.busy} onClick={comments.more}>
          {t.moreQuotes}
        </Button>
      )}
      {waiting > 0 && (
        <p className="small">
          {t.commentsWaiting(waiting)}{' '}
          <Link to="/maturity/$assessmentId/quotes" params={{ assessmentId }}>
            {t.toQuotes}
          </Link>
        </p>
      )}
      <Source note={{ title: t.comments, definition: t.commentSource }} />
    </div>
  );
}
