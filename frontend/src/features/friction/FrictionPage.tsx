// SPDX-License-Identifier: EUPL-1.2
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo, useRef } from 'react';
import { type EventLogDetail, type Friction, type ProcessMap, useMay } from '@/api';
import { save, toCsv, toSvg } from '@/shared/chart';
import { useFormats } from '@/shared/i18n/format';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Empty, Icon, Loading, ProblemAlert, Tabs } from '@/shared/ui';
import { Histogram } from './figures/Histogram';
import { KeyFigures } from './figures/KeyFigures';
import { Months } from './figures/Months';
import { FilterBar } from './filter/FilterBar';
import { type FilterSearch, filterOf, VIEWS, type ViewSearch } from './filter/search';
import { LogPage } from './LogPage';
import { MapControls } from './map/MapControls';
import { MapDetails } from './map/MapDetails';
import { csvOf, MapTable } from './map/MapTable';
import { ProcessMapView, useVisible } from './map/ProcessMapView';
import { readChosen, writeChosen } from './map/selection';
import { mapTexts } from './map/texts';
import { VariantsView } from './map/VariantsView';
import { PATH_STEPS, usualActivities, usualPaths } from './map/visible';
import { useFigures, useFrictions, useMonths, useProcessMap } from './queries';
import { Sentences } from './Sentences';
import { Figure, useNote } from './text/note';
import { texts } from './texts';
import { usePhone } from './usePhone';

/** What a log says: the largest frictions first, then the map that proves them, the figures and the months. */
export function FrictionPage() {
  const t = useTexts(texts);
  const { logId } = useParams({ from: '/frame/friction/$logId' });
  const search = useSearch({ from: '/frame/friction/$logId' });
  const filter = filterOf(search);
  const may = useMay();
  const navigate = useNavigate();
  const onFilter = (next: FilterSearch) =>
    void navigate({
      to: '/friction/$logId',
      params: { logId },
      search: (old) => ({ unit: old.unit, ...next, view: search.view, label: search.label, paths: search.paths, steps: search.steps }),
      resetScroll: false,
    });
  const onView = (next: ViewSearch) =>
    void navigate({ to: '.', search: (old) => ({ ...old, ...next }), replace: true, resetScroll: false });
  return (
    <LogPage
      logId={logId}
      purpose={t.purpose}
      filter={filter}
      actions={({ log }) => (
        <>
          {may('recommendation:read') && (
            <Link to="/improvement" className={buttonClass()}>
              {t.toImprovement}
            </Link>
          )}
          {log.drillDown && (
            <Link to="/friction/$logId/cases" params={{ logId }} search={filter} className={buttonClass('primary')}>
              {t.showCases}
            </Link>
          )}
        </>
      )}
    >
      {(detail) => <Analysis detail={detail} filter={filter} view={search} onFilter={onFilter} onView={onView} />}
    </LogPage>
  );
}

type AnalysisProps = {
  detail: EventLogDetail;
  filter: FilterSearch;
  view: ViewSearch;
  onFilter: (filter: FilterSearch) => void;
  onView: (view: ViewSearch) => void;
};

function Analysis({ detail, filter, view, onFilter, onView }: AnalysisProps) {
  const t = useTexts(texts);
  const { log } = detail;
  const map = useProcessMap(log.id, filter);
  const frictions = useFrictions(log.id, filter);
  const figures = useFigures(log.id, filter);
  const months = useMonths(log.id, filter);
  const failed = [map, frictions, figures, months].find((query) => query.error);
  const selection = figures.data?.selection ?? map.data?.selection;
  const isStale = [map, frictions, figures, months].some((query) => query.isPlaceholderData);
  const chosen = readChosen(view.show);
  return (
    <>
      <FilterBar detail={detail} filter={filter} onFilter={onFilter} selection={selection} />
      {failed?.error && <ProblemAlert problem={failed.error} onRetry={() => void failed.refetch()} />}
      {selection?.caseCount === 0 ? (
        <Empty
          title={t.noCases}
          action={
            <button type="button" className="btn" onClick={() => onFilter({})}>
              {t.clearFilter}
            </button>
          }
        >
          {t.noCasesWhat}
        </Empty>
      ) : (
        <div aria-busy={isStale || undefined} className={isStale ? 'isstale' : undefined}>
          <div className="fric">
            <div className="fric__text">
              <h2 className="vh">{t.sentences}</h2>
              {!frictions.data && !frictions.error && <Loading lines={9} />}
              {frictions.data && (
                <Sentences
                  list={frictions.data}
                  filter={filter}
                  mayDrill={log.drillDown}
                  shown={chosen?.kind === 'friction' ? chosen.rank : undefined}
                  onShow={(rank) => onView({ show: rank === undefined ? undefined : writeChosen({ kind: 'friction', rank }), view: 'map' })}
                />
              )}
              {!log.mappingConfirmed && (
                <section className="sent sent--last">
                  <h3>{t.unmapped}</h3>
                  <p className="small">{t.unmappedWhat}</p>
                  <div className="sent__foot">
                    <Link to="/friction/$logId/mapping" params={{ logId: log.id }}>
                      {t.toMapping}
                    </Link>
                  </div>
                </section>
              )}
              {figures.data && <KeyFigures figures={figures.data} filter={filter} mayDrill={log.drillDown} />}
            </div>
            <section aria-labelledby="map-heading" className="fric__map">
              {map.data ? (
                <MapSection
                  map={map.data}
                  frictions={frictions.data?.items ?? []}
                  filter={filter}
                  view={view}
                  onView={onView}
                  mayDrill={log.drillDown}
                />
              ) : (
                !map.error && <Loading lines={12} />
              )}
            </section>
          </div>
          {figures.data && <Histogram figures={figures.data} filter={filter} mayDrill={log.drillDown} />}
          {months.data && <Months series={months.data} />}
        </div>
      )}
    </>
  );
}

