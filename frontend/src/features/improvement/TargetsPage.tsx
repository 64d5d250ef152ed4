// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type AssessmentSummary, type TargetPicture, type TargetRow, useMay } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Empty, Loading, Page, ProblemAlert } from '@/shared/ui';
import { AgreedTargets } from './parts/AgreedTargets';
import { AssessmentPicker, WithAssessment } from './parts/AssessmentPicker';
import { Narrative } from './parts/Narrative';
import { TargetArticle } from './parts/TargetArticle';
import { TargetDialog } from './parts/TargetDialog';
import { OtherTargets, WithoutTarget } from './parts/TargetTables';
import { WaitingTargets } from './parts/WaitingTargets';
import { WORK } from './picture/choose';
import { Versions } from './picture/Versions';
import { targetPictureQuery } from './queries';
import './improvement.css';
import { texts } from './texts';

const route = getRouteApi('/frame/targets');

/** The target picture (målbild) to work in: where we are going, why, who and when. Whoever only reads is shown what is signed. */
export function TargetsPage() {
  const may = useMay();
  return may(WORK) ? <Work /> : <Navigate to="/targets/picture" replace />;
}

function Work() {
  const t = useTexts(texts);
  const may = useMay();
  const { assessment: wanted } = route.useSearch();
  const [choosing, setChoosing] = useState<TargetRow | true | null>(null);
  return (
    <Page
      title={t.targets}
      purpose={t.targetsPurpose}
      crumbs={[{ to: '/', text: t.home }]}
      actions={
        <>
          <Button onClick={() => window.print()}>{t.print}</Button>
          {may('target:propose') && (
            <Button look="primary" onClick={() => setChoosing(true)}>
              {t.proposeTarget}
            </Button>
          )}
        </>
      }
    >
      <WithAssessment wanted={wanted}>
        {(assessment) => <Picture assessment={assessment} choosing={choosing} onChoose={setChoosing} />}
      </WithAssessment>
    </Page>
  );
}

type PictureProps = { assessment: AssessmentSummary; choosing: TargetRow | true | null; onChoose: (row: TargetRow | true | null) => void };

function Picture({ assessment, choosing, onChoose }: PictureProps) {
  const { data: picture, error, refetch } = useQuery(targetPictureQuery(assessment.id));
  if (error) return <ProblemAlert problem={error} onRetry={() => void refetch()} />;
  if (!picture) return <Loading />;
  return (
    <>
      <div className="row row--between sectionhead">
        <AssessmentPicker chosen={assessment} />
      </div>
      <WorkView picture={picture} onChoose={onChoose} />
      {choosing && <TargetDialog picture={picture} row={choosing === true ? undefined : choosing} onClose={() => onChoose(null)} />}
    </>
  );
}

const MOST_IMPORTANT = 5;

/** Accepted targets, the heaviest and earliest first. */
export const byWeight = (rows: readonly TargetRow[]) =>
  rows
    .filter((row) => row.target?.accepted)
    .sort(
      (a, b) =>
        (b.target?.accepted?.weight ?? 0) - (a.target?.accepted?.weight ?? 0) ||
        (a.target?.accepted?.dueDate ?? '').localeCompare(b.target?.accepted?.dueDate ?? ''),
    );

function WorkView({ picture, onChoose }: { picture: TargetPicture; onChoose: (row: TargetRow) => void }) {
  const t = useTexts(texts);
  const accepted = byWeight(picture.criteria);
  return (
    <>
      <p className="small muted">{t.counts(picture.acceptedCount, picture.proposedCount)}</p>
      <Narrative picture={picture} />
      <Versions assessmentId={picture.assessmentId} />
      <WaitingTargets picture={picture} onChange={onChoose} />
      <AgreedTargets picture={picture} onChange={onChoose} />
      {accepted.length === 0 ? (
        <Empty title={t.noTargets}>{t.noTargetsWhat}</Empty>
      ) : (
        <section className="section" aria-labelledby="most-important">
          <div className="sechead">
            <h2 id="most-important">{t.mostImportant}</h2>
            <p>{t.ordered}</p>
          </div>
          <div className="tglist">
            {accepted.slice(0, MOST_IMPORTANT).map((row) => (
              <TargetArticle key={row.criterion} row={row} picture={picture} onChange={() => onChoose(row)} />
            ))}
          </div>
        </section>
      )}
      <OtherTargets rows={accepted.slice(MOST_IMPORTANT)} onChange={onChoose} />
      <WithoutTarget rows={picture.criteria.filter((row) => !row.target || row.target.state === 'withdrawn')} onChoose={onChoose} />
    </>
  );
}
