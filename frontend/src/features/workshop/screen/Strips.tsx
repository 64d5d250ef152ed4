// SPDX-License-Identifier: EUPL-1.2
import type { MaturityScaleLevel, WorkshopGroupResult, WorkshopResult } from '@/api/gen/types.gen';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { GroupIcon, GroupMark } from '../marks';
import { texts } from '../texts';

const CELL = 224;
const WIDE = 216;
const HIGH = 120;
const DOT = 26;
const BETWEEN = 34;
const MOST_ROWS = 3;

/** Groups side by side: dots from ten votes, a mark at the level from five, words below that. Never pooled. */
export function Strips({ result, scale }: { result: WorkshopResult; scale: MaturityScaleLevel[] }) {
  return (
    <div className="strips">
      <div className="strips__head" aria-hidden="true">
        {scale.map(({ level, name }) => (
          <span key={level}>
            <b>{level}</b>{' '}
            <span className="muted">
              <LocalizedText text={name} />
            </span>
          </span>
        ))}
      </div>
      <ul className="plain">
        {result.groups.map((group) => (
          <Strip key={group.group} group={group} levels={scale.map(({ level }) => level)} />
        ))}
      </ul>
    </div>
  );
}

function Strip({ group, levels }: { group: WorkshopGroupResult; levels: number[] }) {
  const t = useTexts(texts);
  const pick = usePick();
  const isHidden = group.level === undefined;
  const counts = new Map(group.distribution?.map(({ level, count }) => [level, count]));
  const read = [...counts].filter(([, count]) => count > 0).map(([level, count]) => t.atLevel(count, level));
  return (
    <li className="strip">
      <span className="strip__group">
        <GroupIcon group={group.group} size={32} />
        <span>
          <LocalizedText text={group.name} />
          <span className="strip__count muted">{isHidden ? t.tooFew : group.count === undefined ? t.levelOnly : t.votes(group.count)}</span>
        </span>
      </span>
      <svg className="strip__line" viewBox={`0 0 ${CELL * levels.length} ${HIGH}`} aria-hidden="true">
        {levels.map((level, at) => (
          <g key={level}>
            <rect
              x={at * CELL + 4}
              y="4"
              width={WIDE}
              height={HIGH - 8}
              rx="8"
              fill={level === group.level ? 'var(--selected)' : 'var(--ground)'}
            />
            {counts.size > 0 ? (
              <Dots group={group} count={counts.get(level) ?? 0} x={at * CELL + CELL / 2} />
            ) : (
              level === group.level && <GroupMark group={group.group} x={at * CELL + CELL / 2} y={HIGH / 2} size={48} />
            )}
          </g>
        ))}
      </svg>
      <span className="strip__says">
        {!isHidden && (
          <>
            <b>{t.level(group.level ?? 0)}</b>
            <br />
            <span className="muted">
              {group.agreementWord && t.word[group.agreementWord]}
              {group.dontKnowBand === 'a_third_or_more' && `, ${t.manyDoNotKnow}`}
            </span>
          </>
        )}
      </span>
      {read.length > 0 && <span className="vh">{t.distribution(pick(group.name), read.join(', '))}</span>}
    </li>
  );
}

/** A dot for each vote, in rows of what fits; where they do not, a figure. */
function Dots({ group, count, x }: { group: WorkshopGroupResult; count: number; x: number }) {
  const perRow = Math.floor((WIDE - 12) / BETWEEN);
  if (count > perRow * MOST_ROWS) {
    return (
      <>
        <GroupMark group={group.group} x={x - 40} y={HIGH / 2} size={40} />
        <text x={x + 16} y={HIGH / 2 + 13} fontSize="38" fontWeight="600" textAnchor="middle" fill="var(--ink)">
          {count}
        </text>
      </>
    );
  }
  const rows = Math.ceil(count / perRow);
  return Array.from({ length: count }, (_, at) => {
    const row = Math.floor(at / perRow);
    const inRow = row === rows - 1 ? count - row * perRow : perRow;
    const along = at % perRow;
    return (
      <GroupMark
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
        key={at}
        group={group.group}
        x={x + (along - (inRow - 1) / 2) * BETWEEN}
        y={HIGH / 2 - (row - (rows - 1) / 2) * BETWEEN}
        size={DOT}
      />
    );
  });
}
