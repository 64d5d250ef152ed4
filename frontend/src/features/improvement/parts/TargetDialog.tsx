// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { changeTarget, ifMatch, proposeTarget, type TargetPicture, type TargetRow, type UserRef } from '@/api';
import { DateField, type Fault, Form, isDay, RadioField, SelectField, TextArea, useForm } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { type Same, useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, type Difference, notify, StaleAlert } from '@/shared/ui';
import { targetPictureQuery } from '../queries';
import { texts } from '../texts';
import { OwnerField } from './OwnerField';

const SHORTEST_REASON = 20;

type Values = {
  criterion: string;
  level: string;
  weight: string;
  reason: string;
  goodEnoughBecause: string;
  owner: UserRef | undefined;
  dueDate: string;
};

type Words = Same<(typeof texts)['sv']>;

/** The highest level a criterion defines; below it a target says why that is enough. */
const highest = (row: TargetRow | undefined) => row?.levels.at(-1)?.level;

/** What is lacking or wrong, before the server is asked. */
export function checkTarget(values: Values, top: number | undefined, today: string, t: Words): Fault[] {
  const faults: Fault[] = [];
  if (!values.criterion) faults.push({ pointer: '/criterion', message: t.criterion });
  if (!values.level) faults.push({ pointer: '/level', message: t.giveLevel });
  if (values.reason.trim().length < SHORTEST_REASON) faults.push({ pointer: '/reason', message: t.giveReason });
  if (values.level && top !== undefined && Number(values.level) < top && !values.goodEnoughBecause.trim())
    faults.push({ pointer: '/goodEnoughBecause', message: t.giveEnough });
  if (!values.owner) faults.push({ pointer: '/ownerId', message: t.giveOwner });
  if (!isDay(values.dueDate) || values.dueDate <= today) faults.push({ pointer: '/dueDate', message: t.giveDue });
  return faults;
}

const beginning = (row: TargetRow | undefined): Values => {
  const revision = row?.target?.state === 'withdrawn' ? undefined : (row?.target?.proposed ?? row?.target?.accepted);
  const agreed = row?.agreed;
  const level = agreed?.level ?? revision?.level ?? row?.suggestedLevel;
  return {
    criterion: row?.criterion ?? '',
    level: level === undefined ? '' : String(level),
    weight: String(revision?.weight ?? 1),
    reason: agreed?.reason ?? revision?.reason ?? '',
    goodEnoughBecause: (agreed ? agreed.goodEnoughBecause : revision?.goodEnoughBecause) ?? '',
    owner: agreed?.owner ?? revision?.owner,
    dueDate: agreed?.dueDate ?? revision?.dueDate ?? '',
  };
};

/** The workshop that agreed on it, for as long as the level and the reason are those of the room. */
const originOf = (row: TargetRow | undefined, values: Values): { workshopId?: string } => {
  const from = beginning(row);
  const origin =
    row?.agreed?.workshop ??
    (row?.target?.state === 'withdrawn' ? undefined : (row?.target?.proposed ?? row?.target?.accepted)?.fromWorkshop);
  return origin && values.level === from.level && values.reason.trim() === from.reason ? { workshopId: origin.workshopId } : {};
};

