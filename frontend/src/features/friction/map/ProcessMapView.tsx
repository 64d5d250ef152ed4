// SPDX-License-Identifier: EUPL-1.2
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Friction, MapEdge, ProcessMap } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Loading } from '@/shared/ui';
import { useDurations } from '../text/durations';
import { useSay } from '../text/say';
import { placeLabels } from './labels';
import type { Layout } from './layout';
import { LabelChoice } from './MapControls';
import { edgeKey, type Measure, measureOf, scaleFor, stepOf, widthOf } from './measure';
import { linesOf } from './names';
import { TIP } from './routes';
import { type Chosen, litBy } from './selection';
import { mapTexts } from './texts';
import { useLayout } from './useLayout';
import { type Visible, visiblePart } from './visible';

const NODE_WIDTH = 208;
const ONE_LINE = 46;
const TWO_LINES = 62;
const RARE = 0.05;
/** Beyond this many steps nobody can read a map; the sliders and the table serve better. */
const MOST_DRAWN = 120;
const ZOOMS = [0.35, 0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;
const NATURAL = ZOOMS.indexOf(1);
const CLEAR_OF_NODE = 2;

type Props = {
  map: ProcessMap;
  frictions: readonly Friction[];
  measure: Measure;
  onMeasure: (measure: Measure) => void;
  count: number;
  leastShare: number;
  chosen: Chosen | null;
  onChoose: (chosen: Chosen | null) => void;
};

/** The part of the map that the sliders and the choice leave to be drawn. */
export function useVisible({
  map,
  frictions,
  count,
  leastShare,
  chosen,
}: Pick<Props, 'map' | 'frictions' | 'count' | 'leastShare' | 'chosen'>): Visible {
  return useMemo(
    () => visiblePart(map, Math.min(count, MOST_DRAWN), leastShare, litBy(chosen, map, frictions)),
    [map, frictions, count, leastShare, chosen],
  );
}

/** The process map as a drawing: one tab stop, arrow keys between its parts, each with a name that holds its figures. */
export function ProcessMapView(props: Props) {
  const visible = useVisible(props);
  const say = useSay();
  const lines = useMemo(() => new Map(visible.activities.map((one) => [one.name, linesOf(say(one.name))])), [visible, say]);
  const nodeHeight = [...lines.values()].some((line) => line.length > 1) ? TWO_LINES : ONE_LINE;
  const laid = useLayout({
    nodes: visible.activities.map((one) => ({ id: one.name, loop: visible.loops.has(one.name) })),
    edges: visible.edges.map((edge) => ({ from: edge.from, to: edge.to, weight: edge.frequency })),
    main: visible.main,
    nodeWidth: NODE_WIDTH,
    nodeHeight,
  });
  const t = useTexts(mapTexts);
  const { number } = useFormats();
  if (!laid) return <Loading lines={9} />;
  return (
    <>
      {props.count > MOST_DRAWN && <p className="note note--warn small">{t.tooMany(number(props.count, 0))}</p>}
      <Drawing {...props} visible={visible} lines={lines} layout={laid.layout} nodeHeight={laid.input.nodeHeight} />
    </>
  );
}

type DrawingProps = Props & { visible: Visible; lines: ReadonlyMap<string, string[]>; layout: Layout; nodeHeight: number };

function Drawing({ map, frictions, measure, onMeasure, chosen, onChoose, visible, lines, layout, nodeHeight }: DrawingProps) {
  const t = useTexts(mapTexts);
  const { number } = useFormats();
  const { short, words } = useDurations();
  const say = useSay();
  const ids = useId();
  const [zoom, setZoom] = useState(NATURAL);
  const scroller = useRef<HTMLElement>(null);
  const lit = litBy(chosen, map, frictions);
  const isLit = lit.edges.size > 0 || lit.activities.size > 0;
  const scale = useMemo(() => scaleFor(visible.edges.map((edge) => edge.medianSeconds)), [visible]);
  const most = Math.max(1, ...map.edges.map((edge) => edge.frequency));
  const label = (edge: MapEdge) => (measure === 'frequency' ? number(edge.frequency, 0) : short(measureOf(edge, measure)));

  // Between the answer and its drawing they may differ for a moment: only what both know is drawn.
  const place = new Map(layout.nodes.map((node) => [node.id, node]));
  const drawn = visible.edges.flatMap((edge, at) => {
    const route = layout.edges[at];
    return route && layout.edges.length === visible.edges.length && place.has(edge.from) && place.has(edge.to)
      ? [{ edge, route, key: edgeKey(edge) }]
      : [];
  });
  const isOn = (edge: MapEdge) =>
    lit.edges.has(edgeKey(edge)) || (chosen?.kind === 'node' && (edge.from === chosen.name || edge.to === chosen.name));
  const labels = placeLabels(
    drawn.map(({ edge, route }) => ({
      route,
      text: label(edge),
      weight: edge.frequency,
      stroke: widthOf(edge.frequency, most),
      must: isOn(edge),
    })),
    layout.nodes.map((node) => ({
      x: node.x - NODE_WIDTH / 2 - CLEAR_OF_NODE,
      y: node.y - nodeHeight / 2 - CLEAR_OF_NODE,
      width: NODE_WIDTH + 2 * CLEAR_OF_NODE,
      height: nodeHeight + 2 * CLEAR_OF_NODE,
    })),
  );
  const nodes = visible.activities
    .flatMap((activity) => {
      const at = place.get(activity.name);
      return at ? [{ activity, at }] : [];
    })
    .sort((a, b) => a.at.level - b.at.level || a.at.x - b.at.x);

  // One order for the keyboard: each step, then the ways on from it.
  const stops = nodes.flatMap(({ activity }) => [
    JSON.stringify([activity.name]),
    ...(visible.loops.has(activity.name) ? [edgeKey({ from: activity.name, to: activity.name })] : []),
    ...drawn.filter(({ edge }) => edge.from === activity.name).map(({ key }) => key),
  ]);
  const [at, setAt] = useState<string | null>(null);
  const current = at !== null && stops.includes(at) ? at : stops[0];
  const drawing = useRef<SVGSVGElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const here = stops.indexOf(current ?? '');
    const to = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1, ArrowLeft: here - 1, Home: 0, End: stops.length - 1 }[
      event.key
    ];
    if (event.key === 'Escape' && chosen) {
      onChoose(null);
      return;
    }
    const next = to === undefined ? undefined : stops[Math.max(0, Math.min(stops.length - 1, to))];
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
    [...(drawing.current?.querySelectorAll<SVGGElement>('[data-stop]') ?? [])].find((one) => one.dataset.stop === next)?.focus();
  };
  const stop = (key: string, name: string, choice: Chosen, pressed: boolean) => ({
    'data-stop': key,
    role: 'button',
    tabIndex: key === current ? 0 : -1,
    'aria-label': name,
    'aria-pressed': pressed,
    onFocus: () => setAt(key),
    onClick: () => onChoose(pressed ? null : choice),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onChoose(pressed ? null : choice);
    },
  });
  const isEdge = (edge: { from: string; to: string }) => chosen?.kind === 'edge' && chosen.from === edge.from && chosen.to === edge.to;

  const factor = ZOOMS[zoom] ?? 1;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box) box.scrollLeft = Math.max(0, layout.column * factor - box.clientWidth / 2);
  }, [layout, factor]);
  const fit = () => {
    const room = scroller.current?.clientWidth ?? layout.width;
    const fitting = ZOOMS.findLastIndex((one) => layout.width * one <= room);
    setZoom(Math.max(0, Math.min(NATURAL, fitting)));
  };
  const slowest = drawn.reduce<MapEdge | undefined>(
    (worst, { edge }) => (!worst || edge.medianSeconds > worst.medianSeconds ? edge : worst),
    undefined,
  );
  const timeName = (edge: MapEdge) =>
    t.edge(say(edge.from), say(edge.to), number(edge.frequency, 0), number(edge.cases, 0), words(edge.medianSeconds));
  return (
    <>
      <div className="maprow">
        <LabelChoice measure={measure} onMeasure={onMeasure} />
        <MapTools
          zoom={zoom}
          onZoom={(next) => setZoom(Math.max(0, Math.min(ZOOMS.length - 1, next)))}
          onFit={fit}
          onMove={(by) => scroller.current?.scrollBy({ left: by * (scroller.current.clientWidth / 2) })}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="mapscroll" ref={scroller} tabIndex={0} aria-label={t.region}>
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing cannot be a fieldset */}
        <svg
          ref={drawing}
          className={isLit ? 'map fricmap sel' : 'map fricmap'}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          width={layout.width * factor}
          height={layout.height * factor}
          role="group"
          aria-labelledby={`${ids}t ${ids}d`}
          onKeyDown={onKeyDown}
        >
          <title id={`${ids}t`}>{t.title(map.selection.logTitle, number(map.selection.caseCount, 0))}</title>
          <desc id={`${ids}d`}>
            {slowest && t.describe(say(slowest.from), say(slowest.to), words(slowest.medianSeconds), number(slowest.frequency, 0))} {t.keys}
          </desc>
          <g>
            {drawn.map(({ edge, route, key }) => {
              const width = widthOf(edge.frequency, most);
              const step = stepOf(edge.medianSeconds, scale);
              const half = Math.max(5, width * 0.77);
              const on = isOn(edge) ? ' on' : '';
              const back = route.heading * TIP;
              return (
                <g
                  key={key}
                  className={`way${on}`}
                  {...stop(key, timeName(edge), { kind: 'edge', from: edge.from, to: edge.to }, isEdge(edge))}
                >
                  <path className="hit" d={route.path} />
                  <path
                    className={`edge tl-${step}${on}`}
                    d={route.path}
                    strokeWidth={width}
                    strokeDasharray={edge.caseShare < RARE ? '5 4' : undefined}
                  />
                  <polygon
                    className={`edge-tip tf-${step}${on}`}
                    points={`${route.tip.x - half},${route.tip.y - back} ${route.tip.x + half},${route.tip.y - back} ${route.tip.x},${route.tip.y}`}
                  />
                </g>
              );
            })}
          </g>
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here can have focus; each figure is in the name of its way */}
          <g aria-hidden="true">
            {labels.map((place, index) => {
              const one = drawn[index];
              if (!place || !one) return null;
              const bold = stepOf(one.edge.medianSeconds, scale) >= 4 ? ' tb' : '';
              return (
                <g className="lbl" key={one.key}>
                  <rect x={place.beside ? place.x : place.x - place.width / 2} y={place.y - 10} width={place.width} height={20} rx={3} />
                  <text
                    x={place.beside ? place.x + 4 : place.x}
                    y={place.y + 5}
                    textAnchor={place.beside ? 'start' : 'middle'}
                    className={`t13${bold}`}
                  >
                    {label(one.edge)}
                  </text>
                </g>
              );
            })}
          </g>
          <g>
            {nodes.map(({ activity, at: spot }) => {
              const loop = visible.loops.get(activity.name);
              const names = lines.get(activity.name) ?? [activity.name];
              const ends = activity.startCases + activity.endCases >= map.selection.caseCount / 2;
              const key = JSON.stringify([activity.name]);
              const pressed = chosen?.kind === 'node' && chosen.name === activity.name;
              const [x, y] = [spot.x - NODE_WIDTH / 2, spot.y - nodeHeight / 2];
              const first = spot.y + (names.length > 1 ? -11 : nodeHeight === TWO_LINES ? -3 : -2);
              return (
                <g key={activity.name}>
                  {loop && (
                    <Loop
                      x={x + NODE_WIDTH}
                      y={spot.y}
                      loop={loop}
                      width={widthOf(loop.frequency, most)}
                      step={stepOf(loop.medianSeconds, scale)}
                      text={label(loop)}
                      on={isOn(loop)}
                      stop={stop(
                        edgeKey(loop),
                        t.loop(say(activity.name), number(loop.frequency, 0), words(loop.medianSeconds)),
                        { kind: 'edge', from: loop.from, to: loop.to },
                        isEdge(loop),
                      )}
                    />
                  )}
                  <g
                    className={`node${ends ? ' end' : ''}${lit.activities.has(activity.name) ? ' on' : ''}`}
                    {...stop(
                      key,
                      t.node(say(activity.name), number(activity.events, 0), number(activity.cases, 0)),
                      { kind: 'node', name: activity.name },
                      pressed,
                    )}
                  >
                    <rect x={x} y={y} width={NODE_WIDTH} height={nodeHeight} rx={4} />
                  </g>
                  {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here can have focus; the words are in the name of the step */}
                  <g className="lbl" aria-hidden="true">
                    {names.map((line, index) => (
                      <text key={line} x={spot.x} y={first + index * 17} textAnchor="middle" className="t14 tb">
                        {line}
                      </text>
                    ))}
                    <text x={spot.x} y={first + names.length * 17} textAnchor="middle" className="t13 tm">
                      {number(activity.events, 0)}
                    </text>
                  </g>
                </g>
              );
            })}
          </g>
        </svg>
      </section>
    </>
  );
}

