// SPDX-License-Identifier: EUPL-1.2
import type { AxisEvent, IndicatorEffect } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { pathOf, placeOf, scaleOf, valuesOf } from './axis';
import { monthName, shortMonth } from './months';
import { effectTexts } from './texts';

type Frame = { width: number; height: number; left: number; right: number; top: number; bottom: number; every: number };

const WIDE: Frame = { width: 1136, height: 348, left: 60, right: 136, top: 34, bottom: 52, every: 3 };
const NARROW: Frame = { width: 358, height: 320, left: 44, right: 8, top: 34, bottom: 60, every: 8 };

type Props = { effect: IndicatorEffect; events: readonly AxisEvent[]; startDate: string | undefined; name: string };

/** The control chart, wide and for phones: line, centre, limits, start, signals as numbered diamonds, events as numbered flags. */
export function XmrDrawing(props: Props) {
  return (
    <>
      <Drawing {...props} frame={WIDE} className="chart hide-s" />
      <Drawing {...props} frame={NARROW} className="chart only-s" />
    </>
  );
}

function Drawing({ effect, events, startDate, name, frame, className }: Props & { frame: Frame; className: string }) {
  const t = useTexts(effectTexts);
  const { language } = useLanguage();
  const { number, percent } = useFormats();
  const { months, limits, compared, unit } = effect;
  const names = months.map((month) => month.month);
  const { low, high, ticks } = scaleOf(valuesOf(effect));
  const inner = frame.width - frame.left - frame.right;
  const floor = frame.height - frame.bottom;
  const x = (at: number) => frame.left + (inner * (at + 0.5)) / months.length;
  const y = (value: number) => floor - ((floor - frame.top) * (value - low)) / (high - low);
  const write = (value: number) => (unit === 'share' ? percent(value) : number(value, Math.abs(value) < 10 ? 1 : 0));
  const points = months.flatMap((month, at) => (month.value === undefined ? [] : [{ at, value: month.value, rule: month.rule }]));
  const others = compared.map((month) => ({ at: names.indexOf(month.month), value: month.value }));
  const start = startDate ? placeOf(startDate, names) : undefined;
  const wide = frame === WIDE;
  const lines = limits
    ? [
        { value: limits.upper, text: t.upper(write(limits.upper)), className: 'lim', bold: false },
        { value: limits.centre, text: t.centre(write(limits.centre)), className: 'ctr', bold: true },
        { value: limits.lower, text: t.lower(write(limits.lower)), className: 'lim', bold: false },
      ].filter((line) => line.value >= low)
    : [];
  return (
    <svg className={className} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={name}>
      {start !== undefined && (
        <rect
          x={x(start)}
          y={frame.top}
          width={Math.max(0, frame.left + inner - x(start))}
          height={floor - frame.top}
          fill="var(--selected)"
          opacity=".55"
        />
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="gr" x1={frame.left} x2={frame.left + inner} y1={y(tick)} y2={y(tick)} />
          <text className="t13 tm" x={frame.left - 8} y={y(tick) + 4.5} textAnchor="end">
            {write(tick)}
          </text>
        </g>
      ))}
      {lines.map((line) => (
        <g key={line.text}>
          <line className={line.className} x1={frame.left} x2={frame.left + inner} y1={y(line.value)} y2={y(line.value)} />
          {wide && (
            <text className={line.bold ? 't13 tb' : 't13 tm'} x={frame.left + inner + 8} y={y(line.value) + 4.5}>
              {line.text}
            </text>
          )}
        </g>
      ))}
      {start !== undefined && startDate && (
        <>
          <line className="evt" x1={x(start)} x2={x(start)} y1={frame.top - 10} y2={floor} />
          <text
            className="t13 tb"
            x={x(start) + (x(start) > frame.left + inner * 0.6 ? -8 : 8)}
            y={frame.top - 14}
            textAnchor={x(start) > frame.left + inner * 0.6 ? 'end' : 'start'}
          >
            {t.start(monthName(startDate.slice(0, 7), language))}
          </text>
        </>
      )}
      {others.length > 0 && <path className="ln ln--other" d={pathOf(others, x, y)} />}
      <path className="ln" d={pathOf(points, x, y)} />
      {points.map((point) =>
        point.rule ? (
          <g key={point.at}>
            <rect
              className="sig"
              x={x(point.at) - 5}
              y={y(point.value) - 5}
              width={10}
              height={10}
              transform={`rotate(45 ${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)})`}
            />
            <text
              className="t13 sig__rule"
              x={x(point.at)}
              y={limits && point.value < limits.centre ? y(point.value) + 22 : y(point.value) - 12}
              textAnchor="middle"
            >
              {point.rule}
            </text>
          </g>
        ) : (
          <circle className="pt" key={point.at} cx={x(point.at)} cy={y(point.value)} r={wide ? 4 : 3} />
        ),
      )}
      {months.map(
        (month, at) =>
          month.value === undefined && (
            <line className="few" key={month.month} x1={x(at) - 4} x2={x(at) + 4} y1={floor - 6} y2={floor - 6} />
          ),
      )}
      <Events events={events} names={names} x={x} floor={floor} />
      {months.map((month, at) =>
        at % frame.every === 0 ? (
          <text className="t13 tm" key={month.month} x={x(at)} y={frame.height - 8} textAnchor={at === 0 ? 'start' : 'middle'}>
            {shortMonth(month.month, at === 0 || month.month.endsWith('-01'), language)}
          </text>
        ) : null,
      )}
      <line className="ax" x1={frame.left} x2={frame.left + inner} y1={floor} y2={floor} />
    </svg>
  );
}

/** Flags under the axis with the numbers that the list below explains. */
function Events({
  events,
  names,
  x,
  floor,
}: {
  events: readonly AxisEvent[];
  names: readonly string[];
  x: (at: number) => number;
  floor: number;
}) {
  return events.map((event, index) => {
    const at = placeOf(event.date, names);
    if (at === undefined) return null;
    return (
      <g key={`${event.date}${event.text.sv}`}>
        <path className="evflag" d={`M${x(at).toFixed(1)} ${floor}l-6 11h12z`} />
        <text className="t13" x={x(at)} y={floor + 25} textAnchor="middle">
          {index + 1}
        </text>
      </g>
    );
  });
}
