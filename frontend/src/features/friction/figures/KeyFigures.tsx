// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { FrictionFigures } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import type { FilterSearch } from '../filter/search';
import { texts } from '../texts';
import { type FigureRow, useRows } from './rows';

/** The measures in short: each value opens how it is counted, with the way down to its cases. */
export function KeyFigures({ figures, filter, mayDrill }: { figures: FrictionFigures; filter: FilterSearch; mayDrill: boolean }) {
  const t = useTexts(texts);
  const { number } = useFormats();
  const rows = useRows(figures, filter, mayDrill);
  const missing = rows.filter((row) => !row.measured);
  const line = (row: FigureRow) => (
    <tr key={row.key} data-measure={row.key}>
      <th scope="row">{row.name}</th>
      <td className="num">{row.figure}</td>
    </tr>
  );
  return (
    <div className="keyfigures">
      <table className="table table--dense">
        <caption>
          <b>{t.more}</b> {t.inSame}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t.measure}</th>
            <th scope="col" className="num">
              {t.value}
            </th>
          </tr>
        </thead>
        <tbody>{rows.filter((row) => row.measured).map(line)}</tbody>
      </table>
      {missing.length > 0 && (
        <details className="small keyfigures__missing">
          <summary>{t.missing(number(missing.length, 0))}</summary>
          <table className="table table--dense">
            <caption className="vh">{t.missing(number(missing.length, 0))}</caption>
            <tbody>{missing.map(line)}</tbody>
          </table>
        </details>
      )}
      <p className="small keyfigures__all">
        <Link to="/friction/$logId/measures" params={{ logId: figures.selection.logId }} search={filter}>
          {t.allMeasures}
        </Link>
      </p>
      {!mayDrill && <p className="small muted">{t.numbersOnly}</p>}
    </div>
  );
}
