// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Assessment } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, Page, ProblemAlert } from '@/shared/ui';
import { AssessmentGroupNames, useWords } from '../groups';
import { assessmentQuery, modelQuery } from '../queries';
import { CommentList } from './CommentList';
import { QuoteList } from './QuoteList';
import { texts } from './texts';
import '../maturity.css';

const isClosed = (assessment: Assessment) => assessment.survey?.state === 'closed';

/** All quotes of an assessment, to code and screen, and the comments of its survey. */
export function QuotesPage() {
  return (
    <AssessmentGroupNames>
      <QuotesOfAssessment />
    </AssessmentGroupNames>
  );
}

function QuotesOfAssessment() {
  const t = useTexts(texts);
  const words = useWords();
  const { assessmentId = '' } = useParams({ strict: false });
  const assessment = useQuery(assessmentQuery(assessmentId));
  const model = useQuery({ ...modelQuery(assessment.data?.model), enabled: assessment.data !== undefined });
  const problem = assessment.error ?? model.error;
  return (
    <Page
      title={t.quotes}
      purpose={t.quotesPurpose}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        ...(assessment.data ? [{ text: assessment.data.name, to: `/maturity/${assessmentId}` }] : []),
        { text: t.interviews, to: `/maturity/${assessmentId}/interviews` },
      ]}
    >
      {assessment.data && model.data ? (
        <>
          <QuoteList assessmentId={assessmentId} model={model.data} />
          <section className="section">
            <h2>{t.comments}</h2>
            {isClosed(assessment.data) ? <CommentList assessmentId={assessmentId} /> : <p className="muted">{t.commentsWait}</p>}
          </section>
        </>
      ) : problem ? (
        <ProblemAlert problem={problem} />
      ) : (
        <Loading lines={6} />
      )}
    </Page>
  );
}
