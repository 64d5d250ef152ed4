// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { asProblem, moveWorkshopBoard, type WorkshopBoardPhase, type WorkshopDesk } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify, ProblemAlert, Tag } from '@/shared/ui';
import type { Live } from '../../live';
import { boardQuery } from '../queries';
import { texts } from '../texts';
import { Headings } from './Headings';
import { Ideas } from './Ideas';
import { Top } from './Top';

type Props = { desk: WorkshopDesk; live: Live; onDesk: (desk: WorkshopDesk) => void; onOld: () => void };

/** What is done by what is sent, one act at a time; the board is read anew. */
export type BoardAct = (send: () => Promise<unknown>) => Promise<void>;

const DOTS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'];

/** "Stop, start, keep" between two questions: notes, headings, dots, and what got most. */
export function BoardPart({ desk, live, onDesk, onOld }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const { id, state, round, version } = desk.view;
  const isBetween = state === 'decided' || state === 'parked';
  const query = boardQuery(id, version);
  const { data } = useQuery({ ...query, enabled: isBetween });
  const [dots, setDots] = useState('3');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const act: BoardAct = async (send) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await send();
      await queryClient.invalidateQueries({ queryKey: query.queryKey });
    } catch (thrown) {
      if (asProblem(thrown).status === 409) {
        onOld();
        await queryClient.invalidateQueries({ queryKey: query.queryKey });
        notify(t.moved);
      } else setProblem(thrown);
    }
    setBusy(false);
  };
  const to = (phase: WorkshopBoardPhase) =>
    void act(async () => {
      const { data: next } = await moveWorkshopBoard({
        path: { workshopId: id },
        body: { phase, dots: Number(dots), expectedState: state, round, version },
      });
      onDesk(next);
    });
  if (!isBetween || !data || data.board.phase === 'done') return null;
  const { phase } = data.board;
  return (
    <section className="panel facil__board" aria-labelledby="board">
      <div className="row row--between">
        <h2 id="board">{t.board}</h2>
        {phase !== 'off' && <Tag mood="info">{t.boardPhase[phase]}</Tag>}
      </div>
      {problem !== undefined && <ProblemAlert problem={problem} focusKey={1} />}
      {phase === 'off' && <p className="measure">{t.boardWhat}</p>}
      {(phase === 'notes' || phase === 'sort') && (
        <>
          <Ideas board={data} workshopId={id} onAct={act} />
          <Headings board={data} workshopId={id} onAct={act} />
        </>
      )}
      {phase === 'vote' && (
        <p role="status">
          <b>{t.placed(data.placed, live.view.progress.joined)}</b>
        </p>
      )}
      {phase === 'shown' && <Top board={data} desk={desk} onWritten={onOld} />}
      <div className="row facil__acts">
        {phase === 'off' && (
          <>
            <Button busy={busy} onClick={() => to('notes')}>
              {t.boardNotes}
            </Button>
            <Button look="quiet" busy={busy} onClick={() => to('sort')}>
              {t.boardOwn}
            </Button>
          </>
        )}
        {phase === 'notes' && (
          <Button look="primary" busy={busy} onClick={() => to('sort')}>
            {t.boardSort}
          </Button>
        )}
        {phase === 'sort' && (
          <>
            <label className="row facil__dots">
              <span>{t.boardDots}</span>
              <select className="select" value={dots} onChange={(event) => setDots(event.target.value)}>
                {DOTS.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            <Button look="primary" busy={busy} onClick={() => to('vote')}>
              {t.boardVote}
            </Button>
            <Button busy={busy} onClick={() => to('notes')}>
              {t.boardMore}
            </Button>
          </>
        )}
        {phase === 'vote' && (
          <>
            <Button look="primary" busy={busy} onClick={() => to('shown')}>
              {t.boardReveal}
            </Button>
            <Button busy={busy} onClick={() => to('sort')}>
              {t.boardBack}
            </Button>
          </>
        )}
        {phase === 'shown' && (
          <Button busy={busy} onClick={() => to('done')}>
            {t.boardDone}
          </Button>
        )}
      </div>
      {phase === 'vote' && <p className="small muted">{t.boardBackWhat}</p>}
    </section>
  );
}
