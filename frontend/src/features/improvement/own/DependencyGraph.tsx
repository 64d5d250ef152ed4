// SPDX-License-Identifier: EUPL-1.2
import { type KeyboardEvent, useState } from 'react';
import type { RankedRecommendations } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Seg, Table } from '@/shared/ui';
import { chainOf, graphOf, type Node, wrapped } from './graph';
import { ownTexts } from './texts';

const WIDTH = 256;
const HEIGHT = 50;
const ACROSS = 326;
const DOWN = 62;
const LINE = 25;

/** Which recommendations wait for which, as a picture and as a table. */
export function DependencyGraph({ ranked }: { ranked: RankedRecommendations }) {
  const t = useTexts(ownTexts);
  const pick = usePick();
  const { number } = useFormats();
  const [view, setView] = useState<'picture' | 'table'>('picture');
  const nodes = graphOf(ranked);
  const edges = nodes.reduce((sum, node) => sum + node.before.length, 0);
  const most = nodes.reduce<Node | undefined>((best, node) => (node.after.length > (best?.after.length ?? 0) ? node : best), undefined);
  return (
    <details className="section">
      <summary>{t.graph}</summary>
      {most === undefined ? (
        <p className="muted">{t.graphNone}</p>
      ) : (
        <>
          <p className="measure">
            {t.graphReading(
              number(edges, 0),
              number(nodes.filter((node) => node.state === 'locked').length, 0),
              pick(most.title),
              number(most.after.length, 0),
            )}
          </p>
          <div className="hide-s">
            <Seg
              label={t.view}
              chosen={view}
              onChoose={setView}
              options={[
                { key: 'picture', text: t.picture },
                { key: 'table', text: t.table },
              ]}
            />
            {view === 'picture' ? <Picture nodes={nodes} /> : <Twin nodes={nodes} />}
          </div>
          <div className="only-s">
            <Twin nodes={nodes} />
          </div>
        </>
      )}
    </details>
  );
}

function Picture({ nodes }: { nodes: readonly Node[] }) {
  const t = useTexts(ownTexts);
  const pick = usePick();
  const [chosen, setChosen] = useState<string | null>(null);
  const chain = chosen ? chainOf(nodes, chosen) : null;
  const x = (node: Node) => 4 + node.layer * ACROSS;
  const y = (node: Node) => 4 + node.place * DOWN;
  const width = 8 + Math.max(...nodes.map((node) => node.layer)) * ACROSS + WIDTH;
  const height = 8 + Math.max(...nodes.map((node) => node.place)) * DOWN + HEIGHT;
  const byCode = new Map(nodes.map((node) => [node.code, node]));
  return (
    <>
      <p className="small muted">{t.graphWhat}</p>
      <div className="chartbox depbox">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing; these are its parts */}
        <svg className="dep" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="group" aria-label={t.graph}>
          {nodes.flatMap((to) =>
            to.before.flatMap((code) => {
              const from = byCode.get(code);
              if (!from) return [];
              const bright = !chain || (chain.has(from.code) && chain.has(to.code));
              const [x1, y1, x2, y2] = [x(from) + WIDTH, y(from) + HEIGHT / 2, x(to), y(to) + HEIGHT / 2];
              const bend = (x2 - x1) / 2;
              return [
                <path
                  key={`${from.code}-${to.code}`}
                  className={bright ? 'dep__edge' : 'dep__edge dep--faded'}
                  d={`M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`}
                />,
              ];
            }),
          )}
          {nodes.map((node) => (
            <Box
              key={node.code}
              node={node}
              x={x(node)}
              y={y(node)}
              chosen={chosen === node.code}
              faded={chain !== null && !chain.has(node.code)}
              onChoose={() => setChosen(chosen === node.code ? null : node.code)}
            />
          ))}
        </svg>
      </div>
      <div hidden>
        {nodes.map((node) => (
          <span key={node.code} id={`dep-${node.code}`}>
            {t.node(pick(node.title), t.states[node.state], node.before.join(', ') || t.nothing, node.after.join(', ') || t.nothing)}
          </span>
        ))}
      </div>
      <div className="legend" aria-hidden="true">
        <span>▭ {t.legendReady}</span>
        <span>┄ {t.legendLocked}</span>
        <span>✓ {t.legendReached}</span>
      </div>
    </>
  );
}

type BoxProps = { node: Node; x: number; y: number; chosen: boolean; faded: boolean; onChoose: () => void };

function Box({ node, x, y, chosen, faded, onChoose }: BoxProps) {
  const pick = usePick();
  const title = pick(node.title);
  const [first, second] = wrapped(title, LINE);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onChoose();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand in a drawing
    <g
      role="button"
      tabIndex={0}
      aria-pressed={chosen}
      aria-describedby={`dep-${node.code}`}
      className={`dep__node dep__node--${node.state}${faded ? ' dep--faded' : ''}${chosen ? ' dep__node--chosen' : ''}`}
      onClick={onChoose}
      onKeyDown={onKey}
    >
      <rect x={x} y={y} width={WIDTH} height={HEIGHT} rx={4} />
      <text className="t13 tb" x={x + 10} y={y + 20}>
        {node.state === 'reached' ? `✓ ${node.code} ` : `${node.code} `}
      </text>
      <text className="t13" x={x + 62} y={y + (second ? 20 : 30)}>
        {`${first} `}
      </text>
      {second && (
        <text className="t13" x={x + 62} y={y + 38}>
          {second}
        </text>
      )}
    </g>
  );
}

function Twin({ nodes }: { nodes: readonly Node[] }) {
  const t = useTexts(ownTexts);
  const pick = usePick();
  const titles = new Map(nodes.map((node) => [node.code, pick(node.title)]));
  const named = (codes: readonly string[]) => codes.map((code) => titles.get(code) ?? code).join('; ') || '–';
  return (
    <Table
      cards
      caption={<span className="vh">{t.graph}</span>}
      rows={nodes}
      rowKey={(node) => node.code}
      columns={[
        {
          key: 'title',
          head: t.prerequisite,
          rowHead: true,
          cell: (node) => (
            <>
              {node.code} {pick(node.title)} <span className="muted">({t.states[node.state]})</span>
            </>
          ),
        },
        { key: 'before', head: t.waitsFor, cell: (node) => named(node.before) },
        { key: 'after', head: t.opensFor, cell: (node) => named(node.after) },
      ]}
    />
  );
}
