// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, type TargetPicture, useMay, writeTargetNarrative } from '@/api';
import { FormDialog, TextArea, useStale } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { pictureTexts } from '../picture/texts';
import { targetPictureQuery } from '../queries';
import { texts } from '../texts';

/** The target picture in words, the whole and by perspective, and the way to write them. */
export function Narrative({ picture }: { picture: TargetPicture }) {
  const t = useTexts(texts);
  const may = useMay();
  const pick = usePick();
  const { date } = useFormats();
  const [writing, setWriting] = useState(false);
  return (
    <section className="narrative" aria-label={t.inWords}>
      {picture.narrative ? <p className="lead measure">{picture.narrative}</p> : <p className="muted">{t.noNarrative}</p>}
      {picture.narrativeBy && picture.narrativeAt && (
        <p className="small muted">{t.narrativeBy(picture.narrativeBy.displayName, date(picture.narrativeAt))}</p>
      )}
      {picture.perspectives.some(({ narrative }) => narrative) && (
        <dl className="narrative__list">
          {picture.perspectives
            .filter(({ narrative }) => narrative)
            .map(({ perspective, name, narrative }) => (
              <div key={perspective}>
                <dt>{pick(name)}</dt>
                <dd>{narrative}</dd>
              </div>
            ))}
        </dl>
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

/** What was typed for each perspective, by its code. */
type Typed = { narrative: string } & Record<`of-${string}`, string>;

const typedOf = (picture: TargetPicture): Typed => ({
  narrative: picture.narrative ?? '',
  ...Object.fromEntries(picture.perspectives.map(({ perspective, narrative }) => [`of-${perspective}`, narrative ?? ''])),
});

function NarrativeDialog({ picture, onClose }: { picture: TargetPicture; onClose: () => void }) {
  const t = useTexts(texts);
  const p = useTexts(pictureTexts);
  const pick = usePick();
  const queryClient = useQueryClient();
  const query = targetPictureQuery(picture.assessmentId);
  const stale = useStale({
    read: picture,
    fetchNow: () => queryClient.fetchQuery({ ...query, staleTime: 0 }),
    compare: (before, now) =>
      [
        { label: t.inWords, before: before.narrative ?? '', now: now.narrative ?? '' },
        ...now.perspectives.map(({ perspective, name, narrative }) => ({
          label: pick(name),
          before: before.perspectives.find((each) => each.perspective === perspective)?.narrative ?? '',
          now: narrative ?? '',
        })),
      ].filter((each) => each.before !== each.now),
  });
  return (
    <FormDialog
      title={t.writeNarrative}
      submit={t.save}
      wide
      initial={typedOf(picture)}
      check={({ narrative }) => (narrative.trim() ? [] : [{ pointer: '/narrative', message: t.giveNarrative }])}
      send={(typed) =>
        stale.on(async (seen) => {
          const { data } = await writeTargetNarrative({
            path: { assessmentId: picture.assessmentId },
            headers: ifMatch(seen.version),
            body: {
              narrative: typed.narrative.trim(),
              perspectives: picture.perspectives.map(({ perspective }) => {
                const narrative = (typed[`of-${perspective}`] ?? '').trim();
                return { perspective, ...(narrative ? { narrative } : {}) };
              }),
            },
          });
          queryClient.setQueryData(query.queryKey, data);
          notify(t.saved);
        })
      }
      stale={stale}
      onClose={onClose}
    >
      {(form) => (
        <>
          <TextArea
            at="/narrative"
            label={t.inWords}
            hint={t.narrativeHint}
            rows={6}
            maxLength={4000}
            value={form.values.narrative}
            onValue={(value) => form.set('narrative', value)}
          />
          <fieldset className="stack narrative__parts">
            <legend className="h3">{p.ofPerspectives}</legend>
            {picture.perspectives.map(({ perspective, name }, index) => (
              <TextArea
                key={perspective}
                at={`/perspectives/${index}/narrative`}
                label={p.ofPerspective(pick(name))}
                optional
                rows={3}
                maxLength={2000}
                value={form.values[`of-${perspective}`] ?? ''}
                onValue={(value) => form.set(`of-${perspective}`, value)}
              />
            ))}
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
