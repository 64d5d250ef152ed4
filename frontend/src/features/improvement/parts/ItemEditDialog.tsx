// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeRoadmapItem, ifMatch, type RoadmapItem, type UserRef } from '@/api';
import { DateField, Form, SelectField, TextArea, TextField, useForm } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, type Difference, notify, StaleAlert } from '@/shared/ui';
import { CaseTypesField } from '../effect/CaseTypesField';
import { type Chosen, choicesOf, IndicatorsField } from '../effect/IndicatorsField';
import { EFFECTS } from '../effect/queries';
import { planTexts } from '../plan/texts';
import { changeOf, itemQuery } from '../RoadmapItemPage';
import { texts } from '../texts';
import { OwnerField } from './OwnerField';
import { checkPlan, EFFORTS } from './PlanDialog';

type Values = {
  title: string;
  description: string;
  tasks: string;
  owner: UserRef | undefined;
  startDate: string;
  endDate: string;
  indicators: Chosen[];
  caseTypes: string[];
  effort: string;
};

const valuesOf = (item: RoadmapItem): Values => ({
  title: item.title.sv ?? '',
  description: item.description ?? '',
  tasks: '',
  owner: item.owner,
  startDate: item.startDate,
  endDate: item.endDate,
  indicators: item.indicators.map((each) => ({ indicator: each.indicator, change: each.change === 'up' ? 'up' : 'down' })),
  caseTypes: item.caseTypes ?? [],
  effort: String(item.effort ?? 2),
});

/** Changes who, when and what of an item. */
export function ItemEditDialog({ item, onClose }: { item: RoadmapItem; onClose: () => void }) {
  const t = useTexts(texts);
  const p = useTexts(planTexts);
  const queryClient = useQueryClient();
  const query = itemQuery(item.id);
  const [read, setRead] = useState(item);
  const [now, setNow] = useState<RoadmapItem | null>(null);
  const form = useForm<Values>({
    initial: valuesOf(item),
    check: (values) => checkPlan(values, item.own, t),
    send: async (values) => {
      const added = values.tasks
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((text) => ({ text, done: false }));
      const body = changeOf(read, {
        ...(item.own ? { title: values.title.trim() } : {}),
        ...(values.description.trim() ? { description: values.description.trim() } : {}),
        ownerId: values.owner?.id ?? '',
        startDate: values.startDate,
        endDate: values.endDate,
        effort: Number(values.effort),
        ...(read.state === 'planned' ? { indicators: choicesOf(values.indicators), caseTypes: values.caseTypes } : {}),
        tasks: [...read.tasks.map((task, position) => ({ position, done: task.done })), ...added],
      });
      try {
        const { data } = await changeRoadmapItem({ path: { itemId: item.id }, body, headers: ifMatch(read.version) });
        queryClient.setQueryData(query.queryKey, data);
        await queryClient.invalidateQueries({ queryKey: EFFECTS });
      } catch (thrown) {
        setNow(await queryClient.fetchQuery({ ...query, staleTime: 0 }));
        throw thrown;
      }
      notify(t.saved);
      onClose();
    },
  });
  const isStale = form.problem?.isStale ?? false;
  const differences: Difference[] = now
    ? [
        { label: t.owner, before: read.owner.displayName, now: now.owner.displayName },
        { label: t.start, before: read.startDate, now: now.startDate },
        { label: t.end, before: read.endDate, now: now.endDate },
        { label: t.ownDescription, before: read.description ?? '', now: now.description ?? '' },
      ].filter((each) => each.before !== each.now)
    : [];
  return (
    <Dialog title={t.edit} wide onClose={onClose}>
      {isStale && now && (
        <StaleAlert
          differences={differences}
          onKeep={() => {
            setRead(now);
            form.dismiss();
          }}
          onDrop={() => {
            setRead(now);
            form.setAll(valuesOf(now));
            form.dismiss();
          }}
        />
      )}
      <Form form={isStale ? { ...form, problem: null } : form} label={t.edit}>
        {item.own && (
          <TextField
            at="/title"
            label={t.ownTitle}
            maxLength={200}
            value={form.values.title}
            onValue={(value) => form.set('title', value)}
          />
        )}
        <TextArea
          at="/description"
          label={t.ownDescription}
          optional
          rows={3}
          maxLength={4000}
          value={form.values.description}
          onValue={(value) => form.set('description', value)}
        />
        <TextArea
          at="/tasks"
          label={t.addTasks}
          hint={t.taskHint}
          optional
          rows={2}
          value={form.values.tasks}
          onValue={(value) => form.set('tasks', value)}
        />
        <OwnerField at="/ownerId" label={t.ownerQuestion} value={form.values.owner} onValue={(owner) => form.set('owner', owner)} />
        {item.state === 'planned' && (
          <DateField at="/startDate" label={t.start} value={form.values.startDate} onValue={(value) => form.set('startDate', value)} />
        )}
        <DateField at="/endDate" label={t.end} value={form.values.endDate} onValue={(value) => form.set('endDate', value)} />
        <SelectField
          at="/effort"
          label={p.effortQuestion}
          value={form.values.effort}
          onValue={(value) => form.set('effort', value)}
          options={EFFORTS.map((effort) => ({ value: effort, text: `${effort} – ${t.efforts[effort]}` }))}
        />
        {item.state === 'planned' && (
          <>
            <IndicatorsField chosen={form.values.indicators} onChosen={(indicators) => form.set('indicators', indicators)} />
            <CaseTypesField chosen={form.values.caseTypes} onChosen={(caseTypes) => form.set('caseTypes', caseTypes)} />
          </>
        )}
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
