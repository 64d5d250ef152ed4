// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import type { ProcessMap } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { MEASURES, type Measure, scaleFor } from './measure';
import { mapTexts } from './texts';
import { fewestActivities, PATH_STEPS, type Visible } from './visible';

type Props = {
  map: ProcessMap;
  visible: Visible;
  step: number;
  onStep: (step: number) => void;
  count: number;
  onCount: (count: number) => void;
};

/** From the most common to all: two sliders, what the labels tell, and what the colours mean. */
export function MapControls({ map, visible, step, onStep, count, onCount }: Props) {
  const t = useTexts(mapTexts);
  const { number, percent } = useFormats();
  const ids = useId();
  const least = PATH_STEPS[step] ?? 0;
  const [shown, all] = [number(visible.edges.length, 0), number(visible.possible, 0)];
  const pathsText = least > 0 ? t.pathsShown(percent(least), shown, all) : t.allPaths(shown, all);
  const total = map.activities.length;
  const countText = t.of(number(Math.min(count, total), 0), number(total, 0));
  return (
    <>
      <div className="mapctl">
        <div className="rangebox">
          <label htmlFor={`${ids}p`}>
            <span>{t.paths}</span>
            <output htmlFor={`${ids}p`}>{pathsText}</output>
          </label>
          <input
            className="range"
            id={`${ids}p`}
            type="range"
            min={0}
            max={PATH_STEPS.length - 1}
            value={step}
            aria-valuetext={pathsText}
            onChange={(event) => onStep(Number(event.target.value))}
          />
          <Ends />
        </div>
        <div className="rangebox">
          <label htmlFor={`${ids}a`}>
            <span>{t.activities}</span>
            <output htmlFor={`${ids}a`}>{countText}</output>
          </label>
          <input
            className="range"
            id={`${ids}a`}
            type="range"
            min={fewestActivities(map)}
            max={total}
            value={Math.min(count, total)}
            aria-valuetext={countText}
            onChange={(event) => onCount(Number(event.target.value))}
          />
          <Ends />
        </div>
      </div>
      <div className="maplegend">
        <Legend visible={visible} />
      </div>
    </>
  );
}

function Ends() {
  const t = useTexts(mapTexts);
  return (
    <div className="ends" aria-hidden="true">
      <span>{t.commonest}</span>
      <span>{t.everything}</span>
    </div>
  );
}

const UNIT_SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const;

function Legend({ visible }: { visible: Visible }) {
  const t = useTexts(mapTexts);
  const { number } = useFormats();
  const scale = scaleFor(visible.edges.map((edge) => edge.medianSeconds));
  const limits = scale.limits.map((limit) => number(limit / UNIT_SECONDS[scale.unit], 0));
  const [first = '', , , last = ''] = limits;
  const texts = [
    t.under(first, t.unit[scale.unit]),
    ...limits.slice(1).map((limit, at) => `${limits[at]}–${limit}`),
    t.over(last, t.unit[scale.unit]),
  ];
  return (
    <div className="legend">
      <span className="muted">
        {t.legend} {t.legendUnit[scale.unit]}
      </span>
      {texts.map((text, at) => (
        <span key={text}>
          <svg width="26" height="12" aria-hidden="true">
            <rect className={`tf-${at + 1}`} width="26" height="12" rx="2" />
          </svg>
          {text}
        </span>
      ))}
    </div>
  );
}

/** What the labels of the map tell. */
export function LabelChoice({ measure, onMeasure }: { measure: Measure; onMeasure: (measure: Measure) => void }) {
  const t = useTexts(mapTexts);
  return (
    <label className="small maplabel">
      <span className="muted">{t.label}</span>
      <select value={measure} onChange={(event) => onMeasure(MEASURES.find((one) => one === event.target.value) ?? 'median')}>
        {MEASURES.map((one) => (
          <option key={one} value={one}>
            {t.labels[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