/** Proposes a target for a criterion, or a change of the one there is. */
export function TargetDialog({ picture, row, onClose }: { picture: TargetPicture; row: TargetRow | undefined; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  const today = useToday();
  const queryClient = useQueryClient();
  const query = targetPictureQuery(picture.assessmentId);
  const [version, setVersion] = useState(row?.target?.version);
  const [stale, setStale] = useState<TargetRow | null>(null);
  const rowOf = (criterion: string) => picture.criteria.find((each) => each.criterion === criterion);
  const form = useForm<Values>({
    initial: beginning(row),
    check: (values) => checkTarget(values, highest(rowOf(values.criterion)), today, t),
    send: async (values) => {
      const body = {
        level: Number(values.level),
        weight: Number(values.weight),
        reason: values.reason.trim(),
        ...(values.goodEnoughBecause.trim() ? { goodEnoughBecause: values.goodEnoughBecause.trim() } : {}),
        ownerId: values.owner?.id ?? '',
        dueDate: values.dueDate,
        ...originOf(rowOf(values.criterion), values),
      };
      const existing = rowOf(values.criterion)?.target;
      if (existing) {
        await changeTarget({ path: { targetId: existing.id }, body, headers: ifMatch(version ?? existing.version) });
      } else {
        await proposeTarget({ path: { assessmentId: picture.assessmentId }, body: { criterion: values.criterion, ...body } });
      }
      await queryClient.invalidateQueries({ queryKey: query.queryKey });
      notify(t.proposed);
      onClose();
    },
  });
  const isStale = form.problem?.isStale ?? false;
  const chosen = rowOf(form.values.criterion);
  const free = picture.criteria.filter((each) => each.levelState !== 'not_applicable');

  const loadNow = async () => {
    const now = await queryClient.fetchQuery({ ...query, staleTime: 0 });
    const found = now.criteria.find((each) => each.criterion === form.values.criterion) ?? null;
    setStale(found);
    return found;
  };

  return (
    <Dialog title={row ? `${t.proposeTarget}: ${row.criterion} ${pick(row.name)}` : t.proposeTarget} wide onClose={onClose}>
      {isStale && (
        <StaleAlert
          differences={differences(beginning(row), stale ? beginning(stale) : undefined, t)}
          onKeep={async () => {
            setVersion((await loadNow())?.target?.version);
            form.dismiss();
          }}
          onDrop={async () => {
            const now = await loadNow();
            setVersion(now?.target?.version);
            form.setAll(beginning(now ?? undefined));
            form.dismiss();
          }}
        />
      )}
      <Form form={isStale ? { ...form, problem: null } : form} label={t.proposeTarget}>
        {!row && (
          <SelectField
            at="/criterion"
            label={t.criterion}
            empty=""
            value={form.values.criterion}
            onValue={(value) => {
              const next = rowOf(value);
              form.setAll({ ...form.values, ...beginning(next), owner: form.values.owner ?? beginning(next).owner });
            }}
            options={free.map((each) => ({ value: each.criterion, text: `${each.criterion} ${pick(each.name)}` }))}
          />
        )}
        {chosen && (
          <p className="small">
            <span className="muted">{t.today}:</span> {chosen.level ? `${t.level} ${chosen.level}. ${pick(chosen.levelText)}` : t.undecided}
          </p>
        )}
        <RadioField
          at="/level"
          label={t.targetLevel}
          value={form.values.level}
          onValue={(value) => form.set('level', value)}
          options={(chosen?.levels ?? []).map(({ level, text }) => ({ value: String(level), text: `${level} – ${pick(text)}` }))}
        />
        <TextArea
          at="/reason"
          label={t.reason}
          hint={t.reasonHint}
          maxLength={2000}
          value={form.values.reason}
          onValue={(value) => form.set('reason', value)}
        />
        {form.values.level !== String(highest(chosen)) && (
          <TextArea
            at="/goodEnoughBecause"
            label={t.goodEnough}
            hint={t.goodEnoughHint}
            rows={2}
            maxLength={1000}
            value={form.values.goodEnoughBecause}
            onValue={(value) => form.set('goodEnoughBecause', value)}
          />
        )}
        <RadioField
          at="/weight"
          label={t.weightQuestion}
          value={form.values.weight}
          onValue={(value) => form.set('weight', value)}
          options={(['1', '2', '3'] as const).map((weight) => ({ value: weight, text: t.weights[weight] }))}
        />
        <OwnerField
          key={`owner-${row?.criterion ?? ''}`}
          at="/ownerId"
          label={t.ownerQuestion}
          value={form.values.owner}
          onValue={(owner) => form.set('owner', owner)}
        />
        <DateField at="/dueDate" label={t.due} value={form.values.dueDate} onValue={(value) => form.set('dueDate', value)} />
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy}>
            {t.send}
          </Button>
          <Button onClick={onClose}>{t.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}

function differences(before: Values, now: Values | undefined, t: Words): Difference[] {
  if (!now) return [];
  const lines: [string, string, string][] = [
    [t.field.level, before.level, now.level],
    [t.field.reason, before.reason, now.reason],
    [t.field.owner, before.owner?.displayName ?? '', now.owner?.displayName ?? ''],
    [t.field.dueDate, before.dueDate, now.dueDate],
  ];
  return lines.filter(([, was, is]) => was !== is).map(([label, was, is]) => ({ label, before: was, now: is }));
}
