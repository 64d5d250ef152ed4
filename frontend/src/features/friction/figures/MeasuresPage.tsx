// SPDX-License-Identifier: EUPL-1.2
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { DurationFigures, FrictionFigures } from '@/api';
import { Chart } from '@/shared/chart';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, ProblemAlert, Source, Table } from '@/shared/ui';
import { FilterBar } from '../filter/FilterBar';
import { type FilterSearch, filterOf } from '../filter/search';
import { LogPage } from '../LogPage';
import { useFigures } from '../queries';
import { useDurations } from '../text/durations';
import { CasesLink, useCalendar, useNote, useReason } from '../text/note';
import { texts } from '../texts';
import { useRows } from './rows';
import { figureTexts } from './texts';

/** Every measure of the same cases: the summary first, then each with all its figures. */
export function MeasuresPage() {
  const t = useTexts(figureTexts);
  const { logId } = useParams({ from: '/frame/friction/$logId/measures' });
  const filter = filterOf(useSearch({ from: '/frame/friction/$logId/measures' }));
  const navigate = useNavigate();
  const onFilter = (next: FilterSearch) =>
    void navigate({
      to: '/friction/$logId/measures',
      params: { logId },
      search: (old) => ({ unit: old.unit, ...next }),
      resetScroll: false,
    });
  const { data: figures, error, refetch } = useFigures(logId, filter);
  return (
    <LogPage logId={logId} title={t.measuresTitle} purpose={t.measuresPurpose} filter={filter}>
      {(detail) => (
        <>
          <FilterBar detail={detail} filter={filter} onFilter={onFilter} selection={figures?.selection} />
          {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
          {!figures && !error && <Loading lines={12} />}
          {figures && (
            <>
              <Summary figures={figures} filter={filter} mayDrill={detail.log.drillDown} />
              <Details figures={figures} filter={filter} mayDrill={detail.log.drillDown} />
            </>
          )}
        </>
      )}
    </LogPage>
  );
}

type Props = { figures: FrictionFigures; filter: FilterSearch; mayDrill: boolean };

function Summary({ figures, filter, mayDrill }: Props) {
  const t = useTexts(figureTexts);
  const s = useTexts(texts);
  const { number } = useFormats();
  const rows = useRows(figures, filter, mayDrill);
  return (
    <Table
      dense
      cards
      caption={t.summary}
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'name', head: s.measure, rowHead: true, cell: (row) => row.name },
        { key: 'value', head: s.value, numeric: true, cell: (row) => row.figure },
        { key: 'n', head: t.underlag, numeric: true, cell: (row) => (row.measured ? number(row.n, 0) : '–') },
        { key: 'cases', head: t.behind, numeric: true, cell: (row) => row.down ?? '–' },
      ]}
    />
  );
}

