// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { WorkshopBoardDesk, WorkshopDesk, WorkshopTopTheme } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { texts as roomTexts } from '../../texts';
import { ActionDialog } from '../ActionDialog';
import { texts } from '../texts';

/** What got most dots, each with its first step: what, who and by when. */
export function Top({ board, desk, onWritten }: { board: WorkshopBoardDesk; desk: WorkshopDesk; onWritten: () => void }) {
  const t = useTexts(texts);
  const words = useTexts(roomTexts);
  const { date } = useFormats();
  const [writing, setWriting] = useState<WorkshopTopTheme>();
  const top = board.board.top ?? [];
  if (top.length === 0) return <p>{words.topFew}</p>;
  return (
    <>
      <ol className="plain facil__ideas">
        {top.map((theme) => (
          <li key={theme.id}>
            <span className="facil__said">
              <b className="num">{theme.place}.</b> {theme.heading}
              {theme.dots !== undefined && <span className="muted"> {t.dotsOn(theme.dots)}</span>}
              {desk.notes
                .filter(({ themeId }) => themeId === theme.id)
                .map(({ id, text, owner, dueOn }) => (
                  <span className="small facil__who" key={id}>
                    {text}
                    {owner && dueOn && `. ${t.actionLine(owner, date(dueOn))}`}
                  </span>
                ))}
            </span>
            <Button small icon="plus" onClick={() => setWriting(theme)}>
              {t.firstStep}
              <span className="vh">: {theme.heading}</span>
            </Button>
          </li>
        ))}
      </ol>
      {top.every(({ dots }) => dots === undefined) && <p className="small muted">{words.topPlaces}</p>}
      {writing && <ActionDialog desk={desk} theme={writing} onWritten={onWritten} onClose={() => setWriting(undefined)} />}
    </>
  );
}
