// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { completeRoadmapItem, dropRoadmapItem, ifMatch, listEventLogs, type RoadmapItem, startRoadmapItem, useMay } from '@/api';
import { Form, SelectField, TextArea, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, notify } from '@/shared/ui';
import { texts } from '../texts';

/** What can be done with an item besides changing it. */
export type ItemAct = 'start' | 'finish' | 'drop';

const SHORTEST = 10;

/** Starts, finishes or drops an item; says what that means before it is done. */
export function ItemActDialog({ item, act, onClose }: { item: RoadmapItem; act: ItemAct; onClose: () => void }) {
  const t = useTexts(texts);
  const may = useMay();
  const queryClient = useQueryClient();
  const { data: logs = [] } = useQuery({
    queryKey: ['improvement', 'logs'],
    queryFn: async ({ signal }) => (await listEventLogs({ query: { limit: 50 }, signal })).data.items,
    enabled: act === 'start' && may('friction:read'),
    retry: false,
  });
  const form = useForm({
    initial: { text: '', eventLogId: '' },
    check: ({ text }) =>
      act !== 'start' && text.trim().length < SHORTEST ? [{ pointer: act === 'finish' ? '/note' : '/reason', message: t.reasonShort }] : [],
    send: async ({ text, eventLogId }) => {
      const path = { itemId: item.id };
      const headers = ifMatch(item.version);
      if (act === 'start') await startRoadmapItem({ path, headers, body: eventLogId ? { eventLogId } : {} });
      else if (act === 'finish') await completeRoadmapItem({ path, headers, body: { note: text.trim() } });
      else await dropRoadmapItem({ path, headers, body: { reason: text.trim() } });
      await queryClient.invalidateQueries({ queryKey: ['improvement'] });
      notify({ start: t.started, finish: t.finished, drop: t.dropped }[act]);
      onClose();
    },
  });
  const title = { start: t.startItem, finish: t.finish, drop: t.drop }[act];
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{{ start: t.startWhat, finish: t.finishWhat, drop: t.dropWhat }[act]}</p>
      <Form form={form} label={title}>
        {act === 'start' && logs.length > 0 && (
          <SelectField
            at="/eventLogId"
            label={t.startLog}
            empty={t.newestLog}
            value={form.values.eventLogId}
            onValue={(value) => form.set('eventLogId', value)}
            options={logs.map((log) => ({ value: log.id, text: log.title }))}
          />
        )}
        {act !== 'start' && (
          <TextArea
            at={act === 'finish' ? '/note' : '/reason'}
            label={act === 'finish' ? t.finishNote : t.reason}
            maxLength={1000}
            value={form.values.text}
            onValue={(value) => form.set('text', value)}
          />
        )}
        <div className="form__foot">
          <Button look={act === 'drop' ? 'danger' : 'primary'} type="submit" busy={form.busy}>
            {title}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
