// SPDX-License-Identifier: EUPL-1.2
import type { DecisionSources } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Says } from '../detail/Says';
import { Indicators } from '../detail/Shows';
import { Verified } from '../detail/Verified';
import { texts } from '../texts';

/** The three sources in short, as they go with a decision. */
export function Sources({ rated, measured, verified }: DecisionSources) {
  const t = useTexts(texts);
  return (
    <div className="sc__sources">
      <section>
        <h3 className="sc__srchead">{t.says}</h3>
        <Says rated={rated} roleGaps={[]} flags={[]} />
      </section>
      <section>
        <h3 className="sc__srchead">{t.shows}</h3>
        <Indicators measured={measured} />
      </section>
      <section>
        <h3 className="sc__srchead">{t.verified}</h3>
        <Verified verified={verified} flags={[]} />
      </section>
    </div>
  );
}
