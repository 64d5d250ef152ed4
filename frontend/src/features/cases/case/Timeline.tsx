// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi } from '@tanstack/react-router';
import { type CaseEvent, type CaseFile, listCaseEvents } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats, useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Chip, Chips, Loading, LoadMore, ProblemAlert } from '@/shared/ui';
import { eventsKey } from '../queries';
import type { CaseSearch } from '../states';
import { texts } from '../texts';

const LIMIT = 50;
const LONG_DAYS = 7;
const route = getRouteApi('/frame/cases/$caseId');

const KINDS: Record<NonNullable<CaseSearch['events']>, RegExp> = {
  records: /^(ItemReceived|RecordAdded|NoteAdded|SupplementReceived|ResponseReceived|StatementReceived)$/,
  decisions: /^Decision/,
};

/** What has happened, newest first; long silences are told. */
export function Timeline({ file }: { file: CaseFile }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const today = useToday();
  const { events: kind } = route.useSearch();
  const navigate = route.useNavigate();
  const pages = usePages(
    eventsKey(file.id),
    async (cursor, signal) => (await listCaseEvents({ path: { caseId: file.id }, query: { cursor, limit: LIMIT }, signal })).data,
  );
  const shown = kind ? pages.items.filter((event) => KINDS[kind].test(event.activity)) : pages.items;
  const show = (events: CaseSearch['events']) =>
    void navigate({ search: (old) => ({ ...old, events }), replace: true, resetScroll: false });
  return (
    <section className="section--tight" aria-labelledby="events">
      <div className="sechead">
        <h2 id="events">{t.events}</h2>
        <Chips label={t.eventsOfKind}>
          <Chip pressed={!kind} onPress={() => show(undefined)}>
            {t.eventsAll}
          </Chip>
          <Chip pressed={kind === 'records'} onPress={() => show('records')}>
            {t.eventsRecords}
          </Chip>
          <Chip pressed={kind === 'decisions'} onPress={() => show('decisions')}>
            {t.eventsDecisions}
          </Chip>
        </Chips>
      </div>
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && shown.length === 0 && <p className="muted">{t.noEvents}</p>}
      <ol className="plain tline">
        {!kind &&
          file.waits.map((wait) => (
            <li key={wait} className="wait">
              <time dateTime={today}>{t.todayNow(dayMonth(today))}</time>
              <p>
                <b>{t.waits[wait]}</b>
              </p>
            </li>
          ))}
        {shown.map((event, at) => (
          <EventItem key={event.id} file={file} event={event} later={kind ? undefined : shown[at - 1]} />
        ))}
      </ol>
      {pages.hasMore && <LoadMore shown={pages.items.length} hasMore busy={pages.busy} onMore={pages.more} />}
    </section>
  );
}

function EventItem({ file, event, later }: { file: CaseFile; event: CaseEvent; later: CaseEvent | undefined }) {
  const t = useTexts(texts);
  const { dayMonth, moment } = useFormats();
  const silence = later ? Math.floor((Date.parse(later.occurredAt) - Date.parse(event.occurredAt)) / 86_400_000) : 0;
  const words = (t.activities as Record<string, string>)[event.activity] ?? event.activity;
  const channel = event.channel ? (t.channels as Record<string, string>)[event.channel] : undefined;
  const who = event.actor?.displayName ?? (event.actorKind === 'user' ? undefined : t.automatic);
  const pick = usePick();
  const { recordNo, dueDate, kind } = event.details ?? {};
  const deadline = event.activity.startsWith('Deadline') ? file.deadlines.find((each) => each.kind === kind) : undefined;
  const record = file.records.find((each) => each.recordNo === recordNo);
  const small = [
    pick(deadline?.name),
    record && t.recordNo(record.recordNo, record.title),
    typeof dueDate === 'string' && t.until(dayMonth(dueDate)),
    who,
    event.onBehalfOf && t.onBehalfOf(event.onBehalfOf.displayName),
    channel && t.through(channel),
    event.reason,
  ]
    .filter(Boolean)
    .join('. ');
  return (
    <>
      {silence >= LONG_DAYS && <li className="gap">{t.gap(silence)}</li>}
      <li className={event.activity === 'ItemReceived' ? 'in' : undefined}>
        <time dateTime={event.occurredAt}>{moment(event.occurredAt)}</time>
        <p>
          <b>{words}</b>
        </p>
        {small && <p className="small">{small}</p>}
      </li>
    </>
  );
}
