// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import type { LogIndicator } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty, Loading, ProblemAlert, Table } from '@/shared/ui';
import { LogPage } from '../LogPage';
import { indicatorsQuery } from '../queries';
import { Figure, useNote, useReason } from '../text/note';
import { texts } from '../texts';
import { useModelIndicators } from './model';
import { figureTexts } from './texts';

/** The maturity model's indicators, measured from the log by the model's own definitions. */
export function IndicatorsPage() {
  const t = useTexts(figureTexts);
  const { logId } = useParams({ from: '/frame/friction/$logId/indicators' });
  const { unit } = useSearch({ from: '/frame/friction/$logId/indicators' });
  const { data, error, refetch } = useQuery(indicatorsQuery(logId, unit));
  const { number } = useFormats();
  return (
    <LogPage logId={logId} title={t.indicatorsTitle} purpose={t.indicatorsPurpose}>
      {() => (
        <>
          {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading lines={10} />}
          {data && data.items.length === 0 && <Empty title={t.noIndicators}>{t.noIndicatorsWhat}</Empty>}
          {data && data.items.length > 0 && (
            <div className="stack">
              <p className="lead measure">
                {t.measuredCount(number(data.items.filter((one) => one.notMeasured === undefined).length, 0), number(data.items.length, 0))}
              </p>
              <p className="note small">{t.indicatorsNote}</p>
              <IndicatorTable items={data.items} selection={data.selection} />
            </div>
          )}
        </>
      )}
    </LogPage>
  );
}

function IndicatorTable({ items, selection }: { items: readonly LogIndicator[]; selection: Parameters<typeof useNote>[0] }) {
  const t = useTexts(figureTexts);
  const s = useTexts(texts);
  const pick = usePick();
  const { number, percent } = useFormats();
  const reason = useReason();
  const note = useNote(selection);
  const model = useModelIndicators();
  const value = (one: LogIndicator) => {
    const unit = model.get(one.code)?.unit;
    if (one.value === undefined) return '';
    if (unit === 'share') return percent(one.value, 1);
    return `${number(one.value, 2)} ${unit && Object.hasOwn(t.units, unit) ? t.units[unit as keyof typeof t.units] : (unit ?? '')}`.trim();
  };
  const source = (one: LogIndicator) => {
    const known = model.get(one.code);
    return {
      ...note('lead_time', { n: one.n }),
      title: [one.code, pick(known?.name)].filter(Boolean).join(' '),
      definition: pick(known?.definition),
      formula: known?.formula ?? '',
      ...(one.periodFrom && one.periodTo ? { period: s.period(one.periodFrom, one.periodTo) } : {}),
    };
  };
  return (
    <Table
      cards
      caption={t.indicatorsTitle}
      rows={items}
      rowKey={(one) => one.code}
      columns={[
        { key: 'code', head: t.code, cell: (one) => <span className="pcode">{one.code}</span> },
        { key: 'name', head: t.indicator, rowHead: true, cell: (one) => pick(model.get(one.code)?.name) || one.code },
        {
          key: 'value',
          head: t.value,
          numeric: true,
          className: 'nowrap',
          cell: (one) =>
            one.notMeasured ? <span className="muted">{s.notMeasured}</span> : <Figure value={value(one)} note={source(one)} />,
        },
        { key: 'n', head: t.underlag, numeric: true, cell: (one) => (one.notMeasured ? '–' : number(one.n, 0)) },
        {
          key: 'period',
          head: t.period,
          className: 'nowrap',
          cell: (one) => (one.periodFrom && one.periodTo ? s.period(one.periodFrom, one.periodTo) : '–'),
        },
        { key: 'why', head: t.why, cell: (one) => (one.notMeasured ? <span className="small">{reason(one.notMeasured)}</span> : '') },
      ]}
    />
  );
}
