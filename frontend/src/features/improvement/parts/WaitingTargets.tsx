// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { acceptTargets, type Target, type TargetPicture, type TargetRow, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify, ProblemAlert } from '@/shared/ui';
import { CriterionCode, LevelStep } from '@/shared/ui/levels';
import { targetPictureQuery } from '../queries';
import { texts } from '../texts';
import { FromWorkshop } from './FromWorkshop';
import { ChangeButton } from './TargetArticle';

/** Proposals that count for nothing until somebody who may has accepted them. */
export function WaitingTargets({ picture, onChange }: { picture: TargetPicture; onChange: (row: TargetRow) => void }) {
  const t = useTexts(texts);
  const may = useMay();
  const { date } = useFormats();
  const queryClient = useQueryClient();
  const rows = picture.criteria.filter((row) => row.target?.proposed);
  const accept = useMutation({
    mutationFn: async (targets: Target[]) =>
      (
        await acceptTargets({
          path: { assessmentId: picture.assessmentId },
          body: { targets: targets.map((target) => ({ targetId: target.id, version: target.version })) },
        })
      ).data,
    onSuccess: async (data, targets) => {
      queryClient.setQueryData(targetPictureQuery(picture.assessmentId).queryKey, data);
      await queryClient.invalidateQueries({ queryKey: ['improvement', 'ranked', picture.assessmentId] });
      notify(t.accepted(targets.length));
    },
    onError: () => queryClient.invalidateQueries({ queryKey: targetPictureQuery(picture.assessmentId).queryKey }),
  });
  if (rows.length === 0) return null;
  const targets = rows.flatMap((row) => (row.target ? [row.target] : []));
  return (
    <section className="section" aria-labelledby="waiting">
      <div className="sechead">
        <h2 id="waiting">{t.waiting}</h2>
        <p>{t.waitingWhat}</p>
      </div>
      {accept.error && <ProblemAlert problem={accept.error} focusKey={accept.failureCount} />}
      <div className="tablewrap">
        <table className="table table--cards">
          <caption className="vh">{t.waiting}</caption>
          <thead>
            <tr>
              <th scope="col">{t.criterion}</th>
              <th scope="col">{t.todayAndTarget}</th>
              <th scope="col">{t.reason}</th>
              <th scope="col">{t.owner}</th>
              <th scope="col" className="num">
                {t.done}
              </th>
              <th scope="col">
                <span className="vh">{t.change}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const target = row.target;
              const revision = target?.proposed;
              if (!target || !revision) return null;
              return (
                <tr key={row.criterion}>
                  <th scope="row">
                    <CriterionCode code={row.criterion} /> <LocalizedText text={row.name} />
                  </th>
                  <td data-l={t.todayAndTarget}>
                    <LevelStep from={row.level} to={revision.level} />
                  </td>
                  <td data-l={t.reason}>
                    <span>
                      {revision.reason}
                      {revision.fromWorkshop && <br />}
                      <FromWorkshop origin={revision.fromWorkshop} />
                    </span>
                  </td>
                  <td data-l={t.owner}>{revision.owner.displayName}</td>
                  <td data-l={t.done} className="num nowrap">
                    {date(revision.dueDate)}
                  </td>
                  <td>
                    <span className="row">
                      {may('target:decide') && (
                        <Button small busy={accept.isPending} onClick={() => accept.mutate([target])}>
                          {t.acceptOne}
                          <span className="vh">: {row.criterion}</span>
                        </Button>
                      )}
                      {may('target:propose') && (
                        <ChangeButton row={row} onChange={onChange}>
                          {t.change}
                        </ChangeButton>
                      )}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {may('target:decide') && targets.length > 1 && (
        <div className="actbar">
          <Button busy={accept.isPending} onClick={() => accept.mutate(targets)}>
            {t.acceptAll(targets.length)}
          </Button>
        </div>
      )}
    </section>
  );
}
