// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listWaitingConflicts } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { CASE_LISTS } from '../queries';
import { texts } from './texts';

const MOST = 20;

/** For those who rule on conflicts of interest: which wait, oldest first. Nothing where none does. */
export function WaitingConflicts() {
  const t = useTexts(texts);
  const { date } = useFormats();
  const { data } = useQuery({
    queryKey: [...CASE_LISTS, 'waiting-conflicts'],
    queryFn: async ({ signal }) => (await listWaitingConflicts({ query: { limit: MOST }, signal })).data,
  });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="notices" aria-label={t.conflictsWaiting}>
      <h2>{t.conflictsWaiting}</h2>
      <p className="small muted">{t.conflictsWaitingWhat}</p>
      <ul>
        {data.items.map((each) => (
          <li key={each.id}>
            <div className="grow">
              <Link to="/cases/$caseId" params={{ caseId: each.caseId }} search={{}}>
                {each.number}
              </Link>{' '}
              {t.conflictDeclared(each.user.displayName, date(each.declaredAt))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
