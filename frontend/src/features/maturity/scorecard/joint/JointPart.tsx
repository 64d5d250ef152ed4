// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import type { CriterionCard, GroupResponse, JointPlacement } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Source } from '@/shared/ui';
import { actOf, type Board } from '../context';
import { GroupIcon } from '../GroupShape';
import { Level } from '../Level';
import { JointDialog } from './JointDialog';
import { jointTexts } from './texts';

/** What small groups have placed together, and the way to write it down; nothing where no group is placed jointly. */
export function JointPart({ board, card }: { board: Board; card: CriterionCard }) {
  const t = useTexts(jointTexts);
  const pick = usePick();
  const [asking, setAsking] = useState<GroupResponse | null>(null);
  const groups = board.scorecard.groups.filter(({ joint }) => joint);
  if (groups.length === 0) return null;
  const leads = actOf(board, 'change') !== undefined && board.scorecard.state !== 'decided' && board.scorecard.state !== 'planned';
  const placementsOf = (group: string) => card.jointPlacements?.filter((one) => one.group === group) ?? [];
  return (
    <div className="sc__joint">
      <p className="small sc__sub">
        <b>{t.title}</b>
      </p>
      <ul className="plain">
        {groups.map((group) => (
          <li key={group.group}>
            <Placed group={group} placements={placementsOf(group.group)} />
            {leads && (
              <Button small className="noprint" onClick={() => setAsking(group)}>
                {placementsOf(group.group).length > 0 ? t.writeNew : t.write}
                <span className="vh">, {pick(group.name)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Source note={{ title: t.title, definition: t.noteDefinition }} />
      {asking && (
        <JointDialog board={board} card={card} group={asking} seen={placementsOf(asking.group)[0]} onClose={() => setAsking(null)} />
      )}
    </div>
  );
}

function Placed({ group, placements }: { group: GroupResponse; placements: readonly JointPlacement[] }) {
  const t = useTexts(jointTexts);
  const pick = usePick();
  const [inForce, ...earlier] = placements;
  return (
    <>
      <p className="small">
        <GroupIcon group={group.group} /> {pick(group.name)}
      </p>
      {inForce ? <Said placement={inForce} /> : <p className="small muted">{t.notPlaced}</p>}
      {earlier.length > 0 && (
        <details className="sc__history">
          <summary className="small">{t.earlier(earlier.length)}</summary>
          {earlier.map((one) => (
            <Said key={one.id} placement={one} />
          ))}
        </details>
      )}
    </>
  );
}

function Said({ placement }: { placement: JointPlacement }) {
  const t = useTexts(jointTexts);
  const { date } = useFormats();
  return (
    <p className="small">
      <Level level={placement.level} />{' '}
      <span className="muted">{t.placedOn(date(placement.placedOn), placement.placedBy.displayName)}</span>
    </p>
  );
}
