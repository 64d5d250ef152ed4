// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { changeInterview, ifMatch, planInterview } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, notify, Page, ProblemAlert } from '@/shared/ui';
import { useWords } from '../groups';
import { assessmentQuery, modelQuery } from '../queries';
import { PlanForm } from './PlanForm';
import { interviewQuery, interviewsKey, useTakeIn } from './queries';
import { texts } from './texts';
import '../maturity.css';

/** Plans an interview. */
export function NewInterviewPage() {
  const t = useTexts(texts);
  const words = useWords();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { assessmentId = '' } = useParams({ strict: false });
  const { assessment, model, problem } = useAssessment(assessmentId);
  return (
    <Page
      title={t.plan}
      purpose={t.planPurpose}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        ...(assessment ? [{ text: assessment.name, to: `/maturity/${assessmentId}` }] : []),
        { text: t.interviews, to: `/maturity/${assessmentId}/interviews` },
      ]}
    >
      {assessment && model ? (
        <PlanForm
          assessment={assessment}
          model={model}
          send={async (body) => {
            const { data } = await planInterview({ path: { assessmentId }, body });
            await queryClient.invalidateQueries({ queryKey: interviewsKey(assessmentId) });
            notify(t.planned);
            await navigate({ to: '/interviews/$interviewId', params: { interviewId: data.id } });
          }}
          onCancel={() => void navigate({ to: '/maturity/$assessmentId/interviews', params: { assessmentId } })}
        />
      ) : problem ? (
        <ProblemAlert problem={problem} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

/** Changes the plan of an interview that has not been held. */
export function ChangeInterviewPage() {
  const t = useTexts(texts);
  const words = useWords();
  const navigate = useNavigate();
  const takeIn = useTakeIn();
  const { interviewId = '' } = useParams({ strict: false });
  const interview = useQuery(interviewQuery(interviewId));
  const { assessment, model, problem } = useAssessment(interview.data?.assessmentId);
  const back = () => navigate({ to: '/interviews/$interviewId', params: { interviewId } });
  return (
    <Page
      title={t.change}
      crumbs={[
        { text: words.maturity, to: '/maturity' },
        ...(assessment ? [{ text: t.interviews, to: `/maturity/${assessment.id}/interviews` }] : []),
        { text: t.interview, to: `/interviews/${interviewId}` },
      ]}
    >
      {interview.data && assessment && model ? (
        <PlanForm
          assessment={assessment}
          model={model}
          interview={interview.data}
          send={async (body) => {
            const { data } = await changeInterview({ path: { interviewId }, body, headers: ifMatch(interview.data.version) });
            await takeIn(data);
            notify(t.changed);
            await back();
          }}
          onCancel={() => void back()}
        />
      ) : (interview.error ?? problem) ? (
        <ProblemAlert problem={interview.error ?? problem} />
      ) : (
        <Loading lines={8} />
      )}
    </Page>
  );
}

function useAssessment(assessmentId: string | undefined) {
  const assessment = useQuery({ ...assessmentQuery(assessmentId ?? ''), enabled: assessmentId !== undefined && assessmentId !== '' });
  const model = useQuery({ ...modelQuery(assessment.data?.model), enabled: assessment.data !== undefined });
  return { assessment: assessment.data, model: model.data, problem: assessment.error ?? model.error };
}
