// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type InboxItem, ifMatch, linkInboxItem, listCases } from '@/api';
import { Form, fieldId, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { StateTag } from '../StateTag';
import { texts } from './texts';

const MOST = 8;
const PAUSE_MS = 250;

type Props = { item: InboxItem; onBack: () => void; onLeave: () => Promise<void> };

/** Finds the case an item belongs to, by number or words, and makes the item a record of it. */
export function LinkPane({ item, onBack, onLeave }: Props) {
  const t = useTexts(texts);
  const first = item.hints.find((hint) => hint.kind === 'case')?.number ?? '';
  const [query, setQuery] = useState(first);
  const [asked, setAsked] = useState(first);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(query.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  const found = useQuery({
    queryKey: ['cases', 'to-link', asked],
    queryFn: async ({ signal }) => (await listCases({ query: { query: asked, limit: MOST }, signal })).data.items,
    enabled: asked !== '',
  });
  const [marked, setMarked] = useState<string>();
  const upToDate = asked === query.trim() && asked !== '' && found.isSuccess;
  const cases = upToDate ? found.data : [];
  const chosen = cases.find((each) => each.id === marked) ?? cases[0];
  const form = useForm({
    initial: { title: item.subject },
    check: (values) => [
      ...(chosen ? [] : [{ pointer: '/query', message: t.giveCase }]),
      ...(values.title.trim() === '' ? [{ pointer: '/title', message: t.giveRecordTitle }] : []),
    ],
    send: async (values) => {
      const { data } = await linkInboxItem({
        path: { itemId: item.id },
        headers: ifMatch(item.version),
        body: { caseId: chosen?.id ?? '', title: values.title.trim() },
      });
      notify(data.administrativeAddition ? t.linkedLate(data.number, data.recordNo) : t.linked(data.number, data.recordNo));
      await onLeave();
    },
  });
  useEffect(() => box.current?.querySelector<HTMLInputElement>('input')?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in the form goes back
    <div ref={box} className="inbox__form" onKeyDown={(event) => event.key === 'Escape' && onBack()}>
      <Form form={form} label={t.link}>
        <div className="field">
          <label className="label" htmlFor={fieldId(form, '/query')}>
            {t.findCase}
          </label>
          <span className="hint" id={`${form.id}-hint`}>
            {t.findCaseHint}
          </span>
          <input
            className="input"
            type="search"
            id={fieldId(form, '/query')}
            aria-describedby={`${form.id}-hint`}
            value={query}
            maxLength={100}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        {upToDate && cases.length === 0 && <p role="status">{t.noCase}</p>}
        {cases.length > 0 && (
          <fieldset className="field found">
            <legend className="label">{t.foundCases}</legend>
            {cases.map((each) => (
              <label className="check" key={each.id}>
                <input type="radio" name="case" checked={each.id === chosen?.id} onChange={() => setMarked(each.id)} />
                <span>
                  <b className="num">{each.number}</b> {each.subject} <StateTag state={each.state} waits={each.waits} />
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <TextField at="/title" label={t.title} maxLength={300} value={form.values.title} onValue={(value) => form.set('title', value)} />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {chosen ? t.linkTo(chosen.number) : t.link}
          </Button>
          <Button onClick={onBack}>{t.back}</Button>
        </div>
      </Form>
    </div>
  );
}
