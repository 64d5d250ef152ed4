// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getTarget, type TargetRow } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Dialog, Loading, ProblemAlert } from '@/shared/ui';
import { Level } from '@/shared/ui/levels';
import { texts } from '../texts';
import { FromWorkshop } from './FromWorkshop';

/** Every wording a target has had: nothing is overwritten. */
export function TargetHistory({ row, targetId, onClose }: { row: TargetRow; targetId: string; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { date } = useFormats();
  const { data, error } = useQuery({
    queryKey: ['improvement', 'target', targetId],
    queryFn: async ({ signal }) => (await getTarget({ path: { targetId }, signal })).data,
    staleTime: 0,
  });
  return (
    <Dialog title={`${t.history}: ${row.criterion} ${pick(row.name)}`} wide onClose={onClose}>
      {error && <ProblemAlert problem={error} />}
      {!data && !error && <Loading />}
      <ol className="plain stack">
        {data?.history.map((revision) => (
          <li key={revision.revision}>
            <p className="row">
              <Level level={revision.level} /> <b>{t.revision(revision.revision)}</b>
            </p>
            <p>{revision.reason}</p>
            {revision.goodEnoughBecause && (
              <p className="muted">
                {t.enough(revision.level)} {revision.goodEnoughBecause}
              </p>
            )}
            <p className="small muted">
              {t.proposedBy(revision.proposedBy.displayName, date(revision.proposedAt))}
              {revision.acceptedBy &&
                revision.acceptedAt &&
                `, ${t.acceptedBy(revision.acceptedBy.displayName, date(revision.acceptedAt))}`}
              . {t.owner}: {revision.owner.displayName}. {t.done}: {date(revision.dueDate)}. <FromWorkshop origin={revision.fromWorkshop} />
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
