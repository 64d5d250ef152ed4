// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import type { FrictionFigures, NotMeasured } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import type { FilterSearch, Way } from '../filter/search';
import { useFilterValues } from '../queries';
import { useDefinition } from '../text/definitions';
import { useDurations } from '../text/durations';
import { CasesLink, Figure, NotMeasuredFigure, useCalendar, useNote } from '../text/note';
import { texts } from '../texts';

/** A measure as a row: its name, its value with what it stands on, and the cases behind it. */
export type FigureRow = {
  key: string;
  name: string;
  figure: ReactNode;
  n: number;
  measured: boolean;
  /** The link to the cases behind it; null where there is none to give. */
  down: ReactNode;
};

/** Every measure of an answer, in the order one asks for them. */
export function useRows(figures: FrictionFigures, filter: FilterSearch, mayDrill: boolean): FigureRow[] {
  const t = useTexts(texts);
  const { number, percent } = useFormats();
  const { words } = useDurations();
  const note = useNote(figures.selection);
  const definition = useDefinition();
  const calendar = useCalendar();
  // A log that names no units cannot tell of changes between them: that is not the same as none.
  const { data: values } = useFilterValues(figures.selection.logId, filter);
  const noUnits = values && values.units.length === 0 && values.unitsHidden === 0 ? { not: { reason: 'attribute_missing' } } : {};
  const logId = figures.selection.logId;
  const { leadTime, businessTime, waiting, rework, handovers, pingPong, batching, hours, variants, eventsPerCase } = figures;

  type Given = {
    key: string;
    definition: string;
    name: string;
    value: string | undefined;
    n: number;
    events?: boolean;
    extra?: string;
    /** Cases counted, where the way leads to exactly those; otherwise the link names no number. */
    cases?: number;
    /** Absent: all cases kept. */
    to?: Way;
    not?: NotMeasured | undefined;
  };
  const row = (given: Given): FigureRow => {
    const source = note(given.definition, {
      n: given.n,
      title: given.name,
      ...(given.events ? { events: true } : {}),
      ...(given.extra ? { extra: given.extra } : {}),
    });
    const not = given.not ?? (given.value === undefined ? { reason: 'too_few' } : undefined);
    const down =
      not || given.cases === 0 || given.n === 0 || !mayDrill ? null : (
        <CasesLink logId={logId} filter={filter} to={given.to} count={given.cases ?? given.n} may>
          {given.cases === undefined ? t.showCases : undefined}
        </CasesLink>
      );
    return {
      key: given.key,
      name: given.name,
      n: given.n,
      measured: not === undefined,
      down,
      figure: not ? (
        <NotMeasuredFigure not={not} title={given.name} note={source} />
      ) : (
        <Figure value={given.value} note={source}>
          {down}
        </Figure>
      ),
    };
  };
  const time = (seconds: number | undefined) => (seconds === undefined ? undefined : words(seconds));
  const both = (median: number | undefined, p90: number | undefined) =>
    median === undefined ? undefined : p90 === undefined ? words(median) : t.medianAndP90(words(median), words(p90));
  const share = (value: number | undefined) => (value === undefined ? undefined : percent(value, 1));
  const part = (count: number, n: number) => (n > 0 ? count / n : undefined);

  const all: Given[] = [
    {
      key: 'lead_time',
      definition: leadTime.definition,
      name: t.leadTimeBoth,
      value: both(leadTime.medianSeconds, leadTime.p90Seconds),
      n: leadTime.n,
      cases: leadTime.n,
      to: {},
    },
    {
      key: 'business_time',
      definition: businessTime.definition,
      name: t.businessTimeMedian,
      value: time(businessTime.medianSeconds),
      n: businessTime.n,
      ...(businessTime.calendar ? { extra: calendar(businessTime.calendar) } : {}),
    },
    ...(waiting.notMeasured
      ? [
          {
            key: 'waiting',
            definition: waiting.definition,
            name: definition(waiting.definition).name,
            value: undefined,
            n: waiting.n,
            not: waiting.notMeasured,
          },
        ]
      : waiting.parts.map((one) => ({
          key: `waiting_${one.waitsFor}`,
          definition: waiting.definition,
          name: Object.hasOwn(t.waits, one.waitsFor) ? t.waits[one.waitsFor as keyof typeof t.waits] : one.waitsFor,
          value: share(one.share),
          n: one.cases,
        }))),
    ...figures.measures.map((one) => ({
      key: one.key,
      definition: one.definition,
      name: definition(one.definition).name,
      value: one.unit === 'share' ? share(one.value) : both(one.value, one.p90),
      n: one.n,
      ...(one.filter ? { to: one.filter } : {}),
      ...(one.notMeasured ? { not: one.notMeasured } : {}),
    })),
    {
      key: 'rework',
      definition: rework.definition,
      name: t.reworkCases,
      value: share(rework.shareOfCases),
      n: rework.n,
      cases: rework.casesWithRework,
      to: { pattern: 'rework' },
    },
    {
      key: 'handovers',
      definition: handovers.definition,
      name: t.handoversPerCase,
      value: number(handovers.n > 0 ? handovers.handovers / handovers.n : 0, 2),
      n: handovers.n,
    },
    {
      key: 'unit_handovers',
      definition: 'unit_handover',
      name: t.unitHandovers,
      value: share(handovers.unitHandoverCases === undefined ? undefined : part(handovers.unitHandoverCases, handovers.n)),
      n: handovers.n,
      ...(handovers.unitHandoverCases === undefined ? {} : { cases: handovers.unitHandoverCases }),
      to: { pattern: 'unit_handover' },
      ...noUnits,
    },
    {
      key: 'ping_pong',
      definition: pingPong.definition,
      name: t.pingPongUnits,
      value: share(part(pingPong.unitCases, pingPong.n)),
      n: pingPong.n,
      cases: pingPong.unitCases,
      to: { pattern: 'ping_pong' },
      ...noUnits,
    },
    { key: 'batching', definition: batching.definition, name: t.batchShare, value: share(batching.shareOfEvents), n: batching.n },
    {
      key: 'after_hours',
      definition: hours.definition,
      name: t.afterHours,
      value: share(hours.outsideShare),
      n: hours.n,
      events: true,
      extra: calendar(hours.calendar),
    },
    { key: 'variants', definition: variants.definition, name: t.variantCount, value: number(variants.count, 0), n: variants.n },
    {
      key: 'events_per_case',
      definition: eventsPerCase.definition,
      name: definition(eventsPerCase.definition).name,
      value: eventsPerCase.mean === undefined ? undefined : number(eventsPerCase.mean, 1),
      n: eventsPerCase.n,
    },
  ];
  return all.map(row);
}
