// SPDX-License-Identifier: EUPL-1.2
import type { BenchmarkBand } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { axisOf } from '../scale';
import { texts } from '../texts';
import { useValue } from '../useValue';

type Props = { band: BenchmarkBand; own: number; unit: string; name: string };

const HEIGHT = 96;
const TOP = 30;
const BAND = 32;
const MIDDLE = TOP + BAND / 2;
const DOT = 6;
const EDGE = 22;
const CLOSE = 90;

/** The others as a band with their median, and oneself as a dot: on a wide page and, with larger letters, on a phone. */
export function BandPicture(props: Props) {
  return (
    <>
      <Drawing {...props} width={736} className="chart hide-s" />
      <Drawing {...props} width={340} className="chart only-s" few />
    </>
  );
}

function Drawing({ band, own, unit, name, width, className, few = false }: Props & { width: number; className: string; few?: boolean }) {
  const t = useTexts(texts);
  const write = useValue();
  const all = axisOf([band.q3, own], unit);
  const axis = few ? (unit === 'share' ? [0, 0.5, 1] : all.filter((_, at) => at % 2 === 0)) : all;
  const most = all.at(-1) ?? 1;
  const x = (value: number) => EDGE + (Math.min(value, most) / most) * (width - 2 * EDGE);
  const short = (value: number) => (unit === 'share' ? write(value, unit) : String(value));
  const anchor = x(own) < CLOSE ? 'start' : x(own) > width - CLOSE ? 'end' : 'middle';
  return (
    <svg className={className} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={name}>
      {axis.map((mark) => (
        <g key={mark}>
          <line className="gr" x1={x(mark)} x2={x(mark)} y1={TOP - 6} y2={TOP + BAND + 6} />
          <text className="t13 tm" x={x(mark)} y={HEIGHT - 8} textAnchor="middle">
            {short(mark)}
          </text>
        </g>
      ))}
      <rect className="bm__band" x={x(band.q1)} y={TOP} width={Math.max(2, x(band.q3) - x(band.q1))} height={BAND} rx={3} />
      <line className="bm__median" x1={x(band.median)} x2={x(band.median)} y1={TOP - 4} y2={TOP + BAND + 4} />
      <circle className="bm__own" cx={x(own)} cy={MIDDLE} r={DOT} />
      <text
        className="t14 tb bm__ownword"
        x={anchor === 'start' ? x(own) - DOT : anchor === 'end' ? x(own) + DOT : x(own)}
        y={16}
        textAnchor={anchor}
      >
        {`${t.we} ${write(own, unit)}`}
      </text>
    </svg>
  );
}

/** What the parts of the picture are, by shape and in words. */
export function BandLegend() {
  const t = useTexts(texts);
  return (
    <div className="legend bm__legend">
      <span>
        <svg width="16" height="16" aria-hidden="true">
          <circle className="bm__own" cx="8" cy="8" r={DOT} />
        </svg>
        {t.we}
      </span>
      <span>
        <svg width="30" height="16" aria-hidden="true">
          <rect className="bm__band" x="1" y="1" width="28" height="14" rx="3" />
        </svg>
        {t.legendBand}
      </span>
      <span>
        <svg width="10" height="18" aria-hidden="true">
          <line className="bm__median" x1="5" x2="5" y1="1" y2="17" />
        </svg>
        {t.legendMedian}
      </span>
    </div>
  );
}
