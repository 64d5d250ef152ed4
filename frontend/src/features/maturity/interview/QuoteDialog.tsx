// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { addQuote, changeQuote, type Interview, ifMatch, type Quote } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { interviewQuery, interviewsKey } from './queries';
import { texts } from './texts';

type Props = { interview: Interview; text: string; question?: string; onClose: () => void };

/** Keeps a quote: the words marked in a note, or typed. */
export function QuoteDialog({ interview, text, question, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.addQuote}
      submit={t.quoteSave}
      initial={{ text }}
      check={(values) => (values.text.trim() ? [] : [{ pointer: '/text', message: t.giveQuote }])}
      send={async (values) => {
        await addQuote({ path: { interviewId: interview.id }, body: { text: values.text.trim(), ...(question ? { question } : {}) } });
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: interviewQuery(interview.id).queryKey, exact: true }),
          queryClient.invalidateQueries({ queryKey: interviewsKey(interview.assessmentId) }),
        ]);
        notify(t.quoteSaved);
      }}
      onClose={onClose}
    >
      {(form) => (
        <TextArea
          at="/text"
          label={t.quoteText}
          hint={t.quoteHint}
          value={form.values.text}
          onValue={(value) => form.set('text', value)}
          maxLength={1000}
        />
      )}
    </FormDialog>
  );
}

/** Takes a name or the like out of a quote. */
export function EditQuoteDialog({ quote, onDone, onClose }: { quote: Quote; onDone: () => Promise<unknown>; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <FormDialog
      title={t.edit}
      submit={t.saveChange}
      initial={{ text: quote.text }}
      check={(values) => (values.text.trim() ? [] : [{ pointer: '/text', message: t.giveQuote }])}
      send={async (values) => {
        await changeQuote({ path: { quoteId: quote.id }, body: { text: values.text.trim() }, headers: ifMatch(quote.version) });
        await onDone();
        notify(t.edited);
      }}
      onClose={onClose}
    >
      {(form) => (
        <TextArea
          at="/text"
          label={t.quoteText}
          hint={t.editWhat}
          value={form.values.text}
          onValue={(value) => form.set('text', value)}
          maxLength={1000}
        />
      )}
    </FormDialog>
  );
}
