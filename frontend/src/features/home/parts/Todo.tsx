// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { Home, HomeTask } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Tag } from '@/shared/ui';
import { addressOf } from '../links';
import { texts } from '../texts';

/** Gör nu: at most five things, the most urgent first. */
export function Todo({ home }: { home: Home }) {
  const t = useTexts(texts);
  const rest = home.todoCount - home.todo.length;
  return (
    <section aria-labelledby="do-now">
      <div className="sechead">
        <h2 id="do-now">{t.doNow}</h2>
        {home.todo.length > 1 && <p>{t.mostUrgent}</p>}
      </div>
      {home.todo.length === 0 ? (
        <Empty title={t.allDone}>{t.allDoneWhat}</Empty>
      ) : (
        <ol className="plain todo">
          {home.todo.map((task) => (
            <TaskLine key={`${task.key}${task.target.id ?? ''}${task.subject ?? ''}`} task={task} />
          ))}
        </ol>
      )}
      {rest > 0 && <p className="small muted">{t.more(rest)}</p>}
    </section>
  );
}

function TaskLine({ task }: { task: HomeTask }) {
  const t = useTexts(texts);
  const pick = usePick();
  // The API may name a task this page does not know yet; it then brings its own words.
  const write = (t.tasks as Record<string, ((task: { count: number; total: number; name: string }) => string) | undefined>)[task.key];
  const heading = write ? write({ count: task.count ?? 0, total: task.total ?? 0, name: pick(task.title) }) : pick(task.title);
  const about = task.subject ?? (write ? pick(task.title) : '');
  return (
    <li>
      <div>
        <h3>
          <Link to={addressOf(task.target) as '/'}>{heading}</Link>
        </h3>
        {about && <p>{about}</p>}
      </div>
      <div className="due">
        <Due task={task} />
      </div>
    </li>
  );
}

function Due({ task }: { task: HomeTask }) {
  const t = useTexts(texts);
  const { weekday, dayMonth } = useFormats();
  if (task.urgency === 'today') return <Tag mood="alarm">{t.today}</Tag>;
  if (!task.dueDate) return null;
  const day = `${weekday(task.dueDate)} ${dayMonth(task.dueDate)}`;
  if (task.urgency === 'overdue') return <Tag mood="alarm">{t.overdue(dayMonth(task.dueDate))}</Tag>;
  return task.urgency === 'soon' ? <Tag mood="warn">{day}</Tag> : day;
}
