// SPDX-License-Identifier: EUPL-1.2
import { ownShape } from '@/shared/groupShape';

/** A group's mark around a point: its shape says which group it is, the colour only repeats it. */
export function GroupShape({ group, x, y }: { group: string; x: number; y: number }) {
  switch (group) {
    case 'ledning':
      return <path className="g-l" d={`M${x} ${y - 6.8}L${x + 6.8} ${y}L${x} ${y + 6.8}L${x - 6.8} ${y}Z`} />;
    case 'chefer':
      return <path className="g-c" d={`M${x} ${y - 6}L${x + 6.6} ${y + 5.2}H${x - 6.6}Z`} />;
    case 'handlaggare':
      return <circle className="g-h" cx={x} cy={y} r="5.6" />;
    case 'administration':
      return <rect className="g-a" x={x - 5.2} y={y - 5.2} width="10.4" height="10.4" />;
    default:
      return <path className="g-o" d={ownShape(group, x, y, 13)} />;
  }
}

/** The mark beside a group's name. */
export function GroupIcon({ group }: { group: string }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" className="gicon">
      <GroupShape group={group} x={8} y={8} />
    </svg>
  );
}
