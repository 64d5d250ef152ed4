// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type BenchmarkComparison, listBenchmarkContributions, useMay } from '@/api';
import { usePages } from '@/shared/hooks/usePages';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Empty, Loading, LoadMore, Page, ProblemAlert } from '@/shared/ui';
import { BandLegend } from './parts/BandPicture';
import { Beside } from './parts/Beside';
import { GivenTable } from './parts/GivenTable';
import { PrepareDialog } from './parts/PrepareDialog';
import { Waiting } from './parts/Waiting';
import { CONTRIBUTIONS, comparisonsQuery } from './queries';
import './benchmark.css';
import { texts } from './texts';

/** The authority beside others (jämförelse): what waits to be given, each measure beside the group, and what has been given. */
export function BenchmarkPage() {
  const t = useTexts(texts);
  const may = useMay();
  const [preparing, setPreparing] = useState(false);
  const comparisons = useQuery(comparisonsQuery);
  const contributions = usePages(
    [...CONTRIBUTIONS],
    async (cursor, signal) => (await listBenchmarkContributions({ query: cursor ? { cursor } : {}, signal })).data,
  );
  const prepare = may('benchmark:prepare') && (
    <Button look="primary" icon="plus" onClick={() => setPreparing(true)}>
      {t.prepare}
    </Button>
  );
  const error = comparisons.error ?? contributions.error;
  const isLoading = comparisons.isPending || contributions.isLoading;
  const shown = comparisons.data ?? [];
  const isEmpty = !isLoading && !error && shown.length === 0 && contributions.items.length === 0;
  const settled = contributions.items.filter((each) => each.state !== 'prepared');
  return (
    <Page title={t.title} purpose={t.purpose} crumbs={[{ to: '/', text: t.home }]} actions={!isEmpty && prepare}>
      {error && (
        <ProblemAlert
          problem={error}
          onRetry={() => {
            void comparisons.refetch();
            contributions.retry();
          }}
        />
      )}
      {isLoading && !error && <Loading />}
      {isEmpty && (
        <Empty title={t.none} action={prepare}>
          {t.noneWhat}
        </Empty>
      )}
      <Waiting contributions={contributions.items.filter((each) => each.state === 'prepared')} />
      {shown.some((each) => each.band) && <BandLegend />}
      {(['indicator', 'criterion'] as const).map((kind) => (
        <OfKind key={kind} kind={kind} comparisons={shown.filter((each) => each.measure.kind === kind)} />
      ))}
      {(settled.length > 0 || contributions.hasMore) && (
        <section className="section" aria-labelledby="given">
          <h2 id="given">{t.given}</h2>
          <GivenTable contributions={settled} />
          <LoadMore shown={settled.length} hasMore={contributions.hasMore} busy={contributions.busy} onMore={contributions.more} />
        </section>
      )}
      <details className="section" open={isEmpty}>
        <summary>{t.howTitle}</summary>
        <ul className="bm__how measure">
          {t.how.split('\n').map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
      {preparing && <PrepareDialog onClose={() => setPreparing(false)} />}
    </Page>
  );
}

function OfKind({ kind, comparisons }: { kind: 'indicator' | 'criterion'; comparisons: readonly BenchmarkComparison[] }) {
  const t = useTexts(texts);
  if (comparisons.length === 0) return null;
  return (
    <section className="section" aria-labelledby={`of-${kind}`}>
      <h2 id={`of-${kind}`}>{t.kinds[kind]}</h2>
      {comparisons.map((each) => (
        <Beside key={`${each.measure.code}-${each.year}-${each.sizeClass ?? each.caseTypeKey}`} comparison={each} />
      ))}
    </section>
  );
}
