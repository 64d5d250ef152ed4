// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listDelayNoticesDue } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { CASE_LISTS } from '../queries';
import { texts } from './texts';

/** For who handles cases: in which a party is to be told of a delay. Nothing where in none. */
export function DelayNoticesDue() {
  const t = useTexts(texts);
  const { data } = useQuery({
    queryKey: [...CASE_LISTS, 'delay-notices-due'],
    queryFn: async ({ signal }) => (await listDelayNoticesDue({ signal })).data,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="notices" aria-label={t.delaysDue}>
      <h2>{t.delaysDue}</h2>
      <p className="small muted">{t.delaysDueWhat}</p>
      <ul>
        {data.items.map((each) => (
          <li key={each.caseId}>
            <div className="grow">
              <Link to="/cases/$caseId" params={{ caseId: each.caseId }} search={{}}>
                {each.number}
              </Link>{' '}
              {each.subject} <span className="small muted">{t.delayDue(each.arrivalDate, each.dueSince)}</span>
            </div>
          </li>
        ))}
      </ul>
      {data.more && <p className="small muted">{t.delaysMore}</p>}
    </section>
  );
}
