// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Loading, Page, ProblemAlert, Tag } from '@/shared/ui';
import { assessmentQuery, workshopsQuery } from './queries';
import { texts } from './texts';

/** The workshops of an assessment. */
export function WorkshopsPage() {
  const t = useTexts(texts);
  const may = useMay();
  const { assessmentId = '' } = useParams({ strict: false });
  const assessment = useQuery(assessmentQuery(assessmentId));
  const workshops = useQuery(workshopsQuery(assessmentId));
  const plan = may('assessment:lead') && (
    <Link to="/maturity/$assessmentId/workshops/new" params={{ assessmentId }} className={buttonClass('primary')}>
      {t.plan}
    </Link>
  );
  return (
    <Page
      title={t.workshops}
      purpose={t.listPurpose}
      crumbs={[
        { text: t.maturity, to: '/maturity' },
        ...(assessment.data ? [{ text: assessment.data.name, to: `/maturity/${assessmentId}` }] : []),
      ]}
      actions={workshops.data && workshops.data.length > 0 && plan}
    >
      {workshops.data?.length === 0 && (
        <Empty title={t.none} action={plan}>
          {t.noneWhat}
        </Empty>
      )}
      {workshops.isPending && <Loading lines={4} />}
      {workshops.error && <ProblemAlert problem={workshops.error} onRetry={() => void workshops.refetch()} />}
      {workshops.data && workshops.data.length > 0 && <List workshops={workshops.data} />}
    </Page>
  );
}

type One = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof workshopsQuery>['queryFn']>>>>[number];

function List({ workshops }: { workshops: readonly One[] }) {
  const t = useTexts(texts);
  const may = useMay();
  const { moment } = useFormats();
  return (
    <div className="tablewrap">
      <table className="table table--cards">
        <caption className="vh">{t.workshops}</caption>
        <thead>
          <tr>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.when}</th>
            <th scope="col">{t.stateHead}</th>
            <th scope="col">{t.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {workshops.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link
                  to={one.state === 'ended' || !may('assessment:lead') ? '/workshops/$workshopId/protocol' : '/workshops/$workshopId'}
                  params={{ workshopId: one.id }}
                >
                  {one.name}
                </Link>
              </th>
              <td data-l={t.when}>{moment(one.startsAt)}</td>
              <td data-l={t.stateHead}>
                <Tag>{t.state[one.state]}</Tag>
              </td>
              <td data-l={t.outcome}>{t.decidedOf(one.decidedCount, one.questionCount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
