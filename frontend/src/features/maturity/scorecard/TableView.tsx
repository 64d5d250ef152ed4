// SPDX-License-Identifier: EUPL-1.2
import type { CriterionCard } from '@/api';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { useWords } from '../groups';
import type { Board } from './context';
import { texts } from './texts';
import { gapTable, scorecardTable } from './twin';

/** The table twin: everything the drawings show, as words and figures. */
export function TableView({ board, criteria, view }: { board: Board; criteria: CriterionCard[]; view: string | undefined }) {
  const t = useTexts(texts);
  const words = useWords();
  const pick = usePick();
  const { head, rows } =
    view === 'nyttogap' ? gapTable(board.scorecard, pick, t) : scorecardTable(board.scorecard, criteria, board.targets, pick, words, t);
  const caption = t.title(board.scorecard.name);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls inside its frame, also by keyboard
    <section className="tablewrap" tabIndex={0} aria-label={caption}>
      <table className="table table--dense">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row[0])}>
              <th scope="row">{row[0]}</th>
              {row.slice(1).map((cell, at) => (
                <td key={head[at + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