type LoopProps = {
  x: number;
  y: number;
  loop: MapEdge;
  width: number;
  step: number;
  text: string;
  on: boolean;
  stop: Record<string, unknown>;
};

/** A step that follows itself: a bow at its right side. */
function Loop({ x, y, loop, width, step, text, on, stop }: LoopProps) {
  const path = `M${x} ${y - 9}h10a9 9 0 0 1 9 9a9 9 0 0 1 -9 9h-2`;
  const lit = on ? ' on' : '';
  return (
    <>
      <g className={`way${lit}`} {...stop}>
        <path className="hit" d={path} />
        <path
          className={`edge tl-${step}${lit}`}
          d={path}
          strokeWidth={Math.min(6, width)}
          strokeDasharray={loop.caseShare < RARE ? '5 4' : undefined}
        />
        <polygon className={`edge-tip tf-${step}${lit}`} points={`${x + TIP},${y + 4} ${x + TIP},${y + 14} ${x},${y + 9}`} />
      </g>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing here can have focus; the figure is in the name of the bow */}
      <g className="lbl" aria-hidden="true">
        <text x={x + 24} y={y + 5} className="t13">
          {text}
        </text>
      </g>
    </>
  );
}

function MapTools({
  zoom,
  onZoom,
  onFit,
  onMove,
}: {
  zoom: number;
  onZoom: (zoom: number) => void;
  onFit: () => void;
  onMove: (by: -1 | 1) => void;
}) {
  const t = useTexts(mapTexts);
  const { percent } = useFormats();
  const buttons = [
    { name: t.zoomOut, sign: '−', act: () => onZoom(zoom - 1) },
    { name: t.zoomIn, sign: '+', act: () => onZoom(zoom + 1) },
    { name: t.fit, sign: '⤢', act: onFit },
    { name: t.left, sign: '←', act: () => onMove(-1) },
    { name: t.right, sign: '→', act: () => onMove(1) },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own borders and no better name
    <div className="maptools" role="group" aria-label={t.tools}>
      {buttons.map((button) => (
        <button key={button.name} type="button" className="iconbtn" aria-label={button.name} title={button.name} onClick={button.act}>
          <span aria-hidden="true">{button.sign}</span>
        </button>
      ))}
      <output className="small muted">{percent(ZOOMS[zoom] ?? 1)}</output>
    </div>
  );
}
