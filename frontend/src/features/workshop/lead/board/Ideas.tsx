// SPDX-License-Identifier: EUPL-1.2
import { screenWorkshopIdea, type WorkshopBoardDesk, type WorkshopIdea, type WorkshopIdeaScreening } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { texts } from '../texts';
import type { BoardAct } from './BoardPart';

type Props = { board: WorkshopBoardDesk; workshopId: string; onAct: BoardAct };

/** Notes to read before anybody else does, and those let through with their heading. */
export function Ideas({ board, workshopId, onAct }: Props) {
  const t = useTexts(texts);
  const of = (screening: WorkshopIdea['screening']) => board.ideas.filter((each) => each.screening === screening);
  const screen = (idea: WorkshopIdea, body: WorkshopIdeaScreening) =>
    void onAct(() => screenWorkshopIdea({ path: { workshopId, ideaId: idea.id }, body }));
  const waiting = of('waiting');
  const hidden = of('hidden');
  const shown = of('shown');
  return (
    <>
      <h3>{t.toRead(waiting.length)}</h3>
      <p className="small muted">{waiting.length > 0 ? t.toReadWhat : t.noneToRead}</p>
      <ul className="plain facil__ideas">
        {waiting.map((idea) => (
          <li key={idea.id}>
            <Said idea={idea} />
            <span className="row">
              <Button small onClick={() => screen(idea, { screening: 'shown' })}>
                {t.letThrough}
                <span className="vh">: {idea.text}</span>
              </Button>
              <Button small look="quiet" onClick={() => screen(idea, { screening: 'hidden' })}>
                {t.hide}
                <span className="vh">: {idea.text}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {shown.length > 0 && (
        <>
          <h3>{t.through}</h3>
          <ul className="plain facil__ideas">
            {shown.map((idea) => (
              <li key={idea.id}>
                <Said idea={idea} />
                <span className="row">
                  {board.themes.length > 0 && (
                    <select
                      className="select"
                      aria-label={t.underHeading(idea.text)}
                      value={idea.themeId ?? ''}
                      onChange={({ target }) => screen(idea, { screening: 'shown', ...(target.value ? { themeId: target.value } : {}) })}
                    >
                      <option value="">{t.noHeading}</option>
                      {board.themes.map(({ id, heading }) => (
                        <option key={id} value={id}>
                          {heading}
                        </option>
                      ))}
                    </select>
                  )}
                  <Button small look="quiet" onClick={() => screen(idea, { screening: 'hidden' })}>
                    {t.hide}
                    <span className="vh">: {idea.text}</span>
                  </Button>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {hidden.length > 0 && (
        <details>
          <summary className="small">{t.hiddenIdeas(hidden.length)}</summary>
          <ul className="plain facil__ideas">
            {hidden.map((idea) => (
              <li key={idea.id}>
                <Said idea={idea} />
                <Button small look="quiet" onClick={() => screen(idea, { screening: 'shown' })}>
                  {t.letThrough}
                  <span className="vh">: {idea.text}</span>
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Said({ idea }: { idea: WorkshopIdea }) {
  const t = useTexts(texts);
  return (
    <span className="facil__said">
      <b className="small">{t.kinds[idea.kind]}</b> {idea.text}
    </span>
  );
}
