// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { type TargetPictureVersion, type TargetPictureVersionHead, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Empty, Loading, Page, ProblemAlert } from '@/shared/ui';
import { chosenVersion, inForce, pictures, WORK } from './choose';
import { PictureDocument } from './PictureDocument';
import { versionQuery, versionsQuery } from './queries';
import { ReasonDialog } from './ReasonDialog';
import { SignVersion } from './SignVersion';
import './picture.css';
import { pictureTexts } from './texts';

const route = getRouteApi('/frame/targets/picture');

/** The target picture as every employee reads it: the newest signed version, or the one that the address names. */
export function PicturePage() {
  const t = useTexts(pictureTexts);
  const { version: wanted } = route.useSearch();
  const { data: all, error, refetch } = useQuery(versionsQuery);
  const chosen = all && chosenVersion(all, wanted);
  if (!all || !chosen) {
    return (
      <Page title={t.picture} purpose={t.purpose} crumbs={[{ to: '/', text: t.home }]} actions={<ToWork />}>
        {error ? (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        ) : all ? (
          <Empty title={t.none}>{t.noneWhat}</Empty>
        ) : (
          <Loading />
        )}
      </Page>
    );
  }
  return <Version key={chosen.id} head={chosen} all={all} />;
}

function ToWork({ assessmentId }: { assessmentId?: string }) {
  const t = useTexts(pictureTexts);
  const may = useMay();
  if (!may(WORK)) return null;
  return (
    <Link to="/targets" search={assessmentId ? { assessment: assessmentId } : {}} className={buttonClass()}>
      {t.toWork}
    </Link>
  );
}

function Version({ head, all }: { head: TargetPictureVersionHead; all: readonly TargetPictureVersionHead[] }) {
  const t = useTexts(pictureTexts);
  const pick = usePick();
  const { data: version, error, refetch } = useQuery(versionQuery(head.id));
  const [open, setOpen] = useState<'sign' | 'reason' | null>(null);
  return (
    <Page
      title={t.pictureOf(pick(head.unitName))}
      purpose={t.purpose}
      crumbs={[{ to: '/', text: t.home }]}
      actions={
        <>
          <ToWork assessmentId={head.assessmentId} />
          {version?.mayWrite && <Button onClick={() => setOpen('reason')}>{t.changeReason}</Button>}
          <Button look={version?.maySign ? undefined : 'primary'} onClick={() => window.print()}>
            {t.print}
          </Button>
          {version?.maySign && (
            <Button look="primary" onClick={() => setOpen('sign')}>
              {t.sign}
            </Button>
          )}
        </>
      }
    >
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {!version && !error && <Loading />}
      {version && (
        <>
          <Standing version={version} all={all} />
          <PictureDocument version={version} versions={all.filter((each) => each.assessmentId === version.assessmentId)} />
          {open === 'sign' && <SignVersion version={version} onClose={() => setOpen(null)} />}
          {open === 'reason' && <ReasonDialog version={version} onClose={() => setOpen(null)} />}
        </>
      )}
    </Page>
  );
}

/** Which version it is, who has signed it, and whether another one counts now. */
function Standing({ version, all }: { version: TargetPictureVersion; all: readonly TargetPictureVersionHead[] }) {
  const t = useTexts(pictureTexts);
  const pick = usePick();
  const { date } = useFormats();
  const newest = inForce(all, version.assessmentId);
  const isOlder = version.state === 'signed' && newest && newest.id !== version.id;
  return (
    <>
      <div className="row row--between picture__standing">
        <p className="muted">
          {version.state === 'draft' ? t.draft(version.number) : t.version(version.number)}
          {version.signedBy &&
            version.signedAt &&
            `. ${t.signedBy([version.signedBy.displayName, version.signedBy.title].filter(Boolean).join(', '), date(version.signedAt))}`}
          .
        </p>
        <PicturePicker chosen={version} all={all} />
      </div>
      {version.state === 'draft' && (
        <p className="note">
          {t.draftWhat}
          {version.signHindrance && ` ${pick(version.signHindrance)}`}
        </p>
      )}
      {isOlder && (
        <p className="note note--warn">
          {t.older(version.number, newest.number)} <Link to="/targets/picture">{t.toNewest}</Link>
        </p>
      )}
    </>
  );
}

/** A choice between target pictures, where units have one each. */
function PicturePicker({ chosen, all }: { chosen: TargetPictureVersion; all: readonly TargetPictureVersionHead[] }) {
  const t = useTexts(pictureTexts);
  const pick = usePick();
  const id = useId();
  const navigate = useNavigate();
  const signed = pictures(all);
  if (signed.length < 2) return null;
  const name = (each: TargetPictureVersionHead) => `${pick(each.unitName)}, ${each.assessmentTitle}`;
  return (
    <div className="row picker noprint">
      <label className="small muted" htmlFor={id}>
        {t.choose}
      </label>
      <select
        id={id}
        className="select select--inline"
        value={signed.find((each) => each.assessmentId === chosen.assessmentId)?.id ?? ''}
        onChange={(event) => void navigate({ to: '/targets/picture', search: { version: event.target.value } })}
      >
        {signed.map((each) => (
          <option key={each.id} value={each.id}>
            {name(each)}
          </option>
        ))}
      </select>
    </div>
  );
}
