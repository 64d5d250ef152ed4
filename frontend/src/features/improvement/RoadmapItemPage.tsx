// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { changeRoadmapItem, getRoadmapItem, ifMatch, type RoadmapItem, type RoadmapItemChange, type RoadmapTask } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Loading, Page, ProblemAlert, Tag } from '@/shared/ui';
import { CriterionCode } from '@/shared/ui/levels';
import { EffectSection } from './effect/EffectSection';
import { Baseline } from './parts/Baseline';
import { type ItemAct, ItemActDialog } from './parts/ItemActDialog';
import { ItemEditDialog } from './parts/ItemEditDialog';
import './improvement.css';
import { Obstacles } from './plan/Obstacles';
import { planTexts } from './plan/texts';
import { itemKey } from './queries';
import { texts } from './texts';

const route = getRouteApi('/frame/improvement/items/$itemId');

/** Query of one roadmap item. */
export const itemQuery = (itemId: string) => ({
  queryKey: itemKey(itemId),
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await getRoadmapItem({ path: { itemId }, signal })).data,
});

/** The item as the API wants it back, with nothing changed but what is given. */
export function changeOf(item: RoadmapItem, change: Partial<RoadmapItemChange>): RoadmapItemChange {
  return {
    ...(item.own ? { title: item.title.sv ?? '' } : {}),
    ...(item.description ? { description: item.description } : {}),
    ownerId: item.owner.id,
    startDate: item.startDate,
    endDate: item.endDate,
    tasks: item.tasks.map((task, position) => ({ position, done: task.done })),
    successFactorsMet: item.successFactors.map((factor) => factor.done),
    ...change,
  };
}

/** Lines ticked or unticked, by their place. */
type Ticks = Record<number, boolean>;

/** The change that sets these ticks and leaves every other line as it is. */
export function ticked(
  item: Pick<RoadmapItem, 'tasks' | 'successFactors'>,
  kind: 'tasks' | 'successFactors',
  ticks: Ticks,
): Partial<RoadmapItemChange> {
  return kind === 'tasks'
    ? { tasks: item.tasks.map((task, position) => ({ position, done: ticks[position] ?? task.done })) }
    : { successFactorsMet: item.successFactors.map((factor, position) => ticks[position] ?? factor.done) };
}

/** One item of the roadmap: tasks, what it takes, the frozen starting point, and its acts. */
export function RoadmapItemPage() {
  const t = useTexts(texts);
  const pick = usePick();
  const { itemId } = route.useParams();
  const { data: item, error, refetch } = useQuery(itemQuery(itemId));
  const [act, setAct] = useState<ItemAct | 'edit' | null>(null);
  const crumbs = [
    { to: '/', text: t.home },
    { to: '/improvement', text: t.improvement },
  ];
  if (!item) {
    return (
      <Page title={t.roadmap} crumbs={crumbs}>
        {error ? <ProblemAlert problem={error} onRetry={() => void refetch()} /> : <Loading />}
      </Page>
    );
  }
  const open = item.mayEdit && (item.state === 'planned' || item.state === 'started');
  return (
    <Page
      title={pick(item.title)}
      purpose={t.itemPurpose}
      crumbs={crumbs}
      actions={
        open && (
          <>
            <Button look="quiet" onClick={() => setAct('drop')}>
              {t.drop}
            </Button>
            <Button onClick={() => setAct('edit')}>{t.edit}</Button>
            {item.state === 'planned' ? (
              <Button look="primary" onClick={() => setAct('start')}>
                {t.startItem}
              </Button>
            ) : (
              <Button look="primary" onClick={() => setAct('finish')}>
                {t.finish}
              </Button>
            )}
          </>
        )
      }
    >
      <Facts item={item} />
      <div className="grid-2">
        <Checks item={item} kind="tasks" />
        <Checks item={item} kind="successFactors" />
      </div>
      <Obstacles item={item} />
      <EffectSection item={item} />
      <Baseline item={item} />
      {act === 'edit' && <ItemEditDialog item={item} onClose={() => setAct(null)} />}
      {act && act !== 'edit' && <ItemActDialog item={item} act={act} onClose={() => setAct(null)} />}
    </Page>
  );
}

