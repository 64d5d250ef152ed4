// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { Variant } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Loading, LoadMore, ProblemAlert } from '@/shared/ui';
import type { FilterSearch } from '../filter/search';
import { useVariants } from '../queries';
import { useDurations } from '../text/durations';
import { useSay } from '../text/say';
import { mapTexts } from './texts';

const FIRST_STEPS = 12;

/** The paths the cases take, the most common first, each with the way to its cases. */
export function VariantsView({ logId, filter, mayDrill }: { logId: string; filter: FilterSearch; mayDrill: boolean }) {
  const t = useTexts(mapTexts);
  const { number, percent } = useFormats();
  const { short } = useDurations();
  const pages = useVariants(logId, filter);
  if (pages.error) return <ProblemAlert problem={pages.error} onRetry={pages.retry} />;
  if (pages.isLoading || !pages.first) return <Loading lines={8} />;
  const items: Variant[] = pages.items;
  if (items.length === 0) return <Empty title={t.emptyMap}>{t.variantsOne(number(0, 0))}</Empty>;
  const cover = items.findIndex((one) => one.cumulativeShare >= 0.8);
  const reached = items[cover];
  return (
    <>
      <p className="measure variants__lead">
        {reached
          ? t.variantsReading(number(pages.first.variantCount, 0), number(cover + 1, 0), percent(reached.cumulativeShare))
          : t.variantsOne(number(pages.first.variantCount, 0))}
      </p>
      <ol className="variants" aria-label={t.variantCaption}>
        {items.map((one) => (
          <li key={one.key}>
            <div className="variants__head">
              <h3>{t.variant(number(one.rank, 0))}</h3>
              <span className="num">
                {number(one.cases, 0)} {t.cases.toLowerCase()} · {percent(one.share, 1)}
              </span>
            </div>
            <div className="variants__bar" aria-hidden="true">
              <i style={{ width: `${one.share * 100}%` }} />
            </div>
            <Steps steps={one.activities} />
            <p className="small muted">
              {t.medianLead} {short(one.medianSeconds)} · {t.p90} {short(one.p90Seconds)}
            </p>
            <div className="sent__foot">
              {mayDrill && (
                <Link to="/friction/$logId/cases" params={{ logId }} search={{ ...filter, variant: one.key }}>
                  {t.cases} ({number(one.cases, 0)})<span className="vh">, {t.variant(number(one.rank, 0))}</span>
                </Link>
              )}
              <Link to="/friction/$logId" params={{ logId }} search={{ ...filter, variant: one.key }} resetScroll={false}>
                {t.filterOn}
                <span className="vh">, {t.variant(number(one.rank, 0))}</span>
              </Link>
            </div>
          </li>
        ))}
      </ol>
      <LoadMore shown={items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
    </>
  );
}

function Steps({ steps }: { steps: readonly string[] }) {
  const say = useSay();
  const t = useTexts(mapTexts);
  const { number } = useFormats();
  const numbered = steps.map((step, at) => ({ step, at }));
  const line = (part: typeof numbered) => (
    <ol className="steps">
      {part.map(({ step, at }) => (
        <li key={at}>{say(step)}</li>
      ))}
    </ol>
  );
  if (steps.length <= FIRST_STEPS + 2) return line(numbered);
  return (
    <>
      {line(numbered.slice(0, FIRST_STEPS))}
      <details className="small">
        <summary>{t.moreSteps(number(steps.length - FIRST_STEPS, 0))}</summary>
        {line(numbered.slice(FIRST_STEPS))}
      </details>
    </>
  );
}
