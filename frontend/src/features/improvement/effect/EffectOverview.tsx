// SPDX-License-Identifier: EUPL-1.2
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RoadmapEffectSummary } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, ProblemAlert } from '@/shared/ui';
import { effectsQuery } from './queries';
import { effectTexts } from './texts';
import { toneOf } from './tone';

/** Did it have an effect (gav det effekt): each item that has been started, with a sentence for each indicator. */
export function EffectOverview() {
  const t = useTexts(effectTexts);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(effectsQuery);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="section" aria-labelledby="did-it">
      <div className="sechead">
        <h2 id="did-it">{t.did}</h2>
        <p>{t.didWhat}</p>
      </div>
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={4} />}
      {data && items.length === 0 && <p className="muted">{t.didNone}</p>}
      {items.length > 0 && (
        <ul className="plain did">
          {items.map((item) => (
            <Did key={item.itemId} item={item} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button small busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t.more}
        </Button>
      )}
    </section>
  );
}

function Did({ item }: { item: RoadmapEffectSummary }) {
  const t = useTexts(effectTexts);
  const pick = usePick();
  const { dayMonth } = useFormats();
  return (
    <li className="did__row">
      <div>
        <Link to="/improvement/items/$itemId" params={{ itemId: item.itemId }} hash="effect">
          <LocalizedText text={item.title} />
        </Link>
        <span className="muted small">
          {pick(item.unitName)}, {t.since(dayMonth(item.startDate))}
        </span>
      </div>
      <div>
        {item.indicators.length === 0 && <p className="verdict verdict--none">{t.noIndicatorNow}</p>}
        {item.indicators.map((each) => (
          <p key={each.indicator} className={toneOf(each)}>
            <b>{pick(each.name)}:</b> {pick(each.sentence)}
          </p>
        ))}
      </div>
    </li>
  );
}
