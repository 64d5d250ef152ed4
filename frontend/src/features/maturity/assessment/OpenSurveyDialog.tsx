// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type Assessment, type GroupLink, ifMatch, openSurvey } from '@/api';
import { DateField, Form, isDay, RadioField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify } from '@/shared/ui';
import { texts as shared } from '@/shared/ui/texts';
import { assessmentKey, assessmentsKey } from '../queries';
import { texts } from './texts';

type Props = { assessment: Assessment; onLinks: (links: readonly GroupLink[]) => void; onClose: () => void };

/** Opens the survey; the links come back once. */
export function OpenSurveyDialog({ assessment, onLinks, onClose }: Props) {
  const t = useTexts(texts);
  const words = useTexts(shared);
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { closesOn: '', way: 'link' },
    check: ({ closesOn }) => (closesOn && !isDay(closesOn) ? [{ pointer: '/closesOn', message: words.dateUnknown }] : []),
    send: async ({ closesOn, way }) => {
      const { data } = await openSurvey({
        path: { assessmentId: assessment.id },
        headers: ifMatch(assessment.version),
        body: { openLink: way === 'link', ...(closesOn ? { closesOn } : {}) },
      });
      // Together, so that focus goes to the links and not back to the button that opened this.
      onLinks(data.links ?? []);
      onClose();
      notify(way === 'link' ? t.opened : t.openedCodes);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: assessmentKey(assessment.id) }),
        queryClient.invalidateQueries({ queryKey: assessmentsKey }),
      ]);
    },
  });
  return (
    <Dialog title={t.open} onClose={onClose}>
      <Form form={form}>
        <p>{t.openWhat}</p>
        <p className="muted small">{t.openFixed}</p>
        <RadioField
          at="/openLink"
          label={t.howIn}
          value={form.values.way}
          onValue={(value) => form.set('way', value)}
          options={[
            { value: 'link', text: t.openLink },
            { value: 'codes', text: t.codesOnly },
          ]}
        />
        <DateField
          at="/closesOn"
          label={t.closesOn}
          hint={t.closesOnHint}
          optional
          value={form.values.closesOn}
          onValue={(value) => form.set('closesOn', value)}
        />
        <div className="form__foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="primary" type="submit" busy={form.busy}>
            {t.open}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