function Details({ figures, filter, mayDrill }: Props) {
  const t = useTexts(figureTexts);
  const s = useTexts(texts);
  const pick = usePick();
  const reason = useReason();
  const calendar = useCalendar();
  const { number, percent, duration } = useFormats();
  const { words } = useDurations();
  const note = useNote(figures.selection);
  const logId = figures.selection.logId;
  const { waiting, rework, handovers, pingPong, batching, hours, variants } = figures;
  const count = (value: number | undefined) => (value === undefined ? '–' : number(value, 0));
  const share = (value: number | undefined) => (value === undefined ? '–' : percent(value, 1));
  const time = (seconds: number | undefined) => (seconds === undefined ? '–' : duration(seconds));
  const cases = (value: number, to: Parameters<typeof CasesLink>[0]['to']) =>
    mayDrill && value > 0 ? <CasesLink logId={logId} filter={filter} to={to} count={value} may /> : number(value, 0);
  return (
    <>
      <Part title={t.distribution} source={<Source note={note('lead_time')} />}>
        <Distribution
          rows={[
            { name: t.elapsed, figures: figures.leadTime },
            { name: t.business, figures: figures.businessTime },
          ]}
        />
        {figures.businessTime.calendar && <p className="small muted">{calendar(figures.businessTime.calendar)}</p>}
      </Part>
      <Part title={t.waiting} source={<Source note={note(waiting.definition, { n: waiting.n })} />}>
        {waiting.notMeasured ? (
          <p className="note">
            <b>{s.notMeasured}.</b> {reason(waiting.notMeasured)}
          </p>
        ) : (
          <Table
            dense
            caption={`${t.waiting}, ${words(waiting.totalSeconds)}`}
            rows={waiting.parts}
            rowKey={(part) => part.waitsFor}
            columns={[
              {
                key: 'name',
                head: t.waitsFor,
                rowHead: true,
                cell: (part) => (Object.hasOwn(s.waits, part.waitsFor) ? s.waits[part.waitsFor as keyof typeof s.waits] : part.waitsFor),
              },
              {
                key: 'share',
                head: t.share,
                numeric: true,
                cell: (part) => (
                  <span className="sharebar">
                    <i style={{ width: `${part.share * 100}%` }} /> <b>{percent(part.share, 1)}</b>
                  </span>
                ),
              },
              { key: 'cases', head: t.waitCases, numeric: true, cell: (part) => number(part.cases, 0) },
              { key: 'median', head: t.waitMedian, numeric: true, cell: (part) => time(part.medianSeconds) },
              { key: 'p90', head: t.p90, numeric: true, className: 'hide-s', cell: (part) => time(part.p90Seconds) },
            ]}
          />
        )}
      </Part>
      <Part title={t.rework} source={<Source note={note(rework.definition, { n: rework.n })} />}>
        <Facts
          lines={[
            [
              t.reworkCases,
              <>
                {cases(rework.casesWithRework, { pattern: 'rework' })} ({share(rework.shareOfCases)})
              </>,
            ],
            [t.repeatEvents, count(rework.repeatEvents)],
            [t.repeatLoad, share(rework.repeatLoad)],
            [t.selfLoops, count(rework.selfLoops)],
            [t.loopTime, time(rework.loopSeconds)],
          ]}
        />
      </Part>
      <Part title={t.handovers} source={<Source note={note(handovers.definition, { n: handovers.n })} />}>
        <Facts
          lines={[
            [t.handoverCount, count(handovers.handovers)],
            [t.sameOwner, count(handovers.sameOwner)],
            [t.missingOwner, count(handovers.missingOwner)],
            [t.owners, handovers.ownersPerCase === undefined ? '–' : number(handovers.ownersPerCase, 2)],
            [t.unitCount, count(handovers.unitHandovers)],
          ]}
        />
        {handovers.units.length > 0 && (
          <Table
            dense
            caption={t.unitCount}
            rows={handovers.units.slice(0, 50)}
            rowKey={(pair) => JSON.stringify([pair.from.unit, pair.to.unit])}
            columns={[
              { key: 'from', head: t.fromUnit, rowHead: true, cell: (pair) => pick(pair.from.name) || pair.from.unit },
              { key: 'to', head: t.toUnit, cell: (pair) => pick(pair.to.name) || pair.to.unit },
              { key: 'times', head: t.times, numeric: true, cell: (pair) => number(pair.handovers, 0) },
              { key: 'cases', head: t.cases, numeric: true, cell: (pair) => number(pair.cases, 0) },
            ]}
          />
        )}
        {(handovers.unitsHidden ?? 0) > 0 && <p className="small muted">{t.hiddenPairs(count(handovers.unitsHidden))}</p>}
      </Part>
      <Part title={t.pingPong} source={<Source note={note(pingPong.definition, { n: pingPong.n })} />}>
        <Table
          dense
          caption={t.pingPong}
          rows={[
            { key: 'unit', name: t.byUnit, times: pingPong.unitTriples, cases: pingPong.unitCases },
            { key: 'owner', name: t.byOwner, times: pingPong.ownerTriples, cases: pingPong.ownerCases },
            { key: 'activity', name: t.byActivity, times: pingPong.activityTriples, cases: pingPong.activityCases },
          ]}
          rowKey={(row) => row.key}
          columns={[
            { key: 'name', head: t.pingPong, rowHead: true, cell: (row) => row.name },
            { key: 'times', head: t.pingPongTimes, numeric: true, cell: (row) => number(row.times, 0) },
            {
              key: 'cases',
              head: t.cases,
              numeric: true,
              cell: (row) => (row.key === 'unit' ? cases(row.cases, { pattern: 'ping_pong' }) : number(row.cases, 0)),
            },
          ]}
        />
        {pingPong.unitSeconds !== undefined && <Facts lines={[[t.lost, time(pingPong.unitSeconds)]]} />}
      </Part>
      <Part title={t.batching} source={<Source note={note(batching.definition, { n: batching.n })} />}>
        <Facts
          lines={[
            [t.batches, count(batching.batches)],
            [
              t.batchEvents,
              <>
                {count(batching.events)} ({share(batching.shareOfEvents)})
              </>,
            ],
            [t.largest, count(batching.largestCases)],
          ]}
        />
      </Part>
      <Part
        title={t.hours}
        source={<Source note={note(hours.definition, { n: hours.n, events: true, extra: calendar(hours.calendar) })} />}
      >
        <Facts
          lines={[
            [
              t.outside,
              <>
                {count(hours.outsideEvents)} ({share(hours.outsideShare)})
              </>,
            ],
            [t.weekend, count(hours.weekendEvents)],
            [t.early, count(hours.weekdayEventsOutside07To18)],
            [t.holiday, count(hours.holidayEvents)],
          ]}
        />
        <div className="grid-2 hourcharts">
          <Columns
            title={t.byHour}
            head={t.hour}
            names={hours.byHour.map((_, hour) => String(hour).padStart(2, '0'))}
            values={hours.byHour}
            reading={(name, value) => t.hourReading(`${name} – ${String(Number(name) + 1).padStart(2, '0')}`, value)}
          />
          <Columns title={t.byWeekday} head={t.weekday} names={t.weekdays.split(',')} values={hours.byWeekday} reading={t.dayReading} />
        </div>
      </Part>
      <Part title={t.variants} source={<Source note={note(variants.definition, { n: variants.n })} />}>
        <Facts
          lines={[
            [t.variantCount, count(variants.count)],
            [t.cover, count(variants.covering80Percent)],
            [t.topFive, share(variants.topFiveShare)],
          ]}
        />
      </Part>
    </>
  );
}

