// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { beginTargetPictureVersion, useMay } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass } from '@/shared/ui';
import { inForce } from './choose';
import './picture.css';
import { versionsQuery } from './queries';
import { pictureTexts } from './texts';

const SHORTEST = 10;

/** Which version counts, whether one waits for a signature, and the way to make the next. */
export function Versions({ assessmentId }: { assessmentId: string }) {
  const t = useTexts(pictureTexts);
  const may = useMay();
  const { date } = useFormats();
  const { data: all } = useQuery(versionsQuery);
  const [beginning, setBeginning] = useState(false);
  if (!all) return null;
  const signed = inForce(all, assessmentId);
  const draft = all.find((each) => each.assessmentId === assessmentId && each.state === 'draft');
  const next = (signed?.number ?? 0) + 1;
  return (
    <section className="section noprint" aria-labelledby="versions">
      <div className="sechead">
        <h2 id="versions">{t.versions}</h2>
      </div>
      <p>
        {signed?.signedBy && signed.signedAt
          ? t.versionsSigned(signed.number, signed.signedBy.displayName, date(signed.signedAt))
          : t.versionsNone}{' '}
        {draft && t.versionsDraft(draft.number)}
      </p>
      <p className="row versions__acts">
        {signed && (
          <Link to="/targets/picture" search={{ version: signed.id }} className={buttonClass(undefined, true)}>
            {t.readSigned}
          </Link>
        )}
        {draft && (
          <Link to="/targets/picture" search={{ version: draft.id }} className={buttonClass(undefined, true)}>
            {t.readDraft}
          </Link>
        )}
        {!draft && may('target-picture:write') && (
          <Button small onClick={() => setBeginning(true)}>
            {t.begin(next)}
          </Button>
        )}
      </p>
      {beginning && <BeginDialog assessmentId={assessmentId} number={next} onClose={() => setBeginning(false)} />}
    </section>
  );
}

function BeginDialog({ assessmentId, number, onClose }: { assessmentId: string; number: number; onClose: () => void }) {
  const t = useTexts(pictureTexts);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const isFirst = number === 1;
  return (
    <FormDialog
      title={t.begin(number)}
      submit={t.makeDraft}
      wide
      initial={{ reason: '' }}
      check={({ reason }) =>
        (isFirst && !reason.trim()) || reason.trim().length >= SHORTEST ? [] : [{ pointer: '/reason', message: t.giveReason }]
      }
      send={async ({ reason }) => {
        const { data } = await beginTargetPictureVersion({
          body: { assessmentId, ...(reason.trim() ? { reason: reason.trim() } : {}) },
        });
        await queryClient.invalidateQueries({ queryKey: versionsQuery.queryKey });
        await navigate({ to: '/targets/picture', search: { version: data.id } });
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p>{t.beginWhat}</p>
          <TextArea
            at="/reason"
            label={isFirst ? t.reasonOptional : t.reason}
            hint={t.reasonHint}
            optional={isFirst}
            rows={4}
            maxLength={2000}
            value={form.values.reason}
            onValue={(value) => form.set('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}
