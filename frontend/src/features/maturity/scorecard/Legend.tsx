// SPDX-License-Identifier: EUPL-1.2
import type { GroupResponse } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { GroupIcon } from './GroupShape';
import { Check, Flag } from './LevelLine';
import { texts } from './texts';

/** What the marks mean. */
export function Legend({ groups }: { groups: readonly GroupResponse[] }) {
  const t = useTexts(texts);
  return (
    <div className="legend">
      {groups.map(({ group, name }) => (
        <span key={group}>
          <GroupIcon group={group} />
          <LocalizedText text={name} />
        </span>
      ))}
      <span>
        <svg width="30" height="12" aria-hidden="true">
          <rect className="m-span" y="2" width="30" height="8" rx="4" />
        </svg>
        {t.measured}
      </span>
      <span>
        <svg width="16" height="16" aria-hidden="true">
          <Check x={8} y={8} />
        </svg>
        {t.verifiedMark}
      </span>
      <span>
        <svg width="8" height="18" aria-hidden="true">
          <rect className="dec" x="1" width="5" height="18" rx="1" />
        </svg>
        {t.decided}
      </span>
      <span>
        <svg width="16" height="18" viewBox="0 0 16 18" aria-hidden="true">
          <Flag x={4} y={1} />
        </svg>
        {t.target}
      </span>
    </div>
  );
}
