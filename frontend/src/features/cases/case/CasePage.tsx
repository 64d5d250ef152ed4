// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { CaseFile, CaseState } from '@/api';
import { asProblem } from '@/api/problem';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Breadcrumb, Icon, Loading, ProblemAlert, useTitle } from '@/shared/ui';
import { ProtectedBanner } from '../parties/ProtectedBanner';
import { PreviewHead } from '../projections/PreviewHead';
import { PreviewSwitch } from '../projections/PreviewSwitch';
import { ProjectionView } from '../projections/ProjectionView';
import { caseQuery } from '../queries';
import { OnlyReading, SecrecySection } from '../secrecy/SecrecySection';
import { NotThere } from '../secrecy/WayIn';
import type { CaseSearch, Preview } from '../states';
import { texts } from '../texts';
import { NewerVersion } from '../types/NewerVersion';
import { Actions } from './Actions';
import { DIALOGS } from './acts';
import { CaseHead } from './CaseHead';
import { Drafts } from './Drafts';
import { FormAnswers } from './FormAnswers';
import { Conflicts, Prompts } from './Notices';
import { Side } from './Side';
import { Timeline } from './Timeline';
import { Waits } from './Waits';

const route = getRouteApi('/frame/cases/$caseId');
const BEFORE_DECISION: readonly CaseState[] = ['registered', 'assigned', 'in_progress'];

/** A case: who, where, what is due, what is missing, what has happened and what can be done. */
export function CasePage() {
  const t = useTexts(texts);
  const { caseId } = route.useParams();
  const query = useQuery(caseQuery(caseId));
  const title = query.data ? `${query.data.number} ${query.data.subject}` : t.loadingCase;
  useTitle(title);
  return (
    <>
      <Breadcrumb
        crumbs={[
          { text: t.home, to: '/' },
          { text: t.cases, to: '/cases/mine' },
        ]}
        here={query.data?.number ?? t.loadingCase}
      />
      {query.isPending && <Loading lines={8} />}
      {query.error && !query.data && asProblem(query.error).status === 404 && <NotThere />}
      {query.error && !query.data && asProblem(query.error).status !== 404 && (
        <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data && <Case file={query.data} />}
    </>
  );
}

function Case({ file }: { file: CaseFile }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const { act, of, as, party, basis } = route.useSearch();
  const navigate = route.useNavigate();
  const go = (search: (old: CaseSearch) => CaseSearch) => void navigate({ search, replace: true, resetScroll: false });
  const open = (next: typeof act, on?: string) => go((old) => ({ ...old, act: next, of: on }));
  // A dialog goes as soon as its act is done and no longer possible, and is told to close a moment later: what was opened in between stays.
  const close = (done: typeof act, on: typeof of) =>
    go((old) => (old.act === done && old.of === on ? { ...old, act: undefined, of: undefined } : old));
  // A link to an act that has meanwhile become impossible opens nothing.
  const Dialog = act && file.acts.some((each) => each.act === act && each.possible) ? DIALOGS[act] : undefined;
  const preview: Preview = { as, party, basis };
  const other = !file.metadataOnly && as !== undefined && as !== 'officer';
  const see = (next: Preview) => go((old) => ({ ...old, as: undefined, party: undefined, basis: undefined, ...next }));
  return (
    <>
      {other ? <PreviewHead file={file} preview={preview} onBack={() => see({})} /> : <CaseHead file={file} onAct={open} />}
      <ProtectedBanner file={file} />
      {!file.metadataOnly && <PreviewSwitch file={file} preview={preview} onPreview={see} />}
      {other ? (
        <ProjectionView file={file} preview={preview} />
      ) : file.metadataOnly ? (
        <>
          <p className="note note--warn">{file.law?.awaitsRuling ? t.awaitsRuling : t.metadataOnly}</p>
          <Conflicts file={file} onAct={open} />
          <SecrecySection file={file} />
        </>
      ) : (
        <div className="case">
          <div>
            <OnlyReading caseId={file.id} />
            <Prompts file={file} onAct={open} />
            <Conflicts file={file} onAct={open} />
            <NewerVersion file={file} onAct={open} />
            {BEFORE_DECISION.includes(file.state) && <Missing file={file} />}
            <Drafts file={file} onAct={open} />
            <Waits file={file} onAct={open} />
            <Actions file={file} onAct={open} />
            <Timeline file={file} />
            <FormAnswers file={file} />
          </div>
          <Side file={file} onAct={open} />
        </div>
      )}
      {Dialog && (
        <Dialog
          file={file}
          of={of}
          onClose={() => {
            close(act, of);
            void queryClient.invalidateQueries({ queryKey: caseQuery(file.id).queryKey });
          }}
        />
      )}
    </>
  );
}

function Missing({ file }: { file: CaseFile }) {
  const t = useTexts(texts);
  if (file.missing.length === 0) {
    return (
      <p className="missing missing--none">
        <Icon name="check" /> {t.nothingMissing}
      </p>
    );
  }
  return (
    <section className="missing" aria-labelledby="missing">
      <h2 id="missing" className="h3">
        {t.missing}
      </h2>
      <ul>
        {file.missing.map((gap) => (
          <li key={`${gap.pointer}${gap.code}`}>
            <Icon name="warning" />
            <span>
              <LocalizedText text={gap.message} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
