// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listCaseNotices, listSubstitutions, readCaseNotice, useMay, useMe } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button, ProblemAlert } from '@/shared/ui';
import { texts as closed } from '../secrecy/texts';
import { texts } from './texts';

const KEY = ['case-notices'] as const;

/** Reminders to oneself, and whom one stands in for today. Nothing where there are none. */
export function Notices() {
  const t = useTexts(texts);
  const words = useTexts(closed);
  const may = useMay();
  const queryClient = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await listCaseNotices({ query: { limit: 20 }, signal })).data,
  });
  const away = useMutation({
    mutationFn: (noticeId: string) => readCaseNotice({ path: { noticeId } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <>
      <StandingIn />
      {data && data.items.length > 0 && (
        <section className="notices" aria-label={t.notices}>
          <h2>{t.notices}</h2>
          {away.error && <ProblemAlert problem={away.error} />}
          <ul>
            {data.items.map((notice) => (
              <li key={notice.id}>
                <div className="grow">
                  {notice.openingId && !notice.subject ? (
                    <b>{notice.number}</b>
                  ) : (
                    <Link to="/cases/$caseId" params={{ caseId: notice.caseId }}>
                      {notice.number}
                    </Link>
                  )}{' '}
                  {notice.subject}
                  {notice.openingId && (
                    <p>
                      {notice.reviewOverdue ? words.noticeOverdue : words.noticeOpened}{' '}
                      {may('case:review-opening') && (
                        <Link to="/cases/closed" search={{ view: 'openings' }}>
                          {words.noticeReview}
                        </Link>
                      )}
                    </p>
                  )}
                  {notice.text && <p>{notice.text}</p>}
                  {notice.dueDate && <p>{t.drawsNear(notice.dueDate)}</p>}
                  <p className="small muted">
                    {[
                      notice.from && t.noticeFrom(notice.from.displayName, notice.createdAt.slice(0, 10)),
                      notice.onBehalfOf && t.forWhom(notice.onBehalfOf.displayName),
                    ]
                      .filter(Boolean)
                      .join('. ')}
                  </p>
                </div>
                <Button small onClick={() => away.mutate(notice.id)} aria-label={t.putAwayWhat(notice.number)}>
                  {t.putAway}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function StandingIn() {
  const t = useTexts(texts);
  const may = useMay();
  const me = useMe();
  const { data } = useQuery({
    queryKey: ['substitutions'],
    queryFn: async ({ signal }) => (await listSubstitutions({ signal })).data,
    enabled: may('substitution:manage'),
  });
  const mine = data?.items.filter((each) => each.holds && each.substitute.id === me.user.id) ?? [];
  if (mine.length === 0) return null;
  return (
    <ul className="plain standingin">
      {mine.map((each) => (
        <li key={each.id}>
          <Link to="/cases/substitutions">{t.substitutions}</Link>: {t.standInFor(each.principal.displayName, each.validTo)}
        </li>
      ))}
    </ul>
  );
}
