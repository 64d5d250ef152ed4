// SPDX-License-Identifier: EUPL-1.2
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { FrictionFigures } from '@/api';
import { FRICTION } from '../queries';
import { selection, show } from '../test';
import { KeyFigures } from './KeyFigures';
import { monthName, rangeReading } from './Months';
import { figureTexts } from './texts';

const DAY = 86_400;

const figures: FrictionFigures = {
  selection,
  leadTime: { n: 100, definition: 'lead_time', medianSeconds: 96 * DAY, p90Seconds: 211 * DAY },
  businessTime: { n: 100, definition: 'business_time', calendar: 'mån–fre 08–17, svenska helgdagar lediga', medianSeconds: 64 * DAY },
  histogram: [],
  eventsPerCase: { n: 100, definition: 'events_per_case', mean: 4 },
  waiting: { definition: 'waiting_split', n: 100, totalSeconds: 100, parts: [], notMeasured: { reason: 'mapping_not_confirmed' } },
  rework: { definition: 'rework', n: 100, casesWithRework: 20, shareOfCases: 0.2, repeatEvents: 30, selfLoops: 4 },
  handovers: {
    definition: 'handover',
    n: 100,
    handovers: 150,
    sameOwner: 100,
    missingOwner: 50,
    unitHandovers: 0,
    unitHandoverCases: 0,
    units: [],
  },
  pingPong: {
    definition: 'ping_pong',
    n: 100,
    activityTriples: 0,
    activityCases: 0,
    ownerTriples: 0,
    ownerCases: 0,
    unitTriples: 16,
    unitCases: 16,
  },
  batching: { definition: 'batch', n: 100, batches: 1, events: 3, shareOfEvents: 0.0075, largestCases: 3 },
  hours: {
    definition: 'after_hours',
    n: 400,
    calendar: 'svenska helgdagar',
    zone: 'Europe/Stockholm',
    byHour: Array(24).fill(0) as FrictionFigures['hours']['byHour'],
    byWeekday: Array(7).fill(0) as FrictionFigures['hours']['byWeekday'],
    weekendEvents: 0,
    weekdayEventsOutside07To18: 24,
    holidayEvents: 0,
    outsideEvents: 24,
    outsideShare: 0.06,
  },
  variants: { definition: 'variants', n: 100, count: 58, covering80Percent: 21 },
  measures: [
    {
      key: 'time_to_decision',
      definition: 'time_to_decision',
      unit: 'seconds',
      n: 0,
      notMeasured: { reason: 'classes_not_mapped', classes: ['decide'] },
    },
  ],
};

describe('the key figures', () => {
  it('open how each is counted: definition, n, period, source and the calendar by name', async () => {
    const user = userEvent.setup();
    show(<KeyFigures figures={figures} filter={{}} mayDrill />);

    await user.click(await screen.findByRole('button', { name: '64 dygn' }));
    const note = screen.getByRole('group', { name: 'Ledtid i arbetstid, median' });
    expect(note).toHaveTextContent('mån–fre 08–17, svenska helgdagar lediga');
    expect(note).toHaveTextContent('100 ärenden; bara människors händelser');
    expect(note).toHaveTextContent('2026-01-01 – 2026-06-30');
    expect(note).toHaveTextContent('Prövning');
  });

  it('lead down to exactly the cases counted', async () => {
    const user = userEvent.setup();
    show(<KeyFigures figures={figures} filter={{ closedOnly: true }} mayDrill />);

    await user.click(await screen.findByRole('button', { name: /^20\s%$/ }));
    const down = screen.getByRole('link', { name: 'Visa 20 ärenden' });
    expect(down).toHaveAttribute('href', expect.stringContaining('pattern=rework'));
    expect(down).toHaveAttribute('href', expect.stringContaining('closedOnly=true'));
  });

  it('say “mäts inte” and why, instead of a number', async () => {
    const user = userEvent.setup();
    show(<KeyFigures figures={figures} filter={{}} mayDrill />);

    const row = (await screen.findByRole('rowheader', { name: 'Tid till beslut' })).closest('tr');
    expect(row).toHaveTextContent('mäts inte');
    await user.click(row?.querySelector('button') as HTMLButtonElement);
    expect(row).toHaveTextContent('Inget steg i loggen är mappat till det måttet bygger på: decide.');
  });

  it('do not take a log without units for one in which no case changes unit', async () => {
    const none = { selection, attributes: [], units: [], unitsHidden: 0, activities: [] };
    show(<KeyFigures figures={figures} filter={{}} mayDrill />, (client) =>
      client.setQueryData([FRICTION, selection.logId, 'values', {}], none),
    );

    const row = (await screen.findByRole('rowheader', { name: 'Ärenden som byter enhet', hidden: true })).closest('tr');
    expect(row).toHaveTextContent('mäts inte');
  });

  it('lead nowhere for those who see numbers only', async () => {
    const user = userEvent.setup();
    show(<KeyFigures figures={figures} filter={{}} mayDrill={false} />);

    await user.click(await screen.findByRole('button', { name: /^20\s%$/ }));
    expect(screen.queryByRole('link', { name: /Visa/ })).not.toBeInTheDocument();
    expect(screen.getByText('Du ser siffror, inte enskilda ärenden.')).toBeInTheDocument();
  });
});

describe('a month’s reading', () => {
  const months = ['2025-11', '2025-12', '2026-01'];
  const read = (...values: (number | undefined)[]) => rangeReading({ values, write: String }, months, 'sv', figureTexts.sv);

  it('says lowest and highest with their months, and nothing it cannot know', () => {
    expect(read(10, 4, 12)).toBe('Lägst 4 i dec 2025, högst 12 i jan 2026.');
    expect(read(4, undefined, 4)).toBe('4 alla månader.');
    expect(read(undefined, 7, undefined)).toBe('7 i dec 2025.');
    expect(read(undefined, undefined, undefined)).toBe('Inget värde någon månad.');
  });

  it('names months as one writes them', () => {
    expect(monthName('2026-05', 'sv')).toBe('maj 2026');
    expect(monthName('2026-05', 'en')).toBe('May 2026');
  });
});
