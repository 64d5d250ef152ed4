// SPDX-License-Identifier: EUPL-1.2
import { ownShape } from '@/shared/groupShape';

/** A group's mark around a point, so wide: its shape says which group it is, the colour only repeats it. */
export function GroupMark({ group, x, y, size }: { group: string; x: number; y: number; size: number }) {
  const r = size / 2;
  switch (group) {
    case 'ledning':
      return <path className="g-l" d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`} />;
    case 'chefer':
      return <path className="g-c" d={`M${x} ${y - r * 0.9}L${x + r} ${y + r * 0.8}H${x - r}Z`} />;
    case 'administration':
      return <rect className="g-a" x={x - r * 0.8} y={y - r * 0.8} width={r * 1.6} height={r * 1.6} />;
    case 'handlaggare':
    case 'gemensam':
      return <circle className="g-h" cx={x} cy={y} r={r * 0.85} />;
    default:
      return <path className="g-o" d={ownShape(group, x, y, size)} />;
  }
}

/** The mark beside a group's name. */
export function GroupIcon({ group, size = 16 }: { group: string; size?: number }) {
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true" className="gicon">
      <GroupMark group={group} x={size / 2} y={size / 2} size={size * 0.85} />
    </svg>
  );
}

const COLOURS: Readonly<Record<string, string>> = {
  ledning: 'var(--g-ledning)',
  chefer: 'var(--g-chefer)',
  handlaggare: 'var(--g-handl)',
  administration: 'var(--g-adm)',
  gemensam: 'var(--g-handl)',
};

/** Where the colour of a bar stands; groups of an assessment's own share one, since their shape and name tell them apart. */
export const groupColour = (group: string) => COLOURS[group] ?? 'var(--g-own)';
