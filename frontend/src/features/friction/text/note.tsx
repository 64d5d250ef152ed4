// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NotMeasured, Selection } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Popover, type SourceNote } from '@/shared/ui';
import { useClassNames } from '../classes';
import { type FilterSearch, narrowed, type Way } from '../filter/search';
import { texts } from '../texts';
import { useDefinition } from './definitions';

type NoteOptions = { n?: number; events?: boolean; extra?: string; title?: string };

/** What a number stands on: definition, n, period, source and view, made of the answer it came in. */
export function useNote(selection: Selection | undefined): (key: string, options?: NoteOptions) => SourceNote {
  const t = useTexts(texts);
  const { number, date, moment } = useFormats();
  const definition = useDefinition();
  return (key, { n, events = false, extra, title } = {}) => {
    const { name, text, formula } = definition(key);
    const count = n ?? selection?.caseCount ?? 0;
    const view =
      selection &&
      [selection.actors === 'all' ? t.everybody : t.people, selection.lifecycle === 'complete' ? t.completeOnly : '']
        .filter(Boolean)
        .join(', ');
    const sample = events
      ? t.sampleEvents(number(count, 0))
      : selection && n !== undefined && n !== selection.caseCount
        ? t.sampleOf(number(count, 0), number(selection.caseCount, 0))
        : t.sample(number(count, 0));
    return {
      title: title ?? name,
      definition: [text, extra].filter(Boolean).join(' '),
      formula,
      sample: view ? `${sample}; ${view}` : sample,
      period: selection?.firstAt && selection.lastAt ? t.period(date(selection.firstAt), date(selection.lastAt)) : '',
      source: selection ? t.source(selection.logTitle, moment(selection.asOf)) : '',
    };
  };
}

/** A calendar by name, in the reader's words where it is one of ours. */
export function useCalendar(): (name: string) => string {
  const t = useTexts(texts);
  return (name) => t.calendar(Object.hasOwn(t.calendars, name) ? t.calendars[name as keyof typeof t.calendars] : name);
}

/** A number that opens what it stands on, with the way down to its cases. */
export function Figure({ value, note, children }: { value: ReactNode; note: SourceNote; children?: ReactNode }) {
  return (
    <span className="figure">
      <Popover label={value} title={note.title}>
        <NoteLines note={note} />
        {children && <p className="figure__more">{children}</p>}
      </Popover>
    </span>
  );
}

function NoteLines({ note }: { note: SourceNote }) {
  const t = useTexts(texts).note;
  const lines = [
    [t.definition, note.definition],
    [t.formula, note.formula],
    [t.sample, note.sample],
    [t.period, note.period],
    [t.source, note.source],
  ] as const;
  return (
    <dl className="deflist">
      {lines
        .filter(([, text]) => text)
        .map(([word, text]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** "Visa n ärenden": down to the cases of a figure, where one may go there. */
export function CasesLink({
  logId,
  filter,
  to,
  count,
  may,
  children,
}: {
  logId: string;
  filter: FilterSearch;
  to?: Way | undefined;
  count: number;
  may: boolean;
  children?: ReactNode;
}) {
  const t = useTexts(texts);
  const { number } = useFormats();
  if (!may || count === 0) return null;
  return (
    <Link to="/friction/$logId/cases" params={{ logId }} search={narrowed(filter, to)}>
      {children ?? t.showThese(number(count, 0))}
    </Link>
  );
}

/** Why something is not measured, with the classes that are missing. */
export function useReason(): (not: NotMeasured) => string {
  const t = useTexts(texts);
  const pick = usePick();
  const className = useClassNames();
  return (not) => {
    const reason = Object.hasOwn(t.reasons, not.reason) ? t.reasons[not.reason as keyof typeof t.reasons] : not.reason;
    if (!not.classes || not.classes.length === 0) return not.reason === 'classes_not_mapped' ? `${reason}.` : reason;
    return `${reason.replace(/\.$/, '')}: ${not.classes.map((code) => pick(className(code))).join(', ')}.`;
  };
}

/** "mäts inte", which opens the reason. */
export function NotMeasuredFigure({ not, title, note }: { not: NotMeasured; title: string; note: SourceNote }) {
  const t = useTexts(texts);
  const reason = useReason();
  return (
    <span className="figure">
      <Popover label={t.notMeasured} title={title} className="src muted">
        <p className="small">{reason(not)}</p>
        <NoteLines note={{ ...note, sample: '' }} />
      </Popover>
    </span>
  );
}
