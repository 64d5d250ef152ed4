// SPDX-License-Identifier: EUPL-1.2
import type { WorkshopDesk, WorkshopStanding } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** What the workshop has come to so far. */
export function DonePart({ desk }: { desk: WorkshopDesk }) {
  const t = useTexts(texts);
  const done = desk.questions.filter(({ outcome }) => outcome !== 'waiting');
  if (done.length === 0) return null;
  return (
    <>
      <h3 className="facil__done">{t.alreadyDone}</h3>
      <div className="tablewrap">
        <table className="table table--dense table--cards">
          <caption className="vh">{t.alreadyDone}</caption>
          <thead>
            <tr>
              <th scope="col">{t.question}</th>
              <th scope="col">{t.agreement}</th>
              <th scope="col">{t.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {done.map((one) => (
              <tr key={one.criterion}>
                <th scope="row">
                  <span className="row facil__name">
                    <span className={`pcode p-${one.perspective}`}>{one.criterion}</span>
                    <LocalizedText text={one.name} />
                  </span>
                </th>
                <td data-l={t.agreement}>
                  {one.agreementWord ? t.word[one.agreementWord] : t.notShown}
                  {one.manyDoNotKnow && `, ${t.manyDoNotKnow}`}
                </td>
                <td data-l={t.outcome}>
                  <Outcome one={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Outcome({ one }: { one: WorkshopStanding }) {
  const t = useTexts(texts);
  return one.level === undefined ? t.parkedOutcome : t.proposed(one.level);
}
