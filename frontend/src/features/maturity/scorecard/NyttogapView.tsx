// SPDX-License-Identifier: EUPL-1.2
import type { NyttogapPair } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Source } from '@/shared/ui';
import { useWords } from '../groups';
import { capital } from '../words';
import type { Board } from './context';
import { levelX, type Scale, WIDTH } from './marks';
import { measuredGapNote } from './notes';
import { texts } from './texts';

/** What is taken in digitally against what is used: the sentence of the two shares, then the pairs, largest gap first. */
export function NyttogapView({ board }: { board: Board }) {
  const t = useTexts(texts);
  const words = useWords();
  const { number } = useFormats();
  const { nyttogap } = board.scorecard;
  const { measured, pairs } = nyttogap;
  return (
    <>
      <p className="note sc__gapsentence">
        <LocalizedText text={measured.sentence ?? measured.reason} />{' '}
        <Source note={measuredGapNote(t, board.scorecard, measured, number)} />
      </p>
      {pairs.length === 0 ? (
        <Empty title={t.noPairs}>{t.noPairsWhat}</Empty>
      ) : (
        <>
          <div className="legend">
            <span>
              <svg width="18" height="18" aria-hidden="true">
                <circle cx="9" cy="9" r="7" className="gap-in" />
              </svg>
              {t.weTakeInLong}
            </span>
            <span>
              <svg width="18" height="18" aria-hidden="true">
                <circle cx="9" cy="9" r="7.5" className="gap-use" />
              </svg>
              {t.weUseLong}
            </span>
          </div>
          <div className="tablewrap">
            <table className="table table--dense table--cards table--mid sc__pairs">
              <caption>{t.gapPairs(capital(words.number(pairs.length)))}</caption>
              <thead>
                <tr>
                  <th scope="col">{t.weUse}</th>
                  <th scope="col">{t.weTakeIn}</th>
                  <th scope="col" className="sc__pairline">
                    <span className="vh">{t.levels}</span>
                    <svg className="chart" viewBox={`0 0 ${WIDTH} 20`} aria-hidden="true">
                      {board.scale.map((level) => (
                        <text key={level} x={levelX(level, board.scale)} y="15" textAnchor="middle" className="t13 tm">
                          {level}
                        </text>
                      ))}
                    </svg>
                  </th>
                  <th scope="col" className="num">
                    {t.gap}
                  </th>
                </tr>
              </thead>
              <tbody>
                {pairs.map((pair) => (
                  <tr key={pair.use}>
                    <th scope="row">
                      <Named code={pair.use} board={board} />
                    </th>
                    <td data-l={t.weTakeIn}>
                      <Named code={pair.intake} board={board} />
                    </td>
                    <td className="full">
                      <PairLine pair={pair} scale={board.scale} label={t.pairInWords(pair.useLevel, pair.intakeLevel)} />
                    </td>
                    <td className="num nowrap" data-l={t.gap}>
                      {words.steps(pair.gapSteps)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </>
  );
}

function Named({ code, board }: { code: string; board: Board }) {
  const card = board.scorecard.criteria.find((one) => one.criterion === code);
  return (
    <span className="sc__named">
      <span className={`pcode p-${card?.perspective}`}>{code}</span>
      <LocalizedText text={card?.name} />
    </span>
  );
}

const RADIUS = 8;

function PairLine({ pair, scale, label }: { pair: NyttogapPair; scale: Scale; label: string }) {
  const [use, intake] = [levelX(pair.useLevel, scale), levelX(pair.intakeLevel, scale)];
  const [left, right] = use < intake ? [use, intake] : [intake, use];
  // At one level the open ring stands around the filled mark, so that both are seen.
  const together = use === intake;
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} 36`} role="img" aria-label={label}>
      {scale.map((level) => (
        <line key={level} className="gr" x1={levelX(level, scale)} x2={levelX(level, scale)} y1="2" y2="34" />
      ))}
      {!together && <line x1={left + RADIUS + 1} x2={right - RADIUS - 1} y1="18" y2="18" className="gap-line" />}
      <circle cx={intake} cy="18" r={together ? RADIUS + 3 : RADIUS} className="gap-in" />
      <circle cx={use} cy="18" r={together ? RADIUS - 2 : RADIUS} className="gap-use" />
    </svg>
  );
}
