// SPDX-License-Identifier: EUPL-1.2
import './projections.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type CaseFile, type CaseProjection, getCaseProjection, type ProjectionPart } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Loading, ProblemAlert, Tag } from '@/shared/ui';
import { eventsKey } from '../queries';
import type { Preview } from '../states';
import { texts } from '../texts';
import { SeenLists } from './SeenLists';
import { projectionTexts } from './texts';

/** The case as another reader sees it, and beside it what is left out and why. */
export function ProjectionView({ file, preview }: { file: CaseFile; preview: Preview }) {
  const t = useTexts(projectionTexts);
  const queryClient = useQueryClient();
  const { as, party, basis } = preview;
  const incomplete = as === 'authority' ? !basis : as === 'party' ? !party : false;
  const query = useQuery({
    queryKey: ['case-projection', file.id, file.version, as, party, basis],
    queryFn: async ({ signal }) =>
      (
        await getCaseProjection({
          path: { caseId: file.id, audience: as ?? 'officer' },
          query: { ...(as === 'party' && party ? { party } : {}), ...(as === 'authority' && basis ? { basis } : {}) },
          signal,
        })
      ).data,
    enabled: !incomplete,
    // That another authority's view was examined is an event: once, not each time the window comes to the front.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
  });
  const examined = as === 'authority' && query.isSuccess;
  useEffect(() => {
    if (examined) void queryClient.invalidateQueries({ queryKey: eventsKey(file.id) });
  }, [examined, queryClient, file.id]);
  if (incomplete) return <p className="note">{as === 'party' ? t.noParties : t.chooseBasis}</p>;
  if (query.isPending) return <Loading lines={8} />;
  if (query.error) return <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />;
  const seen = query.data;
  return (
    <div className="case projection">
      <div>
        <Head seen={seen} />
        <SeenLists seen={seen} />
      </div>
      <LeftOut seen={seen} logged={examined} />
    </div>
  );
}

function Head({ seen }: { seen: CaseProjection }) {
  const t = useTexts(projectionTexts);
  const words = useTexts(texts);
  const hidden = <span className="muted">{t.hidden}</span>;
  return (
    <section aria-labelledby="seen-as">
      <h2 id="seen-as">{seen.subject ?? hidden}</h2>
      <dl className="deflist">
        <dt>{words.number}</dt>
        <dd className="num">
          {seen.number} {seen.voided && <Tag mood="warn">{t.voided}</Tag>}
        </dd>
        {seen.caseTypeName && (
          <>
            <dt>{words.type}</dt>
            <dd>
              <LocalizedText text={seen.caseTypeName} />
            </dd>
          </>
        )}
        <dt>{words.arrived}</dt>
        <dd>{seen.arrivalDate ?? hidden}</dd>
        <dt>{t.registeredOn}</dt>
        <dd>{seen.registeredDate ?? hidden}</dd>
        {seen.audience === 'public' && (
          <>
            <dt>{words.sender}</dt>
            <dd>{seen.correspondent ?? hidden}</dd>
          </>
        )}
        {seen.state && (
          <>
            <dt>{words.state}</dt>
            <dd>{words.states[seen.state]}</dd>
          </>
        )}
        {seen.unitName && (
          <>
            <dt>{t.unit}</dt>
            <dd>
              <LocalizedText text={seen.unitName} />
            </dd>
            <dt>{words.officer}</dt>
            <dd>{seen.officer ?? hidden}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function LeftOut({ seen, logged }: { seen: CaseProjection; logged: boolean }) {
  const t = useTexts(projectionTexts);
  const parts = [...new Set(seen.omitted.map((each) => each.part))] as ProjectionPart[];
  return (
    <aside className="leftout" aria-labelledby="left-out">
      <h2 id="left-out" className="h3">
        {t.leftOut}
      </h2>
      <p className="small muted">{seen.omitted.length === 0 ? t.nothingLeftOut : t.leftOutSummary(seen.omitted.length)}</p>
      {logged && <p className="small">{t.logged}</p>}
      {parts.map((part) => (
        <section key={part} aria-labelledby={`left-out-${part}`}>
          <h3 id={`left-out-${part}`}>{t.parts[part]}</h3>
          <ul className="plain">
            {seen.omitted
              .filter((each) => each.part === part)
              .map((each, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may be left out twice, and the list never changes
                <li key={at}>
                  <LocalizedText text={each.what} />
                  <br />
                  <span className="small muted">
                    {t.because}: <LocalizedText text={each.reason} />
                    {each.basis && ` (${each.basis})`}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}
