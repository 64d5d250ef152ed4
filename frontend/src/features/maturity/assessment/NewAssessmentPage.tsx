// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createAssessment } from '@/api';
import { useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify, Page } from '@/shared/ui';
import { assessmentsKey } from '../queries';
import { words as catalogue } from '../words';
import { AssessmentForm, emptyPlan, faultsOf, invitedGroups, type Plan } from './AssessmentForm';
import { texts } from './texts';
import '../maturity.css';

/** The chosen model as it is sent; nothing where the product's is followed. */
function modelOf({ model }: Plan) {
  const [id, version] = model.split(' ');
  return id && version ? { model: { id, version } } : {};
}

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
          name: plan.name.trim(),
          periodFrom: plan.periodFrom,
          periodTo: plan.periodTo,
          groups: invitedGroups(plan),
          ...(plan.eventLogId ? { eventLogId: plan.eventLogId } : {}),
          ...modelOf(plan),
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
