// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';

const PIECE = /(\{\{[A-Za-z0-9]{1,60}\}\}|\[[^[\]]{0,4000}\])/;

/** The pieces of a letter: words, values that are filled in, and parts that may be left out. */
function pieces(text: string, depth = 0): ReactNode[] {
  return text
    .split(PIECE)
    .map((piece, at) => ({ piece, key: `${at}-${piece.slice(0, 12)}` }))
    .filter(({ piece }) => piece !== '')
    .map(({ piece, key }) => {
      if (piece.startsWith('{{')) {
        return (
          <mark key={key} className="typeph">
            {piece.slice(2, -2)}
          </mark>
        );
      }
      return piece.startsWith('[') && depth === 0 ? (
        <span key={key} className="typeopt">
          {pieces(piece.slice(1, -1), 1)}
        </span>
      ) : (
        piece
      );
    });
}

/** A letter as it is written, with what is filled in marked and what may be left out underlined. */
export function LetterText({ text }: { text: string }) {
  return <p className="prose typeprose">{pieces(text)}</p>;
}