type MapSectionProps = {
  map: ProcessMap;
  frictions: readonly Friction[];
  filter: FilterSearch;
  view: ViewSearch;
  onView: (view: ViewSearch) => void;
  mayDrill: boolean;
};

function MapSection({ map, frictions, filter, view, onView, mayDrill }: MapSectionProps) {
  const t = useTexts(texts);
  const m = useTexts(mapTexts);
  const { language } = useLanguage();
  const { number } = useFormats();
  const isPhone = usePhone();
  const note = useNote(map.selection);
  const section = useRef<HTMLDivElement>(null);
  const open = view.view ?? (isPhone ? 'table' : 'map');
  const measure = view.label ?? 'median';
  const count = view.steps ?? usualActivities(map);
  const usual = useMemo(() => usualPaths(map, count), [map, count]);
  const step = view.paths ?? usual;
  const chosen = readChosen(view.show);
  const leastShare = PATH_STEPS[step] ?? 0;
  const visible = useVisible({ map, frictions, count, leastShare, chosen });
  const csv = () => {
    const rest = [m.times, m.cases, m.share, ...[m.median, m.p90, m.mean, m.min, m.max, m.sum].map((word) => `${word} (s)`)];
    const { head, rows } = csvOf(map, { from: language === 'sv' ? 'Från' : 'From', to: language === 'sv' ? 'Till' : 'To', rest });
    save(`${map.selection.logTitle}.csv`, 'text/csv;charset=utf-8', `\ufeff${toCsv(head, rows, language)}`);
  };
  const svg = () => {
    const drawing = section.current?.querySelector<SVGSVGElement>('svg.fricmap');
    if (drawing) save(`${map.selection.logTitle}.svg`, 'image/svg+xml', toSvg(drawing));
  };
  return (
    <div ref={section}>
      <div className="charthead">
        <h2 id="map-heading">{t.howCases}</h2>
        <div className="charttools">
          {open === 'map' && (
            <button type="button" className="src row" onClick={svg}>
              <Icon small name="download" />
              SVG
            </button>
          )}
          <button type="button" className="src row" onClick={csv}>
            <Icon small name="download" />
            CSV
          </button>
        </div>
      </div>
      <Tabs
        label={t.viewAs}
        open={open}
        onOpen={(next) => onView({ view: next })}
        tabs={VIEWS.map((key) => ({
          key,
          text: t.views[key],
          content:
            key === 'map' ? (
              <>
                <p className="measure small muted">{m.reading(number(map.selection.caseCount, 0))}</p>
                <MapControls
                  map={map}
                  visible={visible}
                  step={step}
                  onStep={(next) => onView({ paths: next })}
                  count={count}
                  onCount={(next) => onView({ steps: next })}
                />
                <ProcessMapView
                  map={map}
                  frictions={frictions}
                  measure={measure}
                  onMeasure={(next) => onView({ label: next })}
                  count={count}
                  leastShare={leastShare}
                  chosen={chosen}
                  onChoose={(next) => onView({ show: next ? writeChosen(next) : undefined })}
                />
                <MapDetails map={map} chosen={chosen} filter={filter} mayDrill={mayDrill} onRelease={() => onView({ show: undefined })} />
                <p className="small muted">
                  {m.note} <Figure value={language === 'sv' ? 'Så räknas det' : 'How this is counted'} note={note('process_map')} />
                </p>
              </>
            ) : key === 'table' ? (
              <MapTable map={map} filter={filter} mayDrill={mayDrill} />
            ) : (
              <VariantsView logId={map.selection.logId} filter={filter} mayDrill={mayDrill} />
            ),
        }))}
      />
    </div>
  );
}
