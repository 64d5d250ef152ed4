// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';

type Mood = 'ok' | 'warn' | 'alarm' | 'info';

/** A state in a word; the colour only repeats it. */
export function Tag({ mood, children }: { mood?: Mood | undefined; children: ReactNode }) {
  return <span className={mood ? `tag tag--${mood}` : 'tag'}>{children}</span>;
}

/** Figures side by side. */
export function Kpis({ children }: { children: ReactNode }) {
  return <div className="kpis">{children}</div>;
}

type KpiProps = { label: ReactNode; value: ReactNode; unit?: string; direction?: ReactNode; chart?: ReactNode; source?: ReactNode };

/** One figure with its unit, its direction in words and its source. */
export function Kpi({ label, value, unit, direction, chart, source }: KpiProps) {
  return (
    <div className="kpi">
      <p className="kpi__label">{label}</p>
      <div className="kpi__row">
        <p className="kpi__value">
          {value} {unit && <small>{unit}</small>}
        </p>
        {chart}
      </div>
      {direction && <p className="kpi__dir">{direction}</p>}
      {source}
    </div>
  );
}

/** Filters one can press; which are pressed is in the URL. */
export function Chips({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own borders and no better name
    <div className="chips chips--scroll" role="group" aria-label={label}>
      {children}
    </div>
  );
}

/** One filter, with how many it would show. */
export function Chip({
  pressed,
  onPress,
  count,
  children,
}: {
  pressed: boolean;
  onPress: () => void;
  count?: string;
  children: ReactNode;
}) {
  return (
    <button type="button" className="chip" aria-pressed={pressed} onClick={onPress}>
      {children} {count !== undefined && <span className="num">{count}</span>}
    </button>
  );
}
