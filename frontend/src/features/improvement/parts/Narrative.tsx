// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, type TargetPicture, useMay, writeTargetNarrative } from '@/api';
import { Form, TextArea, useForm } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify, StaleAlert } from '@/shared/ui';
import { targetPictureQuery } from '../queries';
import { texts } from '../texts';

/** The whole target picture in a few sentences, and the way to write it. */
export function Narrative({ picture }: { picture: TargetPicture }) {
  const t = useTexts(texts);
  const may = useMay();
  const { date } = useFormats();
  const [writing, setWriting] = useState(false);
  return (
    <section className="narrative" aria-label={t.inWords}>
      {picture.narrative ? <p className="lead measure">{picture.narrative}</p> : <p className="muted">{t.noNarrative}</p>}
      {picture.narrativeBy && picture.narrativeAt && (
        <p className="small muted">{t.narrativeBy(picture.narrativeBy.displayName, date(picture.narrativeAt))}</p>
      )}
      {may('target-picture:write') && (
        <Button small onClick={() => setWriting(true)}>
          {t.writeNarrative}
        </Button>
      )}
      {writing && <NarrativeDialog picture={picture} onClose={() => setWriting(false)} />}
    </section>
  );
}

function NarrativeDialog({ picture, onClose }: { picture: TargetPicture; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const query = targetPictureQuery(picture.assessmentId);
  const [read, setRead] = useState(picture);
  const form = useForm({
    initial: { narrative: picture.narrative ?? '' },
    send: async ({ narrative }) => {
      const { data } = await writeTargetNarrative({
        path: { assessmentId: picture.assessmentId },
        body: { narrative },
        headers: ifMatch(read.version),
      });
      queryClient.setQueryData(query.queryKey, data);
      notify(t.saved);
      onClose();
    },
  });
  const newest = async () => queryClient.fetchQuery({ ...query, staleTime: 0 });
  return (
    <Dialog title={t.writeNarrative} wide onClose={onClose}>
      {form.problem?.isStale && (
        <StaleAlert
          differences={[]}
          onKeep={async () => {
            setRead(await newest());
            form.dismiss();
          }}
          onDrop={async () => {
            await newest();
            onClose();
          }}
        />
      )}
      <Form form={form.problem?.isStale ? { ...form, problem: null } : form} label={t.writeNarrative}>
        <TextArea
          at="/narrative"
          label={t.inWords}
          hint={t.narrativeHint}
          rows={6}
          maxLength={4000}
          value={form.values.narrative}
          onValue={(value) => form.set('narrative', value)}
        />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.save}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
