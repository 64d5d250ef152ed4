// SPDX-License-Identifier: EUPL-1.2
import { useMutation } from '@tanstack/react-query';
import { type GroupLink, type GroupProgress, renewSurveyLink } from '@/api';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, ProblemAlert } from '@/shared/ui';
import { texts } from './texts';

type Props = { assessmentId: string; group: GroupProgress; onLinks: (links: readonly GroupLink[]) => void; onClose: () => void };

/** A new link for a group: the old one stops working. */
export function RenewLinkDialog({ assessmentId, group, onLinks, onClose }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const renew = useMutation({
    mutationFn: async () => (await renewSurveyLink({ path: { assessmentId, group: group.group } })).data,
    onSuccess: (opened) => {
      onLinks(opened.links ?? []);
      onClose();
    },
  });
  return (
    <Dialog title={t.renewTitle(pick(group.name).toLocaleLowerCase('sv'))} onClose={onClose}>
      <p>{t.renewWhat}</p>
      {renew.error && <ProblemAlert problem={renew.error} focusKey={renew.failureCount} />}
      <div className="form__foot">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button look="danger" busy={renew.isPending} onClick={() => renew.mutate()}>
          {t.renew}
        </Button>
      </div>
    </Dialog>
  );
}
