// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import type { AssessmentSummary } from '@/api';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Loading, ProblemAlert } from '@/shared/ui';
import { assessmentsQuery } from '../queries';
import { texts } from '../texts';

const LATE_STATES = ['deciding', 'decided', 'analysing'];

/** The one the address names; otherwise the newest that has levels to build on; otherwise the newest. */
export function chooseAssessment(all: readonly AssessmentSummary[], wanted: string | undefined): AssessmentSummary | undefined {
  return all.find((each) => each.id === wanted) ?? all.find((each) => each.decidedCount > 0 || LATE_STATES.includes(each.state)) ?? all[0];
}

/** Gives the chosen assessment to its content, or says how to get one. */
export function WithAssessment({
  wanted,
  children,
}: {
  wanted: string | undefined;
  children: (assessment: AssessmentSummary) => ReactNode;
}) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(assessmentsQuery);
  if (error) return <ProblemAlert problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const chosen = chooseAssessment(data, wanted);
  if (!chosen) {
    return (
      <Empty
        title={t.noAssessment}
        action={
          <Link to={'/maturity' as '/'} className={buttonClass('primary')}>
            {t.toMaturity}
          </Link>
        }
      >
        {t.noAssessmentWhat}
      </Empty>
    );
  }
  return <>{children(chosen)}</>;
}

/** A choice between assessments, where there is more than one. */
export function AssessmentPicker({ chosen }: { chosen: AssessmentSummary }) {
  const t = useTexts(texts);
  const pick = usePick();
  const id = useId();
  const navigate = useNavigate();
  const { data = [chosen] } = useQuery(assessmentsQuery);
  const name = (each: AssessmentSummary) => `${each.name}, ${pick(each.process?.name ?? each.unitName)}`;
  if (data.length === 1) return <p className="small muted">{name(chosen)}</p>;
  return (
    <div className="row picker">
      <label className="small muted" htmlFor={id}>
        {t.assessment}
      </label>
      <select
        id={id}
        className="select select--inline"
        value={chosen.id}
        onChange={(event) =>
          void navigate({ to: '.', search: (search: Record<string, unknown>) => ({ ...search, assessment: event.target.value }) as never })
        }
      >
        {data.map((each) => (
          <option key={each.id} value={each.id}>
            {name(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
