// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { MinedCaseLine, MinedEvent } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Loading, ProblemAlert, Tag } from '@/shared/ui';
import { useClassNames } from '../classes';
import { filterOf } from '../filter/search';
import { LogPage } from '../LogPage';
import { minedCaseQuery } from '../queries';
import { useDurations } from '../text/durations';
import { useSay } from '../text/say';
import { caseTexts } from './texts';

const MOST_EVENTS = 10_000;
const DAY = 86_400;

/** Where the case itself is, in the feature that holds it. */
const ownCase = (caseId: string): string => `/cases/${caseId}`;

/** One case of a log: its events in order and the time between them. */
export function CasePage() {
  const t = useTexts(caseTexts);
  const { logId, caseKey } = useParams({ from: '/frame/friction/$logId/cases/$caseKey' });
  const filter = filterOf(useSearch({ from: '/frame/friction/$logId/cases/$caseKey' }));
  const { data, error, refetch } = useQuery(minedCaseQuery(logId, caseKey));
  const { words } = useDurations();
  const { number } = useFormats();
  return (
    <LogPage
      logId={logId}
      title={data?.case.label ?? t.case}
      filter={filter}
      {...(data ? { purpose: t.casePurpose(words(data.case.durationSeconds), number(data.case.events, 0)) } : {})}
      actions={() =>
        data?.case.caseId !== undefined && (
          <Link to={ownCase(data.case.caseId)} className={buttonClass('primary')}>
            {t.toCase}
          </Link>
        )
      }
    >
      {({ log }) => (
        <>
          {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading lines={10} />}
          {data && <EventLine line={data} logId={logId} endKnown={log.endKnown} />}
        </>
      )}
    </LogPage>
  );
}

function EventLine({ line, logId, endKnown }: { line: MinedCaseLine; logId: string; endKnown: boolean }) {
  const t = useTexts(caseTexts);
  const numbered = line.events.map((event, at) => ({ event, at }));
  return (
    <div className="caseline">
      <p className="row">
        {endKnown && <Tag mood={line.case.closed ? undefined : 'info'}>{line.case.closed ? t.closed : t.open}</Tag>}
        <Link to="/friction/$logId/cases" params={{ logId }} search={{ variant: line.case.variant }}>
          {t.samePath}
        </Link>
      </p>
      <h2 className="vh">{t.line}</h2>
      <ol className="tline plain">
        {numbered.map(({ event, at }) => (
          <Fragment key={at}>
            {at > 0 && <Gap event={event} />}
            <EventItem event={event} />
          </Fragment>
        ))}
      </ol>
      {line.case.events > MOST_EVENTS && <p className="small muted">{t.first}</p>}
    </div>
  );
}

/** The time before an event, where there is any worth telling. */
function Gap({ event }: { event: MinedEvent }) {
  const t = useTexts(caseTexts);
  const { words } = useDurations();
  if (event.secondsSincePrevious < DAY) return null;
  return <li className="gap">{t.after(words(event.secondsSincePrevious))}</li>;
}

function EventItem({ event }: { event: MinedEvent }) {
  const say = useSay();
  const pick = usePick();
  const { date, time } = useFormats();
  const named = useClassNames();
  return (
    <li>
      <time dateTime={event.at}>
        {date(event.at)} {time(event.at)}
      </time>
      <p>
        <b>{say(event.activity)}</b> {event.eventClass !== undefined && <Tag>{pick(named(event.eventClass))}</Tag>}
      </p>
      {event.unit && <p className="small muted">{pick(event.unit.name) || event.unit.unit}</p>}
    </li>
  );
}
