// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Assessment, changeTimeline, getTimeline, ifMatch, type Timeline, type TimelineStep, type TimelineStepKind } from '@/api';
import { DateField, type Fault, FormDialog, isDay, TextField, useStale } from '@/shared/form';
import { useFormats, useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, notify, ProblemAlert, Table, Tag } from '@/shared/ui';
import { assessmentKey } from '../queries';
import { texts } from './texts';
import { placed, STEP_KINDS, sixWeeks } from './timeline';

const timelineQuery = (assessmentId: string) => ({
  queryKey: [...assessmentKey(assessmentId), 'timeline'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await getTimeline({ path: { assessmentId }, signal })).data,
});

const MOODS = { later: undefined, now: 'info', late: 'alarm', done: 'ok' } as const;

/** When each step is to be done, who sees to it, and what is late. */
export function TimelinePart({ assessment }: { assessment: Assessment }) {
  const t = useTexts(texts);
  const query = useQuery(timelineQuery(assessment.id));
  const [open, setOpen] = useState(false);
  const timeline = query.data;
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  if (!timeline || (timeline.steps.length === 0 && !timeline.mayChange)) return null;
  return (
    <section className="section">
      <div className="sechead">
        <h2>{t.timeline}</h2>
        {timeline.mayChange && (
          <Button small onClick={() => setOpen(true)}>
            {timeline.steps.length === 0 ? t.makeTimeline : t.changeTimeline}
          </Button>
        )}
      </div>
      {timeline.steps.length === 0 ? <p className="measure muted">{t.noTimeline}</p> : <Steps steps={timeline.steps} />}
      {open && <TimelineDialog assessment={assessment} timeline={timeline} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Steps({ steps }: { steps: readonly TimelineStep[] }) {
  const t = useTexts(texts);
  const { dayMonth } = useFormats();
  const today = useToday();
  const { bars, today: line } = placed(steps, today);
  const late = steps.filter(({ state }) => state === 'late');
  const columns: Column<TimelineStep>[] = [
    { key: 'kind', head: t.step, rowHead: true, cell: ({ kind }) => t.stepKinds[kind] },
    {
      key: 'bar',
      head: t.picture,
      className: 'timebar__cell',
      cell: (step) => {
        const bar = bars[steps.indexOf(step)];
        return (
          <span className="timebar" aria-hidden="true">
            {bar && (
              <span
                className={`timebar__one timebar__one--${step.state}`}
                style={{ left: `${bar.from * 100}%`, width: `${bar.width * 100}%` }}
              />
            )}
            {line !== undefined && <span className="timebar__today" style={{ left: `${line * 100}%` }} />}
          </span>
        );
      },
    },
    {
      key: 'when',
      head: t.when,
      cell: ({ startsOn, endsOn }) => <span className="nowrap">{`${dayMonth(startsOn)} – ${dayMonth(endsOn)}`}</span>,
    },
    { key: 'who', head: t.responsible, cell: ({ responsible }) => responsible ?? '–' },
    {
      key: 'state',
      head: t.stepState,
      cell: ({ state, doneOn }) => (
        <Tag mood={MOODS[state]}>{state === 'done' && doneOn ? t.stepDoneOn(dayMonth(doneOn)) : t.stepStates[state]}</Tag>
      ),
    },
  ];
  return (
    <>
      {late.map((step) => (
        <p className="note note--warn" key={step.kind}>
          {t.stepLate(t.stepKinds[step.kind], dayMonth(step.endsOn), step.responsible)}
        </p>
      ))}
      <Table caption={t.timeline} columns={columns} rows={steps} rowKey={({ kind }) => kind} cards />
    </>
  );
}

type StepValues = { startsOn: string; endsOn: string; responsible: string; doneOn: string };
type Values = { firstDay: string } & Record<TimelineStepKind, StepValues>;

const EMPTY: StepValues = { startsOn: '', endsOn: '', responsible: '', doneOn: '' };

const valuesOf = (timeline: Timeline): Values => {
  const step = (kind: TimelineStepKind): StepValues => {
    const found = timeline.steps.find((each) => each.kind === kind);
    if (!found) return EMPTY;
    const { startsOn, endsOn, responsible = '', doneOn = '' } = found;
    return { startsOn, endsOn, responsible, doneOn: found.followed ? '' : doneOn };
  };
  return {
    firstDay: '',
    interviews: step('interviews'),
    survey: step('survey'),
    workshops: step('workshops'),
    decision: step('decision'),
    report: step('report'),
  };
};

const kept = (values: Values) => STEP_KINDS.filter((kind) => values[kind].startsOn || values[kind].endsOn);

const FOLLOWED: readonly TimelineStepKind[] = ['survey', 'decision'];

type Props = { assessment: Assessment; timeline: Timeline; onClose: () => void };

function TimelineDialog({ assessment, timeline, onClose }: Props) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const path = { assessmentId: assessment.id };
  const stale = useStale({
    read: timeline,
    fetchNow: async () => (await getTimeline({ path })).data,
    compare: (before, now) =>
      STEP_KINDS.map((kind) => ({ label: t.stepKinds[kind], before: inShort(before, kind), now: inShort(now, kind) })).filter(
        (difference) => difference.before !== difference.now,
      ),
  });
  const check = (values: Values): Fault[] => {
    const steps = kept(values);
    if (steps.length === 0) return [{ pointer: '/firstDay', message: t.giveSteps }];
    return steps.flatMap((kind, at) => [
      ...(isDay(values[kind].startsOn) ? [] : [{ pointer: `/steps/${at}/startsOn`, message: t.giveStepDay(t.stepKinds[kind]) }]),
      ...(isDay(values[kind].endsOn) ? [] : [{ pointer: `/steps/${at}/endsOn`, message: t.giveStepDay(t.stepKinds[kind]) }]),
    ]);
  };
  return (
    <FormDialog<Values>
      wide
      title={t.timeline}
      initial={valuesOf(timeline)}
      stale={stale}
      check={check}
      send={async (values) => {
        const steps = kept(values).map((kind) => {
          const { startsOn, endsOn, responsible, doneOn } = values[kind];
          return {
            kind,
            startsOn,
            endsOn,
            ...(responsible.trim() ? { responsible: responsible.trim() } : {}),
            ...(doneOn ? { doneOn } : {}),
          };
        });
        await stale.on((seen) => changeTimeline({ path, headers: ifMatch(seen.version), body: { steps } }));
        await queryClient.invalidateQueries({ queryKey: timelineQuery(assessment.id).queryKey });
        notify(t.timelineSaved);
      }}
      submit={t.save}
      onClose={onClose}
    >
      {({ values, set, setAll }) => (
        <>
          <p>{t.timelineWhat}</p>
          <div className="timestart">
            <DateField
              at="/firstDay"
              label={t.firstDay}
              optional
              lean="ahead"
              value={values.firstDay}
              onValue={(value) => set('firstDay', value)}
            />
            <Button
              onClick={() => {
                if (!isDay(values.firstDay)) return;
                const next = { ...values };
                for (const { kind, startsOn, endsOn } of sixWeeks(values.firstDay)) next[kind] = { ...next[kind], startsOn, endsOn };
                setAll(next);
              }}
            >
              {t.useSixWeeks}
            </Button>
          </div>
          {STEP_KINDS.map((kind) => (
            <StepFields key={kind} kind={kind} at={kept(values).indexOf(kind)} values={values[kind]} onValues={(next) => set(kind, next)} />
          ))}
        </>
      )}
    </FormDialog>
  );
}

function inShort(timeline: Timeline, kind: TimelineStepKind): string {
  const step = timeline.steps.find((each) => each.kind === kind);
  return step ? `${step.startsOn} – ${step.endsOn}${step.responsible ? `, ${step.responsible}` : ''}` : '';
}

type StepProps = { kind: TimelineStepKind; at: number; values: StepValues; onValues: (values: StepValues) => void };

function StepFields({ kind, at, values, onValues }: StepProps) {
  const t = useTexts(texts);
  // A step that is not sent has no place in what is sent; its fields only need an identity of their own.
  const path = at < 0 ? `/${kind}` : `/steps/${at}`;
  return (
    <fieldset className="field timestep">
      <legend className="label">{t.stepKinds[kind]}</legend>
      <div className="timestep__fields">
        <DateField
          at={`${path}/startsOn`}
          label={t.from}
          hint=""
          lean="ahead"
          value={values.startsOn}
          onValue={(startsOn) => onValues({ ...values, startsOn })}
        />
        <DateField
          at={`${path}/endsOn`}
          label={t.to}
          hint=""
          lean="ahead"
          value={values.endsOn}
          onValue={(endsOn) => onValues({ ...values, endsOn })}
        />
        <TextField
          at={`${path}/responsible`}
          label={t.responsible}
          maxLength={100}
          value={values.responsible}
          onValue={(responsible) => onValues({ ...values, responsible })}
        />
        {!FOLLOWED.includes(kind) && (
          <DateField
            at={`${path}/doneOn`}
            label={t.doneOn}
            hint=""
            lean="behind"
            value={values.doneOn}
            onValue={(doneOn) => onValues({ ...values, doneOn })}
          />
        )}
      </div>
    </fieldset>
  );
}
