// SPDX-License-Identifier: EUPL-1.2
import type { CaseDeadline, CaseFile } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import type { OnAct } from '../states';
import { texts } from '../texts';

type Props = { file: CaseFile; onAct: OnAct };

/** The two clocks of a case: the law's, which never stops, and one's own goals, which stand still while the case waits. */
export function Clocks({ file, onAct }: Props) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const open = file.deadlines.filter((each) => each.state === 'open');
  const settled = file.deadlines.filter((each) => each.state !== 'open');
  const statutory = open.filter((each) => each.clock === 'statutory');
  const goals = open.filter((each) => each.clock === 'goal');
  const movable = file.acts.some((each) => each.act === 'move_deadline' && each.possible);
  const list = (deadlines: CaseDeadline[]) => (
    <ul className="plain">
      {deadlines.map((each) => (
        <Deadline
          key={each.id}
          deadline={each}
          onMove={
            movable && each.urgency && !file.waits.some((wait) => wait === each.kind) ? () => onAct('move_deadline', each.id) : undefined
          }
        />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t.deadlines}</h2>
      {file.deadlines.length === 0 && <p className="muted">{t.noDeadlines}</p>}
      {statutory.length > 0 && (
        <>
          <h3 className="clock">
            {t.statutoryClock} <span className="small muted">{t.statutoryClockWhat}</span>
          </h3>
          {list(statutory)}
        </>
      )}
      {goals.length > 0 && (
        <>
          <h3 className="clock">
            {t.goalClock} <span className="small muted">{file.law?.goalPaused ? t.goalClockStands : t.goalClockRuns}</span>
          </h3>
          {list(goals)}
        </>
      )}
      {(file.law?.delayRequests ?? []).map((each) => (
        <p key={each.id} className="small delayrequest">
          {t.delayRequest(dayMonth(each.receivedOn))}: {t.delayEffects[each.effect].toLowerCase()}
          {each.refusedOn && `, ${t.delayRefused(dayMonth(each.refusedOn))}`}
        </p>
      ))}
      {settled.length > 0 && (
        <details className="small">
          <summary>{t.settledDeadlines(settled.length)}</summary>
          {list(settled)}
        </details>
      )}
    </section>
  );
}

function Deadline({ deadline, onMove }: { deadline: CaseDeadline; onMove: (() => void) | undefined }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { dayMonth } = useFormats();
  const isOpen = deadline.state === 'open';
  const mood =
    deadline.state === 'missed' || (isOpen && deadline.urgency === 'overdue')
      ? 'alarm'
      : isOpen && deadline.urgency === 'soon'
        ? 'warn'
        : undefined;
  return (
    <li className="row row--between sideline">
      <span className="grow">
        <LocalizedText text={deadline.name} />
        <br />
        <span className="small muted">
          {deadline.basis}
          {!isOpen && `. ${t.deadlineStates[deadline.state]}`}
          {deadline.computedDueDate && `. ${t.movedFrom(dayMonth(deadline.computedDueDate))}`}
          {deadline.overrideReason && `: ${deadline.overrideReason}`}
        </span>
        {onMove && (
          <>
            {' '}
            <button type="button" className="linkbtn small noprint" aria-label={t.moveNamed(pick(deadline.name))} onClick={onMove}>
              {t.acts.move_deadline}
            </button>
          </>
        )}
      </span>
      {mood ? <Tag mood={mood}>{dayMonth(deadline.dueDate)}</Tag> : <span className="num nowrap">{dayMonth(deadline.dueDate)}</span>}
    </li>
  );
}
