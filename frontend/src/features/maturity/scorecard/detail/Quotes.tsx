// SPDX-License-Identifier: EUPL-1.2

import { Link } from '@tanstack/react-router';
import { listCriterionQuotes, type ShownQuote, useMay } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, ProblemAlert, Source } from '@/shared/ui';
import { useWords } from '../../groups';
import { interviewsKey } from '../../interview/queries';
import { texts } from '../../interview/texts';
import { GroupIcon } from '../GroupShape';

/** What people say about a criterion: screened quotes without name, in no order. */
export function Quotes({ assessmentId, criterion }: { assessmentId: string; criterion: string }) {
  const t = useTexts(texts);
  const may = useMay();
  const quotes = usePages(
    [...interviewsKey(assessmentId), 'shown', criterion],
    async (cursor, signal) =>
      (await listCriterionQuotes({ path: { assessmentId, criterion }, query: cursor ? { cursor } : {}, signal })).data,
  );
  const waiting = quotes.first?.waiting ?? 0;
  if (quotes.error) return <ProblemAlert problem={quotes.error} onRetry={quotes.retry} />;
  return (
    <>
      {!quotes.isLoading && quotes.items.length === 0 && <p className="small muted">{t.noQuotes}</p>}
      <ul className="plain sc__quotes">
        {quotes.items.map((quote) => (
          <OneQuote key={quote.id} quote={quote} />
        ))}
      </ul>
      {quotes.hasMore && (
        <Button small busy={quotes.busy} onClick={quotes.more}>
          {t.moreQuotes}
        </Button>
      )}
      {waiting > 0 && may('assessment:lead') && (
        <p className="small">
          {t.waiting(waiting)}{' '}
          <Link to="/maturity/$assessmentId/quotes" params={{ assessmentId }}>
            {t.toQuotes}
          </Link>
        </p>
      )}
      <Source note={{ title: t.people1, definition: t.quoteSource }} />
    </>
  );
}

function OneQuote({ quote }: { quote: ShownQuote }) {
  const t = useTexts(texts);
  const words = useWords();
  const pick = usePick();
  return (
    <li className="sc__quote">
      <blockquote className="quote small">{quote.text}</blockquote>
      <p className="small muted">
        {quote.group && (
          <>
            <GroupIcon group={quote.group} /> {words.group(quote.group)}
            {quote.unitName && `, ${pick(quote.unitName)}`}.{' '}
          </>
        )}
        {t.tones[quote.tone]}, {t.aspects[quote.aspect].toLocaleLowerCase('sv')}
        {quote.level !== undefined && `, ${t.level(quote.level)}`}
      </p>
    </li>
  );
}
