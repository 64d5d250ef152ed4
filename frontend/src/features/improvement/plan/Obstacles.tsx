// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, noteRoadmapObstacle, type RoadmapItem, type RoadmapObstacle, resolveRoadmapObstacle } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify, Tag } from '@/shared/ui';
import { itemKey } from '../queries';
import { planTexts } from './texts';

const SHORTEST = 5;

/** What stands or stood in the way of an item. */
export function Obstacles({ item }: { item: RoadmapItem }) {
  const t = useTexts(planTexts);
  const { dayMonth } = useFormats();
  const queryClient = useQueryClient();
  const [doing, setDoing] = useState<RoadmapObstacle | 'note' | null>(null);
  const open = item.mayEdit && (item.state === 'planned' || item.state === 'started');
  const obstacles = item.obstacles ?? [];
  if (!open && obstacles.length === 0) return null;
  const keep = (saved: RoadmapItem) => queryClient.setQueryData(itemKey(item.id), saved);
  return (
    <section className="section" aria-labelledby="obstacles">
      <div className="sechead">
        <h2 id="obstacles">{t.obstacles}</h2>
        {open && (
          <Button small icon="plus" onClick={() => setDoing('note')}>
            {t.note}
          </Button>
        )}
      </div>
      {obstacles.length === 0 && <p className="muted">{t.obstaclesNone}</p>}
      <ul className="plain stack">
        {obstacles.map((each) => (
          <li key={each.id}>
            <p>
              {!each.resolvedAt && <Tag mood="warn">{t.stands}</Tag>} <b>{each.text}</b>
            </p>
            <p className="small muted">{t.notedBy(each.notedBy.displayName, dayMonth(each.notedAt))}</p>
            {each.resolvedAt && (
              <p className="small">
                {t.resolvedBy(each.resolvedBy?.displayName ?? '–', dayMonth(each.resolvedAt))} {each.resolution}
              </p>
            )}
            {!each.resolvedAt && open && (
              <Button small onClick={() => setDoing(each)}>
                {t.resolve}
                <span className="vh">: {each.text}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {doing && (
        <FormDialog
          title={doing === 'note' ? t.note : t.resolve}
          initial={{ text: '' }}
          check={({ text }) =>
            text.trim().length < SHORTEST ? [{ pointer: doing === 'note' ? '/text' : '/resolution', message: t.giveText }] : []
          }
          send={async ({ text }) => {
            const headers = ifMatch(item.version);
            const { data } =
              doing === 'note'
                ? await noteRoadmapObstacle({ path: { itemId: item.id }, body: { text: text.trim() }, headers })
                : await resolveRoadmapObstacle({
                    path: { itemId: item.id, obstacleId: doing.id },
                    body: { resolution: text.trim() },
                    headers,
                  });
            keep(data);
            notify(doing === 'note' ? t.noted : t.resolved);
          }}
          onClose={() => setDoing(null)}
        >
          {(form) => (
            <TextArea
              at={doing === 'note' ? '/text' : '/resolution'}
              label={doing === 'note' ? t.noteText : t.resolveText}
              rows={3}
              maxLength={500}
              value={form.values.text}
              onValue={(value) => form.set('text', value)}
            />
          )}
        </FormDialog>
      )}
    </section>
  );
}
