// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { type HomeLoop, useMay } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { stationOf } from '../links';
import { texts } from '../texts';

const STATIONS = ['cases', 'friction', 'maturity', 'target', 'improvement', 'report'] as const;
const ADDRESSES = {
  cases: '/cases',
  friction: '/friction',
  maturity: '/maturity',
  target: '/targets',
  improvement: '/improvement',
  report: '/reports',
};

const CENTRE = { x: 154, y: 132 };
const RADIUS = { x: 104, y: 98 };
const GAP = 0.3;
/** Words at the top and the bottom lie along the circle and need more room. */
const WIDE_GAP = 0.46;

const at = (angle: number) => ({ x: CENTRE.x + RADIUS.x * Math.sin(angle), y: CENTRE.y - RADIUS.y * Math.cos(angle) });

const arcs = STATIONS.map((_, index) => {
  const step = (2 * Math.PI) / STATIONS.length;
  const gapAt = (station: number) => (station % (STATIONS.length / 2) === 0 ? WIDE_GAP : GAP);
  const from = at(index * step + gapAt(index));
  const to = at((index + 1) * step - gapAt(index + 1));
  return `M${from.x.toFixed(1)} ${from.y.toFixed(1)}A${RADIUS.x} ${RADIUS.y} 0 0 1 ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
});

/** The loop with where one is in it, and the next step in words. */
export function Loop({ loop }: { loop: HomeLoop | undefined }) {
  const t = useTexts(texts);
  const may = useMay();
  const here = stationOf(loop?.step);
  const words = t.steps[(loop?.step ?? 'import_log') as keyof typeof t.steps];
  return (
    <aside aria-labelledby="loop">
      <div className="loop">
        <h2 id="loop">{t.where}</h2>
        <p className="small muted">{words}</p>
        <svg
          className="chart"
          viewBox="0 0 308 270"
          role="img"
          aria-label={`${t.loopTitle}. ${t.loop[here as keyof typeof t.loop]}: ${t.here}.`}
        >
          <defs>
            <marker id="loop-arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M1 1 8.5 5 1 9" fill="none" stroke="var(--line-strong)" strokeWidth="1.6" />
            </marker>
          </defs>
          {arcs.map((arc) => (
            <path key={arc} d={arc} fill="none" stroke="var(--line-strong)" strokeWidth="1.5" markerEnd="url(#loop-arrow)" />
          ))}
          {STATIONS.map((station, index) => {
            const { x, y } = at((index * 2 * Math.PI) / STATIONS.length);
            return (
              <text key={station} x={x} y={y + 5} textAnchor="middle" className={station === here ? 'loop__here' : 'loop__station'}>
                {t.loop[station]}
              </text>
            );
          })}
        </svg>
        {loop?.assessmentTitle && (
          <p className="small">
            <Link to={ADDRESSES[here as keyof typeof ADDRESSES] as '/'}>{loop.assessmentTitle}</Link>
          </p>
        )}
        <p className="small">
          <Link to={'/targets/picture' as '/'}>{t.readTargets}</Link>
        </p>
        {may('benchmark:read') && (
          <p className="small">
            <Link to="/benchmark">{t.besideOthers}</Link>
          </p>
        )}
      </div>
    </aside>
  );
}
