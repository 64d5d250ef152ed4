// SPDX-License-Identifier: EUPL-1.2
import type { LevelThen } from '@/api';
import { useLanguage } from '@/shared/i18n/language';
import type { Scale } from '../marks';
import { HEIGHT, levelY, linesOf, placesOf, WIDTH } from './places';

/** Decided levels by date, small. */
export function LevelsOverTime({ points, scale, label }: { points: readonly LevelThen[]; scale: Scale; label: string }) {
  const { language } = useLanguage();
  const month = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { month: 'short', year: 'numeric' });
  const places = placesOf(points, scale);
  return (
    <svg className="chart sc__over-time" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {scale.map((level) => (
        <g key={level}>
          <line className="gr" x1="24" x2={WIDTH - 8} y1={levelY(level, scale)} y2={levelY(level, scale)} />
          <text className="t13 tm" x="14" y={levelY(level, scale) + 4.5} textAnchor="middle">
            {level}
          </text>
        </g>
      ))}
      {linesOf(places).map((d) => (
        <path key={d} d={d} className="sc__overline" />
      ))}
      {places.map(({ id, x, y, level, decidedAt }) => (
        <g key={id}>
          {y === undefined ? (
            <text className="t13 tm" x={x} y={levelY(scale[0] ?? 1, scale) - 6} textAnchor="middle">
              –
            </text>
          ) : (
            <>
              <rect className="dec" x={x - 11} y={y - 10} width="22" height="20" rx="3" />
              <text className="t13 sc__overlevel" x={x} y={y + 4.5} textAnchor="middle">
                {level}
              </text>
            </>
          )}
          <text className="t13 tm" x={x} y={HEIGHT - 6} textAnchor="middle">
            {month.format(new Date(decidedAt))}
          </text>
        </g>
      ))}
    </svg>
  );
}
