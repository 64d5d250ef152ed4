// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { ReportSource } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts } from '../texts';

/** The numbers of the sources behind a figure, each a way down to its line. */
export function SourceRefs({ ids }: { ids: readonly number[] }) {
  const t = useTexts(texts);
  if (ids.length === 0) return null;
  return (
    <sup className="srcref">
      {ids.map((id, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <a href={`#source-${id}`} aria-label={t.source(id)}>
            {id}
          </a>
        </span>
      ))}
    </sup>
  );
}

/** Where every figure comes from: what, how much, which period, who decided and when. */
export function Sources({ sources }: { sources: readonly ReportSource[] }) {
  const t = useTexts(texts);
  const { date, number } = useFormats();
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{t.sources}</h2>
      <ol className="sources">
        {sources.map((source) => {
          const facts = [
            source.definition,
            source.n !== undefined && t.sourceN(number(source.n, 0)),
            source.periodFrom && source.periodTo && `${date(source.periodFrom)} – ${date(source.periodTo)}`,
            source.by && source.at ? t.sourceBy(source.by.displayName, date(source.at)) : source.at && date(source.at),
          ].filter(Boolean);
          return (
            <li key={source.id} value={source.id} id={`source-${source.id}`} tabIndex={-1}>
              <SourceName source={source} />
              {facts.length > 0 && `: ${facts.join('; ')}`}.{source.note && <span className="muted"> {source.note}</span>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function SourceName({ source }: { source: ReportSource }) {
  const name = <LocalizedText text={source.label} />;
  if (source.kind === 'event_log' && source.reference) return <Link to={`/friction/${source.reference}` as '/'}>{name}</Link>;
  if (source.kind === 'target_picture' && source.reference) {
    return <Link to={`/targets/picture?version=${source.reference}` as '/'}>{name}</Link>;
  }
  if (source.kind === 'benchmark_cohort') return <Link to="/benchmark">{name}</Link>;
  if (source.kind === 'target') return <Link to="/targets">{name}</Link>;
  if (source.kind === 'roadmap' || source.kind === 'catalogue') return <Link to="/improvement">{name}</Link>;
  return name;
}
