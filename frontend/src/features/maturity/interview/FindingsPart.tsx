// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { CoderAgreement, InterviewStep } from '@/api';
import { Chart } from '@/shared/chart';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Loading, ProblemAlert, Source, Table, Tag } from '@/shared/ui';
import { useWords } from '../groups';
import { useCoefficient } from '../scorecard/detail/values';
import { lines } from './curve';
import { findingsQuery } from './queries';
import { texts } from './texts';

/** What the interviews add one after another, and whether coders agree. */
export function FindingsPart({ assessmentId }: { assessmentId: string }) {
  const t = useTexts(texts);
  const { data, error, refetch } = useQuery(findingsQuery(assessmentId));
  return (
    <>
      <section className="section">
        <h2>{t.saturation}</h2>
        {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading lines={3} />}
        {data?.steps.length === 0 && <p className="muted">{t.saturationNone}</p>}
        {data && data.steps.length > 0 && (
          <SaturationChart steps={data.steps}>
            <LocalizedText text={data.reading} />
          </SaturationChart>
        )}
      </section>
      {data && (
        <section className="section">
          <h2>{t.coders}</h2>
          {data.coders.length === 0 ? <p className="muted">{t.codersNone}</p> : <Coders pairs={data.coders} />}
        </section>
      )}
    </>
  );
}

/** Cumulative criteria and themes, interview by interview, with a table twin. */
function SaturationChart({ steps, children }: { steps: readonly InterviewStep[]; children: React.ReactNode }) {
  const t = useTexts(texts);
  const words = useWords();
  const { date } = useFormats();
  const last = steps.at(-1);
  const { width, height, bottom, ticks, criteria, themes } = lines(steps);
  return (
    <Chart
      level={3}
      title={t.saturationTitle}
      name="mattnad"
      reading={children}
      table={{
        head: [t.nth, t.group, t.quotes, t.newCriteria, t.newThemes, t.criteriaHead, t.themes],
        rows: steps.map((step) => [
          date(step.heldOn),
          words.group(step.group),
          step.quotes,
          step.newCriteria.length === 0 ? '–' : step.newCriteria.join(', '),
          step.newThemes,
          step.criteria,
          step.themes,
        ]),
      }}
      note={{ title: t.saturation, definition: t.saturationNote }}
    >
      <svg
        className="sat"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t.saturationAlt(last?.criteria ?? 0, last?.themes ?? 0, steps.length)}
      >
        {ticks.map(({ value, y }) => (
          <g key={value}>
            <line className="sat__grid" x1={28} x2={width - 64} y1={y} y2={y} />
            <text className="sat__text" x={22} y={y + 4} textAnchor="end">
              {value}
            </text>
          </g>
        ))}
        {([themes, criteria] as const).map((line, at) => (
          <g key={line.path} className={at === 0 ? 'sat__themes' : 'sat__criteria'}>
            <path className="sat__line" d={line.path} />
            {line.points.map(({ x, y, nth }) =>
              at === 0 ? <circle key={nth} cx={x} cy={y} r={3.5} /> : <rect key={nth} x={x - 3.2} y={y - 3.2} width={6.4} height={6.4} />,
            )}
            <text className="sat__text" x={width - 56} y={line.labelY + 4}>
              {at === 0 ? t.themes : t.criteriaHead}
            </text>
          </g>
        ))}
        {themes.points.map(({ x, nth }) => (
          <text className="sat__text" key={nth} x={x} y={bottom + 16} textAnchor="middle">
            {nth}
          </text>
        ))}
      </svg>
    </Chart>
  );
}

function Coders({ pairs }: { pairs: readonly CoderAgreement[] }) {
  const t = useTexts(texts);
  const coefficient = useCoefficient();
  const columns: Column<CoderAgreement>[] = [
    { key: 'pair', head: t.coderPair, rowHead: true, cell: (pair) => `${pair.coder.displayName}, ${pair.other.displayName}` },
    { key: 'both', head: t.both, numeric: true, cell: (pair) => pair.both },
    { key: 'same', head: t.sameCriterion, numeric: true, cell: (pair) => pair.sameCriterion },
    { key: 'placed', head: t.placed, numeric: true, cell: (pair) => pair.placed },
    {
      key: 'agreement',
      head: t.agreement,
      cell: (pair) =>
        pair.word && pair.alpha !== undefined ? (
          <>
            <Tag mood={pair.word === 'good' ? 'ok' : 'warn'}>{t.words[pair.word]}</Tag> α {coefficient(pair.alpha)}
          </>
        ) : (
          <span className="muted">{t.needed(pair.placed, pair.needed)}</span>
        ),
    },
  ];
  return (
    <>
      <Table
        caption={<span className="vh">{t.coders}</span>}
        cards
        columns={columns}
        rows={pairs}
        rowKey={(pair) => `${pair.coder.id}${pair.other.id}`}
      />
      <p className="small">
        <Source note={{ title: t.coders, definition: t.codersNote }} />
      </p>
    </>
  );
}
