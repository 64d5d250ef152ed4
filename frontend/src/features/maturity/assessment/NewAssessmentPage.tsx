// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createAssessment } from '@/api';
import { useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify, Page } from '@/shared/ui';
import { assessmentsKey } from '../queries';
import { words as catalogue } from '../words';
import { AssessmentForm, emptyPlan, faultsOf, modelOf, type Plan } from './AssessmentForm';
import { sentGroups } from './groups';
import { texts } from './texts';
import '../maturity.css';

/** What it follows and asks about; nothing where that is the whole of the product's model. */
const askedOf = (plan: Plan) => {
  const model = modelOf(plan);
  return { ...(model ? { model } : {}), ...(plan.perspectives ? { perspectives: plan.perspectives } : {}) };
};

/** Plans an assessment. */
export function NewAssessmentPage() {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: emptyPlan,
    check: (plan) => faultsOf(plan, t, words),
    send: async (plan) => {
      const { data } = await createAssessment({
        body: {
          unitId: plan.unitId,
          ...(plan.about === 'process' ? { caseTypeKey: plan.caseTypeKey } : {}),
          name: plan.name.trim(),
          periodFrom: plan.periodFrom,
          periodTo: plan.periodTo,
          groups: sentGroups(plan.groups),
          ...(plan.eventLogId ? { eventLogId: plan.eventLogId } : {}),
          ...askedOf(plan),
        },
      });
      await queryClient.invalidateQueries({ queryKey: assessmentsKey });
      notify(t.created(data.name));
      await navigate({ to: '/maturity/$assessmentId', params: { assessmentId: data.id } });
    },
  });
  return (
    <Page title={t.newTitle} purpose={t.newPurpose} crumbs={[{ text: words.maturity, to: '/maturity' }]}>
      <AssessmentForm form={form} submit={t.create} onCancel={() => void navigate({ to: '/maturity' })} />
    </Page>
  );
}
