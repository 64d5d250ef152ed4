// SPDX-License-Identifier: EUPL-1.2
import type { WorkshopTopTheme } from '@/api/gen/types.gen';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from './texts';

/** What got most dots: with figures from ten people, in order from five, and otherwise that they were too few. */
export function TopList({ top }: { top: readonly WorkshopTopTheme[] }) {
  const t = useTexts(texts);
  if (top.length === 0) return <p>{t.topFew}</p>;
  return (
    <>
      <ol className="plain top">
        {top.map(({ id, heading, place, dots }) => (
          <li key={id}>
            <b className="top__place num">{place}</b>
            <span>{heading}</span>
            {dots !== undefined && <span className="muted num nowrap">{t.dotsOn(dots)}</span>}
          </li>
        ))}
      </ol>
      {top.every(({ dots }) => dots === undefined) && <p className="muted top__few">{t.topPlaces}</p>}
    </>
  );
}