function Facts({ item }: { item: RoadmapItem }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const p = useTexts(planTexts);
  const state = t.states[item.state as keyof typeof t.states] ?? item.state;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t.state}</dt>
          <dd>
            <Tag mood={item.state === 'started' ? 'info' : item.state === 'done' ? 'ok' : undefined}>{state}</Tag>{' '}
            {item.late && <Tag mood="warn">{t.late}</Tag>}
          </dd>
        </div>
        <div>
          <dt>{t.owner}</dt>
          <dd>{item.owner.displayName}</dd>
        </div>
        <div>
          <dt>{t.dates}</dt>
          <dd>
            {date(item.startDate)} – {date(item.endDate)}
          </dd>
        </div>
        {item.effort && (
          <div>
            <dt>{p.effort}</dt>
            <dd>{t.efforts[String(item.effort) as keyof typeof t.efforts]}</dd>
          </div>
        )}
        {item.criteria && item.criteria.length > 0 && (
          <div>
            <dt>{t.criteria}</dt>
            <dd className="row">
              {item.criteria.map((each) => (
                <span key={each.criterion} className="row row--keep">
                  <CriterionCode code={each.criterion} /> <LocalizedText text={each.name} />
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {item.description && <p className="measure">{item.description}</p>}
      {item.endNote && (
        <p className="measure">
          <b>{t.note}:</b> {item.endNote}
        </p>
      )}
    </>
  );
}

/**
 * Tasks or success factors; a tick is saved at once.
 *
 * Quick ticks are saved one after another, each upon what the one before it left, so none meets a version that is gone.
 */
function Checks({ item, kind }: { item: RoadmapItem; kind: 'tasks' | 'successFactors' }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const { queryKey } = itemQuery(item.id);
  const [unsaved, setUnsaved] = useState<Ticks>({});
  const tick = useMutation({
    scope: { id: `ticks ${item.id}` },
    mutationFn: async (ticks: Ticks) => {
      const latest = queryClient.getQueryData<RoadmapItem>(queryKey) ?? item;
      const body = changeOf(latest, ticked(latest, kind, ticks));
      return (await changeRoadmapItem({ path: { itemId: item.id }, body, headers: ifMatch(latest.version) })).data;
    },
    onSuccess: (data) => queryClient.setQueryData(queryKey, data),
    onError: () => queryClient.invalidateQueries({ queryKey }),
    onSettled: (_data, _error, ticks) =>
      setUnsaved((waiting) => Object.fromEntries(Object.entries(waiting).filter(([at, done]) => ticks[Number(at)] !== done))),
  });
  const lines = item[kind];
  const choose = (at: number, done: boolean) => {
    // Shown before the answer; should it not be saved, it goes back and the problem says why.
    setUnsaved((waiting) => ({ ...waiting, [at]: done }));
    tick.mutate({ [at]: done });
  };
  if (lines.length === 0) return null;
  const open = item.mayEdit && (item.state === 'planned' || item.state === 'started');
  return (
    <section className="section" aria-labelledby={kind}>
      <div className="sechead">
        <h2 id={kind}>{kind === 'tasks' ? t.tasks : t.successFactors}</h2>
      </div>
      {tick.error && <ProblemAlert problem={tick.error} focusKey={tick.failureCount} />}
      {lines.map((line, at) =>
        open ? (
          <label className="check" key={line.text.sv}>
            <input type="checkbox" checked={unsaved[at] ?? line.done} onChange={(event) => choose(at, event.target.checked)} />
            <span>
              <LocalizedText text={line.text} />
              <TickedBy line={line} />
            </span>
          </label>
        ) : (
          <p key={line.text.sv}>
            {line.done ? '✓ ' : '○ '}
            <LocalizedText text={line.text} />
            <TickedBy line={line} />
          </p>
        ),
      )}
    </section>
  );
}

/** Who ticked a line off, and when. */
function TickedBy({ line }: { line: RoadmapTask }) {
  const { dayMonth } = useFormats();
  if (!line.done || !line.doneBy || !line.doneAt) return null;
  return (
    <span className="muted small ticked">
      {line.doneBy.displayName}, {dayMonth(line.doneAt)}
    </span>
  );
}
