// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RoadmapItem } from '@/api';
import { useFormats, useToday } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Loading, ProblemAlert, Tag } from '@/shared/ui';
import { ExportLinks } from '../plan/ExportLinks';
import { planTexts } from '../plan/texts';
import { type Axis, axisOf, nameOf, placeOf } from '../quarters';
import { roadmapQuery } from '../queries';
import { texts } from '../texts';

/** The roadmap (vägkarta): a lane for each item over quarters; the words of each lane say the same as its bar. */
export function Roadmap({ assessmentId }: { assessmentId: string }) {
  const t = useTexts(texts);
  const today = useToday();
  const { data, error, refetch } = useQuery(roadmapQuery(assessmentId));
  const items = data?.filter((item) => item.state !== 'dropped') ?? [];
  const axis = axisOf(items, today);
  return (
    <section className="section" aria-labelledby="roadmap">
      <div className="sechead">
        <h2 id="roadmap">{t.roadmap}</h2>
        {items.length > 0 && <ExportLinks />}
        {items.length > 0 && <Legend />}
      </div>
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && items.length === 0 && <Empty title={t.roadmapEmpty}>{t.roadmapEmptyWhat}</Empty>}
      {items.length > 0 && (
        <div className="road" style={{ '--quarters': axis.count } as React.CSSProperties}>
          <div className="qh qh--first">{t.action}</div>
          {Array.from({ length: axis.count }, (_, at) => axis.first + at).map((index) => {
            const { quarter, year } = nameOf(index);
            return (
              <div className="qh" key={index}>
                {t.quarter(quarter, year)}
              </div>
            );
          })}
          <ul className="road__rows plain">
            {items.map((item) => (
              <Lane key={item.id} item={item} axis={axis} today={today} />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Legend() {
  const t = useTexts(texts);
  return (
    <div className="legend" aria-hidden="true">
      <span>
        <i className="key" />
        {t.states.done}
      </span>
      <span>
        <i className="key key--run" />
        {t.states.started}
      </span>
      <span>
        <i className="key key--plan" />
        {t.states.planned}
      </span>
      <span>
        <i className="key key--today" />
        {t.todayLine}
      </span>
    </div>
  );
}

/** A shorter bar has its words beside it. */
const ROOM_FOR_WORDS = 0.22;

const LOOKS: Record<string, string> = { started: 'bar bar--run', planned: 'bar bar--plan', done: 'bar' };

function Lane({ item, axis, today }: { item: RoadmapItem; axis: Axis; today: string }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const p = useTexts(planTexts);
  const from = placeOf(item.startDate, axis);
  const to = placeOf(item.endDate, axis);
  const words =
    item.state === 'started'
      ? t.runsSince(dayMonth(item.startDate))
      : item.state === 'done'
        ? t.doneOn(dayMonth(item.endedAt ?? item.endDate))
        : t.startsOn(dayMonth(item.startDate));
  return (
    <li className="road__row">
      <div className="road__name">
        <Link to="/improvement/items/$itemId" params={{ itemId: item.id }}>
          <LocalizedText text={item.title} />
        </Link>
        <span className="muted">
          {item.owner.displayName}
          <span className="only-s">, {words}</span>
        </span>
        {item.late && <Tag mood="warn">{t.late}</Tag>}
        {item.obstacles?.some((each) => !each.resolvedAt) && <Tag mood="warn">{p.hindered}</Tag>}
      </div>
      <div className="lane">
        <span className="lane__today" style={{ left: `${placeOf(today, axis) * 100}%` }} />
        <div className={LOOKS[item.state] ?? 'bar'} style={{ marginLeft: `${from * 100}%`, width: `${Math.max(to - from, 0.02) * 100}%` }}>
          {to - from >= ROOM_FOR_WORDS && <span className="hide-s">{words}</span>}
        </div>
        {to - from < ROOM_FOR_WORDS && (
          <span className="lane__words hide-s" style={{ left: `${Math.max(to, from + 0.02) * 100}%` }}>
            {words}
          </span>
        )}
      </div>
    </li>
  );
}
