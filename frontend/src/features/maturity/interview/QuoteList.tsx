// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type CodedQuote, ifMatch, listQuotes, type MaturityModel, type Quote, removeQuote, screenQuote } from '@/api';
import { FormDialog } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Empty, Loading, LoadMore, notify, ProblemAlert, Tag } from '@/shared/ui';
import { CriterionCode, Level } from '@/shared/ui/levels';
import { useWords } from '../groups';
import { CodeDialog } from './CodeDialog';
import { EditQuoteDialog } from './QuoteDialog';
import { interviewQuery, interviewsKey } from './queries';
import { texts } from './texts';

type Props = { assessmentId: string; interview?: string; model: MaturityModel };

/** Quotes to code and screen: of one interview, or of all. */
export function QuoteList({ assessmentId, interview, model }: Props) {
  const t = useTexts(texts);
  const quotes = usePages(
    [...interviewsKey(assessmentId), 'quotes', interview],
    async (cursor, signal) =>
      (
        await listQuotes({
          path: { assessmentId },
          query: { ...(cursor ? { cursor } : {}), ...(interview ? { interview } : {}) },
          signal,
        })
      ).data,
  );
  if (quotes.error) return <ProblemAlert problem={quotes.error} onRetry={quotes.retry} />;
  if (quotes.isLoading) return <Loading lines={4} />;
  if (quotes.items.length === 0) {
    return interview ? <p className="muted">{t.quotesNone}.</p> : <Empty title={t.quotesNone}>{t.quotesNoneWhat}</Empty>;
  }
  return (
    <>
      <ul className="plain iv__quotes">
        {quotes.items.map((quote) => (
          <QuoteCard key={quote.id} quote={quote} assessmentId={assessmentId} model={model} />
        ))}
      </ul>
      {(quotes.hasMore || !interview) && (
        <LoadMore shown={quotes.items.length} hasMore={quotes.hasMore} busy={quotes.busy} onMore={quotes.more} />
      )}
    </>
  );
}

type Doing = 'code' | 'edit' | 'remove' | null;

function QuoteCard({ quote, assessmentId, model }: { quote: Quote; assessmentId: string; model: MaturityModel }) {
  const t = useTexts(texts);
  const words = useWords();
  const queryClient = useQueryClient();
  const [doing, setDoing] = useState<Doing>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const renew = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: interviewsKey(assessmentId) }),
      queryClient.invalidateQueries({ queryKey: interviewQuery(quote.interviewId).queryKey, exact: true }),
    ]);
  const screen = async () => {
    setProblem(null);
    try {
      await screenQuote({ path: { quoteId: quote.id }, headers: ifMatch(quote.version) });
      await renew();
      notify(t.screenedNow);
    } catch (thrown) {
      setProblem(thrown);
    }
  };
  return (
    <li className="iv__quote">
      <blockquote className="quote">{quote.text}</blockquote>
      <p className="small muted">
        {words.group(quote.group)} <Tag mood={quote.screened ? 'ok' : 'warn'}>{quote.screened ? t.screened : t.unscreened}</Tag>
      </p>
      {quote.own ? (
        <p className="small">
          {t.byMe} <CodingText coding={quote.own} />
        </p>
      ) : (
        <p className="small muted">{quote.codedByOthers > 0 ? t.byOthers(quote.codedByOthers) : `${t.notCoded}.`}</p>
      )}
      {quote.others.map((one) => (
        <p className="small" key={one.coder.id}>
          {t.codedBy(one.coder.displayName)} <CodingText coding={one} />
        </p>
      ))}
      <div className="actbar iv__acts">
        <Button small onClick={() => setDoing('code')}>
          {quote.own ? t.codeAgain : t.code}
        </Button>
        {!quote.screened && (
          <Button small onClick={() => void screen()}>
            {t.screen}
          </Button>
        )}
        <button type="button" className="linkbtn small" onClick={() => setDoing('edit')}>
          {t.edit}
        </button>
        <button type="button" className="linkbtn small" onClick={() => setDoing('remove')}>
          {t.remove}
        </button>
      </div>
      {problem !== null && <ProblemAlert problem={problem} focusKey={1} />}
      {doing === 'code' && <CodeDialog quote={quote} model={model} onDone={renew} onClose={() => setDoing(null)} />}
      {doing === 'edit' && <EditQuoteDialog quote={quote} onDone={renew} onClose={() => setDoing(null)} />}
      {doing === 'remove' && (
        <FormDialog
          title={t.remove}
          look="danger"
          initial={{}}
          send={async () => {
            await removeQuote({ path: { quoteId: quote.id }, headers: ifMatch(quote.version) });
            await renew();
            notify(t.removed);
          }}
          onClose={() => setDoing(null)}
        >
          {() => <p>{t.removeWhat}</p>}
        </FormDialog>
      )}
    </li>
  );
}

function CodingText({ coding }: { coding: CodedQuote }) {
  const t = useTexts(texts);
  return (
    <>
      <CriterionCode code={coding.criterion} /> {coding.level !== undefined && <Level level={coding.level} />} {t.tones[coding.tone]},{' '}
      {t.aspects[coding.aspect].toLocaleLowerCase('sv')}
    </>
  );
}
