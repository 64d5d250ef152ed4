// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Source } from '@/shared/ui';
import { standingQuery } from './queries';
import { texts } from './texts';

const CAP = 1000;
const capped = (count: number) => (count >= CAP ? `${CAP}+` : count);

/** A registrar's own figures: what has come in today, what waits, and since when. */
export function InboxFigures() {
  const t = useTexts(texts);
  const { moment } = useFormats();
  const { data } = useQuery(standingQuery);
  if (!data) return null;
  const { receivedTodayCount, waitingCount, lateCount, oldestReceivedAt } = data;
  return (
    <section aria-label={t.inbox} className="counts">
      <dl>
        <div>
          <dt>{t.cameToday}</dt>
          <dd>{capped(receivedTodayCount)}</dd>
        </div>
        <div>
          <dt>{t.waitingInInbox}</dt>
          <dd>
            {waitingCount > 0 ? (
              <Link to="/inbox" search={{}}>
                {capped(waitingCount)}
              </Link>
            ) : (
              0
            )}
          </dd>
        </div>
        <div className={lateCount > 0 ? 'is-late' : undefined}>
          <dt>{t.late}</dt>
          <dd>
            {lateCount > 0 ? (
              <Link to="/inbox" search={{ late: true }}>
                {capped(lateCount)}
              </Link>
            ) : (
              0
            )}
          </dd>
        </div>
        {oldestReceivedAt && (
          <div>
            <dt>{t.oldest}</dt>
            <dd className="small">{moment(oldestReceivedAt)}</dd>
          </div>
        )}
      </dl>
      <Source note={t.figuresNote} />
    </section>
  );
}
