// SPDX-License-Identifier: EUPL-1.2
import { type FormEvent, useState } from 'react';
import type { WorkshopBoard, WorkshopDots, WorkshopOwnDots } from '@/api/gen/types.gen';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { texts } from '../texts';
import { PhoneFrame } from './PhoneFrame';
import { useDelivery } from './useDelivery';

type Props = { board: WorkshopBoard; own: WorkshopOwnDots | undefined; place: string; isLost: boolean };

/** One's dots, placed on the headings and sent all at once; the last that was sent counts. */
export function DotsStep({ board, own, place, isLost }: Props) {
  const t = useTexts(texts);
  const [kept, setKept] = useState(own);
  const [placed, setPlaced] = useState<readonly string[]>(own?.themes ?? []);
  const [isSent, setSent] = useState(own !== undefined);
  const { sending, deliver } = useDelivery<WorkshopDots, WorkshopOwnDots>({
    method: 'PUT',
    path: '/workshop-sessions/current/dots',
    onKept: (now) => {
      setKept(now);
      setSent(true);
    },
    // The dots are counted or taken back; the room is told of it.
    onRefused: () => setSent(false),
  });
  const left = board.dots - placed.length;
  const change = (next: readonly string[]) => {
    setPlaced(next);
    setSent(false);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    deliver({ attempt: Math.max(kept?.attempt ?? 0, sending?.body.attempt ?? 0) + 1, themes: [...placed] });
  };
  return (
    <PhoneFrame title={t.dotsTitle} place={place} page="vote" isLost={isLost}>
      <p className="muted">{t.dotsWhat}</p>
      <form onSubmit={onSubmit}>
        <p className="ws__left" role="status">
          <b>{t.dotsLeft(left, board.dots)}</b>
        </p>
        <ul className="plain ws__dots">
          {board.themes?.map(({ id, heading }) => {
            const on = placed.filter((each) => each === id).length;
            return (
              <li key={id}>
                <span>{heading}</span>
                <span className="ws__stepper">
                  <button
                    type="button"
                    className="btn"
                    disabled={on === 0}
                    aria-label={t.dotLess(heading)}
                    onClick={() => change(placed.filter((_, at) => at !== placed.lastIndexOf(id)))}
                  >
                    −
                  </button>
                  <b className="num">
                    <span aria-hidden="true">{on}</span>
                    <span className="vh">{t.dotsOn(on)}</span>
                  </b>
                  <button
                    type="button"
                    className="btn"
                    disabled={left === 0}
                    aria-label={t.dotMore(heading)}
                    onClick={() => change([...placed, id])}
                  >
                    +
                  </button>
                </span>
              </li>
            );
          })}
        </ul>
        <div className="ws__send">
          <Button look="primary" type="submit" className="btn--lg btn--block" busy={sending !== undefined}>
            {sending ? t.sending : t.sendDots}
          </Button>
        </div>
        <div role="status">
          {sending && sending.tries > 0 && <p className="ws__lost small">{t.notSent}</p>}
          {!sending && isSent && <p className="ws__works">{t.dotsSent}</p>}
        </div>
      </form>
    </PhoneFrame>
  );
}
