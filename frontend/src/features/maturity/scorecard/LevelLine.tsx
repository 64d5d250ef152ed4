// SPDX-License-Identifier: EUPL-1.2
import type { CriterionCard, MaturityModel } from '@/api';
import { usePick } from '@/shared/i18n/language';
import { GroupShape } from './GroupShape';
import { checkX, flagX, groupMarks, levelX, type Scale, spanBar, WIDTH } from './marks';

const HEIGHT = 52;
const GROUPS_Y = 18;

type Props = {
  card: CriterionCard;
  target: number | undefined;
  scale: Scale;
  /** Everything shown, in words. */
  label: string;
};

/** One criterion on the line of levels: groups above; what is measured, verified, decided and aimed at below. */
export function LevelLine({ card, target, scale, label }: Props) {
  const bar = spanBar(card.measured, scale);
  const decided = card.decision?.level;
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {scale.map((level) => (
        <line key={level} className="gr" x1={levelX(level, scale)} x2={levelX(level, scale)} y1="4" y2="48" />
      ))}
      <line
        className="ax"
        x1={levelX(scale[0] ?? 1, scale)}
        x2={levelX(scale.at(-1) ?? 5, scale)}
        y1={GROUPS_Y}
        y2={GROUPS_Y}
        opacity=".55"
      />
      {groupMarks(card.rated, scale).map((mark) => (
        <g key={mark.group}>
          {mark.joint && <circle className="g-joint" cx={mark.x} cy={GROUPS_Y} r="9.5" />}
          <GroupShape group={mark.group} x={mark.x} y={GROUPS_Y} />
        </g>
      ))}
      {bar && <rect className="m-span" x={bar.x} y="34" width={bar.width} height="8" rx="4" />}
      {decided !== undefined && <rect className="dec" x={levelX(decided, scale) - 2.5} y="29" width="5" height="18" rx="1" />}
      {card.verified.level !== undefined && <Check x={checkX(card.verified.level, scale)} y={38} />}
      {target !== undefined && <Flag x={flagX(target, decided, scale)} y={30} />}
    </svg>
  );
}

/** The mark of what is verified. */
export function Check({ x, y }: { x: number; y: number }) {
  return (
    <>
      <circle className="ver" cx={x} cy={y} r="7" />
      <path className="ver-c" d={`M${x - 3.4} ${y}l2.4 2.6 4.4-5`} />
    </>
  );
}

/** The flag of a target. */
export function Flag({ x, y }: { x: number; y: number }) {
  return (
    <>
      <path d={`M${x} ${y + 16}V${y}`} className="flag" />
      <path d={`M${x} ${y}h10l-2.5 3.7 2.5 3.7h-10z`} className="flag-f" />
    </>
  );
}

/** The levels above the lines: figure and name. */
export function ScaleHead({ model, scale }: { model: MaturityModel; scale: Scale }) {
  const pick = usePick();
  return (
    <svg className="chart" viewBox={`0 0 ${WIDTH} 36`} aria-hidden="true">
      {model.scale.map(({ level, name }) => (
        <g key={level}>
          <text x={levelX(level, scale)} y="14" textAnchor="middle" className="t13 tb">
            {level}
          </text>
          <text x={levelX(level, scale)} y="31" textAnchor="middle" className="t13 tm">
            {pick(name)}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** The same on a phone: once per perspective, with the names of the ends only. */
export function NarrowScale({ model, scale }: { model: MaturityModel; scale: Scale }) {
  const pick = usePick();
  const last = model.scale.length - 1;
  return (
    <svg className="chart only-s" viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true">
      {model.scale.map(({ level, name }, at) => (
        <text key={level} x={levelX(level, scale)} y="20" textAnchor="middle" className="t13 tm">
          {at === 0 || at === last ? `${level} ${pick(name)}` : level}
        </text>
      ))}
    </svg>
  );
}
