// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { type Assessment, asProblem, changeAssessment, ifMatch } from '@/api';
import { useForm } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Difference, Loading, notify, Page, ProblemAlert, StaleAlert } from '@/shared/ui';
import { assessmentKey, assessmentQuery, assessmentsKey, useEventLogs } from '../queries';
import { words as catalogue } from '../words';
import { AssessmentForm, faultsOf, type Plan } from './AssessmentForm';
import { groupPlanOf, sentGroups } from './groups';
import { texts } from './texts';
import '../maturity.css';

/** Changes name and log, and while it is planned also period and groups. */
export function ChangeAssessmentPage() {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const { assessmentId = '' } = useParams({ strict: false });
  const assessment = useQuery({ ...assessmentQuery(assessmentId), refetchOnWindowFocus: false });
  const { data } = assessment;
  return (
    <Page
      title={data ? t.changeTitle(data.name) : t.change}
      crumbs={[{ text: words.maturity, to: '/maturity' }, ...(data ? [{ text: data.name, to: `/maturity/${data.id}` }] : [])]}
    >
      {data ? (
        <Changing key={assessmentId} read={data} />
      ) : assessment.error ? (
        <ProblemAlert problem={assessment.error} onRetry={() => void assessment.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}

/** An assessment as the form holds it. */
export const planOf = (assessment: Assessment): Plan => ({
  unitId: assessment.unitId,
  about: assessment.process ? 'process' : 'unit',
  caseTypeKey: assessment.process?.key ?? '',
  name: assessment.name,
  periodFrom: assessment.periodFrom,
  periodTo: assessment.periodTo,
  eventLogId: assessment.eventLogId ?? '',
  model: `${assessment.model.id} ${assessment.model.version}`,
  perspectives: assessment.perspectives.map(({ code }) => code),
  groups: groupPlanOf(assessment),
});

function Changing({ read }: { read: Assessment }) {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const pick = usePick();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const logs = useEventLogs();
  // The version one began from; it moves only when one has seen what somebody else did.
  const [base, setBase] = useState(read);
  const [now, setNow] = useState<Assessment | null>(null);
  const back = () => navigate({ to: '/maturity/$assessmentId', params: { assessmentId: read.id } });
  const form = useForm({
    initial: planOf(read),
    check: (plan) => faultsOf(plan, t, words),
    send: async (plan) => {
      try {
        await changeAssessment({
          path: { assessmentId: read.id },
          headers: ifMatch(base.version),
          body: {
            name: plan.name.trim(),
            periodFrom: plan.periodFrom,
            periodTo: plan.periodTo,
            groups: sentGroups(plan.groups),
            ...(plan.eventLogId ? { eventLogId: plan.eventLogId } : {}),
          },
        });
      } catch (thrown) {
        if (!asProblem(thrown).isStale) throw thrown;
        setNow(await queryClient.fetchQuery({ ...assessmentQuery(read.id), staleTime: 0 }));
        return;
      }
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: assessmentKey(read.id) }),
        queryClient.invalidateQueries({ queryKey: assessmentsKey }),
      ]);
      notify(t.changed);
      await back();
    },
  });
  const logTitle = (id: string | undefined) => logs.data?.find((log) => log.id === id)?.title ?? t.noEventLog;
  return (
    <AssessmentForm key={base.version} form={form} fixed={base.state !== 'planned'} unitFixed submit={t.save} onCancel={() => void back()}>
      {now && (
        <StaleAlert
          differences={differences(base, now, logTitle, t, pick)}
          onKeep={() => {
            setBase(now);
            setNow(null);
          }}
          onDrop={() => {
            setBase(now);
            form.setAll(planOf(now));
            setNow(null);
          }}
        />
      )}
    </AssessmentForm>
  );
}

function differences(
  before: Assessment,
  now: Assessment,
  logTitle: (id: string | undefined) => string,
  t: (typeof texts)['sv'],
  pick: ReturnType<typeof usePick>,
): Difference[] {
  const groups = (one: Assessment) => one.groups.map(({ name, invited }) => `${pick(name)} ${invited}`).join(', ');
  const all: Difference[] = [
    { label: t.staleName, before: before.name, now: now.name },
    { label: t.stalePeriod, before: `${before.periodFrom} – ${before.periodTo}`, now: `${now.periodFrom} – ${now.periodTo}` },
    { label: t.staleLog, before: logTitle(before.eventLogId), now: logTitle(now.eventLogId) },
    { label: t.staleGroups, before: groups(before), now: groups(now) },
  ];
  return all.filter((one) => one.before !== one.now);
}