function Part({ title, source, children }: { title: string; source: ReactNode; children: ReactNode }) {
  return (
    <section className="section">
      <div className="sechead">
        <h2>{title}</h2>
        {source}
      </div>
      {children}
    </section>
  );
}

function Facts({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="mapfacts">
      {lines.map(([word, figure]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function Distribution({ rows }: { rows: readonly { name: string; figures: DurationFigures }[] }) {
  const t = useTexts(figureTexts);
  const { number, duration } = useFormats();
  const time = (seconds: number | undefined) => (seconds === undefined ? '–' : duration(seconds));
  const parts = [
    ['min', 'minSeconds'],
    ['p25', 'p25Seconds'],
    ['median', 'medianSeconds'],
    ['mean', 'meanSeconds'],
    ['p75', 'p75Seconds'],
    ['p90', 'p90Seconds'],
    ['p95', 'p95Seconds'],
    ['max', 'maxSeconds'],
    ['sum', 'sumSeconds'],
  ] as const;
  return (
    <Table
      dense
      caption={t.distribution}
      rows={rows}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', head: t.kind, rowHead: true, cell: (row) => row.name },
        { key: 'n', head: t.n, numeric: true, cell: (row) => number(row.figures.n, 0) },
        ...parts.map(([word, key]) => ({
          key,
          head: t[word],
          numeric: true,
          className: 'nowrap',
          cell: (row: (typeof rows)[number]) => time(row.figures[key]),
        })),
      ]}
    />
  );
}

const WIDTH = 520;
const BASE = 130;
const TOP = 20;

function Columns({
  title,
  head,
  names,
  values,
  reading,
}: {
  title: string;
  head: string;
  names: readonly string[];
  values: readonly number[];
  reading: (name: string, value: string) => string;
}) {
  const t = useTexts(figureTexts);
  const { number } = useFormats();
  const most = Math.max(1, ...values);
  const at = values.indexOf(Math.max(...values));
  const step = WIDTH / values.length;
  const every = values.length > 12 ? 3 : 1;
  return (
    <Chart
      level={3}
      title={title}
      reading={reading(names[at] ?? '', number(values[at] ?? 0, 0))}
      name={title}
      table={{ head: [head, t.events], rows: values.map((value, index) => [names[index] ?? '', value]) }}
      write={(value) => number(value, 0)}
    >
      <svg
        className="chart"
        viewBox={`0 0 ${WIDTH} ${BASE + 24}`}
        role="img"
        aria-label={`${title}: ${values.map((value, index) => `${names[index]} ${number(value, 0)}`).join(', ')}`}
      >
        {values.map((value, index) => {
          const height = ((BASE - TOP) * value) / most;
          return <rect key={names[index]} className="bar-cases" x={index * step + 2} y={BASE - height} width={step - 4} height={height} />;
        })}
        <line className="ax" x1={0} x2={WIDTH} y1={BASE} y2={BASE} />
        {names.map(
          (name, index) =>
            index % every === 0 && (
              <text key={name} className="t13 tm" x={(index + 0.5) * step} y={BASE + 18} textAnchor="middle">
                {values.length > 12 ? name : name.slice(0, 3)}
              </text>
            ),
        )}
      </svg>
    </Chart>
  );
}
