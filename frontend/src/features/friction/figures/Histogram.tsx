// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { DurationBin, FrictionFigures } from '@/api';
import { Chart } from '@/shared/chart';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import type { FilterSearch } from '../filter/search';
import { useDurations } from '../text/durations';
import { useNote } from '../text/note';
import { figureTexts } from './texts';

const WIDTH = 1120;
const HEIGHT = 190;
const BASE = 156;
const TOP = 24;
const GAP = 3;
const LABELS = 6;

/** How the lead times lie: bars that lead to their cases. */
export function Histogram({ figures, filter, mayDrill }: { figures: FrictionFigures; filter: FilterSearch; mayDrill: boolean }) {
  const t = useTexts(figureTexts);
  const { number } = useFormats();
  const { words, short } = useDurations();
  const note = useNote(figures.selection);
  const bins = figures.histogram;
  const { medianSeconds, p90Seconds, maxSeconds } = figures.leadTime;
  if (bins.length === 0 || medianSeconds === undefined || p90Seconds === undefined || maxSeconds === undefined) return null;
  const most = Math.max(1, ...bins.map((bin) => bin.cases));
  const step = WIDTH / bins.length;
  const every = Math.max(1, Math.ceil(bins.length / LABELS));
  const isLast = (at: number) => at === bins.length - 1;
  const name = (bin: DurationBin, at: number) =>
    isLast(at) && bins.length > 1
      ? t.lastBar(short(bin.fromSeconds), number(bin.cases, 0))
      : t.bar(short(bin.fromSeconds), short(bin.toSeconds), number(bin.cases, 0));
  const bar = (bin: DurationBin, at: number) => {
    const height = ((BASE - TOP) * bin.cases) / most;
    return (
      <rect
        key={bin.fromSeconds}
        className="bar-cases"
        x={at * step + GAP / 2}
        y={BASE - height}
        width={Math.max(1, step - GAP)}
        height={height}
      />
    );
  };
  return (
    <div className="section">
      <Chart
        title={t.histogram}
        reading={t.histogramReading(words(medianSeconds), words(p90Seconds), words(maxSeconds))}
        name={t.histogram}
        note={note('lead_time')}
        table={{ head: [t.from, t.to, t.cases], rows: bins.map((bin) => [words(bin.fromSeconds), words(bin.toSeconds), bin.cases]) }}
        write={(value) => number(value, 0)}
      >
        <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${t.histogram}. ${bins.map(name).join('; ')}`}>
          <line className="gr" x1={0} x2={WIDTH} y1={TOP} y2={TOP} />
          <text className="t13 tm" x={0} y={TOP - 6}>
            {number(most, 0)}
          </text>
          {bins.map(bar)}
          <line className="ax" x1={0} x2={WIDTH} y1={BASE} y2={BASE} />
          {bins.map(
            (bin, at) =>
              at % every === 0 && (
                <text key={bin.fromSeconds} className="t13 tm" x={at * step} y={BASE + 20} textAnchor="start">
                  {short(bin.fromSeconds)}
                </text>
              ),
          )}
        </svg>
      </Chart>
      {mayDrill && (
        <details className="small">
          <summary>{t.showBars}</summary>
          <ul className="binlinks" aria-label={t.showBars}>
            {bins.map(
              (bin, at) =>
                bin.cases > 0 && (
                  <li key={bin.fromSeconds}>
                    <Link
                      to="/friction/$logId/cases"
                      params={{ logId: figures.selection.logId }}
                      search={{
                        ...filter,
                        minDurationSeconds: bin.fromSeconds,
                        ...(isLast(at) ? {} : { maxDurationSeconds: bin.toSeconds }),
                      }}
                    >
                      {name(bin, at)}
                    </Link>
                  </li>
                ),
            )}
          </ul>
        </details>
      )}
    </div>
  );
}
