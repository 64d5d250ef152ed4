// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type Assessment, closeSurvey, completeAssessment, ifMatch } from '@/api';
import { Form, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify } from '@/shared/ui';
import { assessmentKey, assessmentsKey } from '../queries';
import { texts } from './texts';

/** What cannot be undone: says what will happen, and needs a typed word. */
export function ConfirmDialog({
  assessment,
  act,
  onClose,
}: {
  assessment: Assessment;
  act: 'close_survey' | 'complete';
  onClose: () => void;
}) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const isClosing = act === 'close_survey';
  const word = isClosing ? t.typedWord : t.completeWord;
  const form = useForm({
    initial: { word: '' },
    check: (values) => (values.word.trim().toLocaleUpperCase('sv') === word ? [] : [{ pointer: '/word', message: t.wrongWord(word) }]),
    send: async () => {
      const asked = { path: { assessmentId: assessment.id }, headers: ifMatch(assessment.version) };
      if (isClosing) await closeSurvey(asked);
      else await completeAssessment(asked);
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: assessmentKey(assessment.id) }),
        queryClient.invalidateQueries({ queryKey: assessmentsKey }),
      ]);
      notify(isClosing ? t.closed : t.completed);
      onClose();
    },
  });
  return (
    <Dialog title={isClosing ? t.closeTitle : t.completeTitle} onClose={onClose}>
      <p>{t.closeWhat}</p>
      <ul>
        {(isClosing ? t.closeHappens : t.completeHappens).split('\n').map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Form form={form} className="form confirm">
        <TextField
          at="/word"
          label={t.typeWord(word)}
          value={form.values.word}
          onValue={(value) => form.set('word', value)}
          autoComplete="off"
          maxLength={20}
        />
        <div className="form__foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button look="danger" type="submit" busy={form.busy}>
            {isClosing ? t.close : t.complete}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
