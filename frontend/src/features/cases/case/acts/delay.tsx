// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import {
  addTask,
  type CaseChannel,
  completeTask,
  confirmSession,
  overrideDeadline,
  refuseDelayRequest,
  registerDelayRequest,
  sendDelayNotice,
} from '@/api';
import { listCaseOfficersOptions } from '@/api/queries';
import { DateField, isDay, SelectField, TextArea, TextField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { texts as common } from '../../texts';
import { ActDialog, type ActProps } from './ActDialog';
import { texts } from './lawTexts';

const LEAST = 3;
const WAYS = ['email', 'post', 'eservice', 'counter'] as const satisfies readonly CaseChannel[];

/** Tells the parties of a delay. */
export function DelayNoticeDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.send_delay_notice}
      initial={{ reason: '', expectedOn: '' }}
      check={({ reason, expectedOn }) => [
        ...(reason.trim().length >= LEAST ? [] : [{ pointer: '/reason', message: t.giveDelayReason }]),
        ...(expectedOn === '' || isDay(expectedOn) ? [] : [{ pointer: '/expectedOn', message: t.giveDue }]),
      ]}
      act={({ reason, expectedOn }, headers) =>
        sendDelayNotice({ path: { caseId: file.id }, headers, body: { reason: reason.trim(), expectedOn: expectedOn || undefined } })
      }
      done={() => t.delayTold}
    >
      {({ values, set }) => (
        <>
          <p>{t.delayWhat}</p>
          <TextArea
            at="/reason"
            label={t.delayReason}
            maxLength={4000}
            rows={4}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
          <DateField
            at="/expectedOn"
            label={t.expectedOn}
            optional
            value={values.expectedOn}
            onValue={(value) => set('expectedOn', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Registers a party's request to be decided. */
export function DelayRequestDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const today = useToday();
  const parties = file.parties.map((party) => ({ value: party.id, text: party.name }));
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.register_delay_request}
      initial={{ receivedOn: today, partyId: parties[0]?.value ?? '', channel: 'email' }}
      check={({ receivedOn }) => (isDay(receivedOn) ? [] : [{ pointer: '/receivedOn', message: t.giveDue }])}
      act={({ receivedOn, partyId, channel }, headers) =>
        registerDelayRequest({
          path: { caseId: file.id },
          headers,
          body: { receivedOn, partyId: partyId || undefined, channel: channel as CaseChannel },
        })
      }
      done={() => t.requestRegistered}
    >
      {({ values, set }) => (
        <>
          <p>{t.requestWhat}</p>
          {parties.length > 1 && (
            <SelectField
              at="/partyId"
              label={t.whoAsks}
              options={parties}
              value={values.partyId}
              onValue={(value) => set('partyId', value)}
            />
          )}
          <DateField
            at="/receivedOn"
            label={t.receivedOn}
            lean="behind"
            value={values.receivedOn}
            onValue={(value) => set('receivedOn', value)}
          />
          <SelectField
            at="/channel"
            label={t.channel}
            options={WAYS.map((way) => ({ value: way, text: words.channels[way] }))}
            value={values.channel}
            onValue={(value) => set('channel', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Refuses a party's request by a decision of its own. */
export function RefuseDelayRequestDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const request = file.law?.delayRequests.find((each) => each.effect === 'started' && !each.refusedOn);
  return (
    <ActDialog
      wide
      file={file}
      onClose={onClose}
      title={words.acts.refuse_delay_request}
      submit={t.signRefusal}
      initial={{ reasons: '', currentPassword: '' }}
      check={({ reasons, currentPassword }) => [
        ...(reasons.trim().length >= LEAST ? [] : [{ pointer: '/reasons', message: t.giveRefusalReasons }]),
        ...(currentPassword ? [] : [{ pointer: '/currentPassword', message: t.givePassword }]),
      ]}
      act={async ({ reasons, currentPassword }, headers) => {
        await confirmSession({ body: { currentPassword } });
        return refuseDelayRequest({
          path: { caseId: file.id, delayRequestId: request?.id ?? '' },
          headers,
          body: { reasons: reasons.trim() },
        });
      }}
      done={() => t.requestRefused}
    >
      {({ values, set }) => (
        <>
          <p>{t.refusalWhat}</p>
          <TextArea
            at="/reasons"
            label={t.refusalReasons}
            maxLength={10_000}
            rows={5}
            value={values.reasons}
            onValue={(value) => set('reasons', value)}
          />
          <TextField
            at="/currentPassword"
            label={t.password}
            type="password"
            autoComplete="current-password"
            value={values.currentPassword}
            onValue={(value) => set('currentPassword', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Gives a deadline another last day than the rule gave. */
export function MoveDeadlineDialog({ file, of, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const pick = usePick();
  const movable = file.deadlines.filter((each) => each.state === 'open' && each.urgency && !file.waits.some((wait) => wait === each.kind));
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={t.moveDeadline}
      initial={{ deadlineId: movable.find((each) => each.id === of)?.id ?? movable[0]?.id ?? '', dueDate: '', reason: '' }}
      check={({ dueDate, reason }) => [
        ...(isDay(dueDate) ? [] : [{ pointer: '/dueDate', message: t.giveDue }]),
        ...(reason.trim().length >= LEAST ? [] : [{ pointer: '/reason', message: t.giveMoveReason }]),
      ]}
      act={({ deadlineId, dueDate, reason }, headers) =>
        overrideDeadline({ path: { caseId: file.id, deadlineId }, headers, body: { dueDate, reason: reason.trim() } })
      }
      done={() => t.moved}
    >
      {({ values, set }) => (
        <>
          <SelectField
            at="/deadlineId"
            label={words.deadlines}
            options={movable.map((each) => ({ value: each.id, text: `${pick(each.name)}, ${each.dueDate}` }))}
            value={values.deadlineId}
            onValue={(value) => set('deadlineId', value)}
          />
          <DateField at="/dueDate" label={t.newDay} value={values.dueDate} onValue={(value) => set('dueDate', value)} />
          <TextArea
            at="/reason"
            label={t.moveReason}
            hint={t.moveReasonHint}
            maxLength={1000}
            rows={3}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
        </>
      )}
    </ActDialog>
  );
}

/** Adds a task. */
export function AddTaskDialog({ file, onClose }: ActProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const { data: officers } = useQuery(listCaseOfficersOptions({ query: { unit: file.unitId } }));
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={words.acts.add_task}
      initial={{ title: '', assigneeId: file.officer?.id ?? '', dueDate: '' }}
      check={({ title, dueDate }) => [
        ...(title.trim().length >= LEAST ? [] : [{ pointer: '/title', message: t.giveTask }]),
        ...(dueDate === '' || isDay(dueDate) ? [] : [{ pointer: '/dueDate', message: t.giveDue }]),
      ]}
      act={({ title, assigneeId, dueDate }, headers) =>
        addTask({
          path: { caseId: file.id },
          headers,
          body: { title: title.trim(), assigneeId: assigneeId || undefined, dueDate: dueDate || undefined },
        })
      }
      done={() => t.taskAdded}
    >
      {({ values, set }) => (
        <>
          <TextField at="/title" label={t.task} maxLength={300} value={values.title} onValue={(value) => set('title', value)} />
          <SelectField
            at="/assigneeId"
            label={t.taskWho}
            empty={t.taskNobody}
            options={(officers?.items ?? []).map((each) => ({ value: each.user.id, text: each.user.displayName }))}
            value={values.assigneeId}
            onValue={(value) => set('assigneeId', value)}
          />
          <DateField at="/dueDate" label={t.taskDue} optional value={values.dueDate} onValue={(value) => set('dueDate', value)} />
        </>
      )}
    </ActDialog>
  );
}

/** A task is done. */
export function CompleteTaskDialog({ file, of, onClose }: ActProps) {
  const t = useTexts(texts);
  const task = file.law?.tasks.find((each) => each.id === of) ?? file.law?.tasks.find((each) => !each.done);
  return (
    <ActDialog
      file={file}
      onClose={onClose}
      title={t.taskIsDone}
      initial={{}}
      act={(_, headers) => completeTask({ path: { caseId: file.id, taskId: task?.id ?? '' }, headers })}
      done={() => t.taskDone}
    >
      {() => <p>{task?.title}</p>}
    </ActDialog>
  );
}
