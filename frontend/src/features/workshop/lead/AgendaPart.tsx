// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useState } from 'react';
import type { WorkshopDesk } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import type { Act } from './LeadPage';
import { texts } from './texts';

const TICK_MS = 10_000;

/** The agenda with clock times, how the workshop keeps it, and when to move on. */
export function AgendaPart({ desk, onAct }: { desk: WorkshopDesk; onAct: Act }) {
  const t = useTexts(texts);
  const { time } = useFormats();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const { points, at, ends } = desk.agenda;
  const here = points[at];
  const endsHere = here ? Date.parse(here.begins) + here.minutes * 60_000 : now;
  const left = Math.ceil((endsHere - now) / 60_000);
  const isLast = at >= points.length - 1;
  const next = points[at + 1];
  const isOver = desk.view.state === 'ended';
  return (
    <nav aria-label={t.agenda}>
      <h2 className="facil__head">{t.agenda}</h2>
      <ol className="plain agenda">
        {points.map(({ kind, begins, minutes }, place) => (
          <li
            key={kind}
            className={place < at ? 'done' : place === at ? 'now' : undefined}
            aria-current={place === at ? 'step' : undefined}
          >
            <time dateTime={begins}>{time(begins).replace('kl. ', '')}</time>
            <span>
              {t.point[kind]}
              {place < at && <span className="vh">, {t.done}</span>}
              {place === at && !isOver && left > 0 && (
                <>
                  <br />
                  <span className="small facil__left">{t.minutesLeft(Math.min(left, minutes), minutes)}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
      {!isOver && (
        <>
          <p className="small muted facil__pace">{left < 0 ? t.behind(-left, time(ends)) : t.onTime(time(ends))}</p>
          <div role="status">{left <= 0 && !isLast && <p className="facil__move">{t.moveOn}</p>}</div>
          {next && (
            <Button small onClick={() => void onAct({ action: 'agenda', agendaPoint: at + 1 })} aria-label={t.goTo(t.point[next.kind])}>
              {t.nextPoint}
            </Button>
          )}
        </>
      )}
    </nav>
  );
}
