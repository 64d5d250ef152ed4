// SPDX-License-Identifier: EUPL-1.2
import type { CaseFile } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import type { OnAct } from '../states';
import { texts } from '../texts';

/** What remains to be done in the case; an open task hinders closing. */
export function Tasks({ file, onAct }: { file: CaseFile; onAct: OnAct }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const tasks = file.law?.tasks ?? [];
  const open = tasks.filter((each) => !each.done);
  const done = tasks.filter((each) => each.done);
  const may = file.acts.some((each) => each.act === 'complete_task' && each.possible);
  if (tasks.length === 0) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t.tasks}</h2>
      <ul className="plain">
        {open.map((each) => (
          <li key={each.id} className="row row--between sideline">
            <span className="grow">
              {each.title}
              <br />
              <span className="small muted">
                {[each.assignee?.displayName, each.dueDate && t.dueBy(dayMonth(each.dueDate))].filter(Boolean).join(', ')}
              </span>
            </span>
            {may && (
              <Button small className="noprint" aria-label={t.taskDoneNamed(each.title)} onClick={() => onAct('complete_task', each.id)}>
                {t.acts.complete_task}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {done.length > 0 && (
        <details className="small">
          <summary>{t.doneTasks(done.length)}</summary>
          <ul className="plain">
            {done.map((each) => (
              <li key={each.id}>{each.title}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
