// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { ProcessMap } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { type FilterSearch, narrowed } from '../filter/search';
import { CasesLink } from '../text/note';
import { useSay } from '../text/say';
import type { Chosen } from './selection';
import { mapTexts } from './texts';

type Props = { map: ProcessMap; chosen: Chosen | null; filter: FilterSearch; mayDrill: boolean; onRelease: () => void };

/** The figures of what is chosen in the map, and what one can do with it. */
export function MapDetails({ map, chosen, filter, mayDrill, onRelease }: Props) {
  const t = useTexts(mapTexts);
  const say = useSay();
  const { number, percent, duration } = useFormats();
  const logId = map.selection.logId;
  const node = chosen?.kind === 'node' ? map.activities.find((one) => one.name === chosen.name) : undefined;
  const edge = chosen?.kind === 'edge' ? map.edges.find((one) => one.from === chosen.from && one.to === chosen.to) : undefined;
  if (!node && !edge)
    return (
      <p className="small muted mapdetails" aria-live="polite">
        {t.nothing}
      </p>
    );
  const lines = node
    ? [
        [t.events, number(node.events, 0)],
        [t.cases, `${number(node.cases, 0)} (${percent(node.caseShare, 1)})`],
        [t.starts, number(node.startCases, 0)],
        [t.ends, number(node.endCases, 0)],
        [t.rework, number(node.reworkCases, 0)],
        [t.loops, number(node.selfLoops, 0)],
      ]
    : edge
      ? [
          [t.times, number(edge.frequency, 0)],
          [t.cases, `${number(edge.cases, 0)} (${percent(edge.caseShare, 1)})`],
          [t.median, duration(edge.medianSeconds)],
          [t.p90, duration(edge.p90Seconds)],
          [t.mean, duration(edge.meanSeconds)],
          [t.min, duration(edge.minSeconds)],
          [t.max, duration(edge.maxSeconds)],
          [t.sum, duration(edge.sumSeconds)],
        ]
      : [];
  const to = node ? { activity: [node.name] } : { edgeFrom: edge?.from ?? '', edgeTo: edge?.to ?? '' };
  const here = { to: '/friction/$logId', params: { logId } } as const;
  return (
    <section className="mapdetails panel" aria-live="polite" aria-label={t.selected}>
      <h3>{node ? say(node.name) : `${say(edge?.from ?? '')} → ${say(edge?.to ?? '')}`}</h3>
      <dl className="mapfacts">
        {lines.map(([word, figure]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <div className="sent__foot">
        <CasesLink logId={logId} filter={filter} to={to} count={node?.cases ?? edge?.cases ?? 0} may={mayDrill} />
        <Link {...here} search={narrowed(filter, to)} resetScroll={false}>
          {node ? t.onlyWith : t.onlyEdge}
        </Link>
        {node && (
          <Link {...here} search={{ ...filter, withoutActivity: [...(filter.withoutActivity ?? []), node.name] }} resetScroll={false}>
            {t.onlyWithout}
          </Link>
        )}
        <button type="button" className="linkbtn" onClick={onRelease}>
          {t.release}
        </button>
      </div>
    </section>
  );
}
