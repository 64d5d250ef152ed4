// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import {
  actOnCases,
  asProblem,
  type BulkActKind,
  type BulkCommand,
  type BulkPreview,
  type CaseSelection,
  type CaseSummary,
  getBulkAct,
  listBulkActItems,
  type NewCaseSelection,
  type ProblemError,
  previewBulkAct,
  selectCases,
} from '@/api';
import { listCaseOfficersOptions, listUnitsOptions } from '@/api/queries';
import { type Fault, Form, RadioField, SelectField, TextArea, useForm } from '@/shared/form';
import { isOver, JobProgress, useJob } from '@/shared/hooks/useJob';
import { usePages } from '@/shared/hooks/usePages';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Dialog, Loading, LoadMore, ProblemAlert, Tag } from '@/shared/ui';
import { CASE_LISTS } from '../queries';
import { Suggestion } from './Suggestion';
import { texts } from './texts';

type Props = {
  act: BulkActKind;
  wanted: NewCaseSelection;
  /** The case, where only one is chosen. */
  single: CaseSummary | undefined;
  /** The act has been carried out: the choice is over. */
  onDone: () => void;
  onClose: () => void;
};

type Tried = { selection: CaseSelection; command: BulkCommand; preview: BulkPreview };

/** An act on many cases: what to do, what will happen, how far it has come, and what happened to each. */
export function BulkDialog({ act, wanted, single, onDone, onClose }: Props) {
  const t = useTexts(texts);
  const [tried, setTried] = useState<Tried>();
  const [bulkActId, setBulkActId] = useState<string>();
  const close = () => {
    if (bulkActId) onDone();
    onClose();
  };
  return (
    <Dialog title={t.bulkTitle[act]} wide onClose={close}>
      {bulkActId ? (
        <Outcome bulkActId={bulkActId} onClose={close} />
      ) : tried ? (
        <Preview tried={tried} onBack={() => setTried(undefined)} onBegun={setBulkActId} />
      ) : (
        <Wish act={act} wanted={wanted} single={single} onTried={setTried} />
      )}
    </Dialog>
  );
}

type Values = { unitId: string; officerId: string; priority: '1' | '2' | '3'; reason: string };

function Wish({ act, wanted, single, onTried }: Pick<Props, 'act' | 'wanted' | 'single'> & { onTried: (tried: Tried) => void }) {
  const t = useTexts(texts);
  const { data: officers } = useQuery(listCaseOfficersOptions());
  const { data: units } = useQuery(listUnitsOptions());
  const pick = usePick();
  const form = useForm<Values>({
    initial: { unitId: '', officerId: '', priority: '1', reason: '' },
    check: (values) => faultsOf(act, values, t),
    send: async (values) => {
      const command = commandOf(act, values);
      const selection = (await selectCases({ body: wanted })).data;
      const preview = (await previewBulkAct({ path: { selectionId: selection.id }, body: command })).data;
      onTried({ selection, command, preview });
    },
  });
  const { values, set } = form;
  return (
    <Form form={form} label={t.bulkTitle[act]}>
      {act === 'assign' && single && (
        <Suggestion caseId={single.id} value={values.officerId} onValue={(value) => set('officerId', value)} />
      )}
      {act === 'assign' && !single && (
        <SelectField
          at="/officerId"
          label={t.assignTo}
          empty={t.choose}
          options={(officers?.items ?? []).map(({ user }) => ({ value: user.id, text: user.displayName }))}
          value={values.officerId}
          onValue={(value) => set('officerId', value)}
        />
      )}
      {act === 'hand_over' && (
        <SelectField
          at="/unitId"
          label={t.toUnit}
          empty={t.chooseUnit}
          options={(units?.items ?? []).map((unit) => ({ value: unit.id, text: pick(unit.name) }))}
          value={values.unitId}
          onValue={(value) => set('unitId', value)}
        />
      )}
      {act === 'set_priority' && (
        <RadioField
          at="/priority"
          label={t.priority}
          options={(['1', '2', '3'] as const).map((value) => ({ value, text: t.priorities[value] }))}
          value={values.priority}
          onValue={(value) => set('priority', value as Values['priority'])}
        />
      )}
      <TextArea
        at="/reason"
        label={act === 'remind' ? t.message : t.reason}
        hint={act === 'remind' ? t.messageHint : act === 'close' ? t.reasonClose : t.reasonHint}
        optional={!needsReason(act, values)}
        maxLength={1000}
        rows={3}
        value={values.reason}
        onValue={(value) => set('reason', value)}
      />
      <div className="form__foot">
        <Button look="primary" type="submit" busy={form.busy}>
          {t.preview}
        </Button>
      </div>
    </Form>
  );
}

const needsReason = (act: BulkActKind, { priority }: Values) =>
  act === 'return_to_unit' || act === 'hand_over' || (act === 'set_priority' && priority !== '2');

function faultsOf(act: BulkActKind, values: Values, t: { giveOfficer: string; giveReason: string; giveUnit: string }): Fault[] {
  return [
    ...(act === 'assign' && !values.officerId ? [{ pointer: '/officerId', message: t.giveOfficer }] : []),
    ...(act === 'hand_over' && !values.unitId ? [{ pointer: '/unitId', message: t.giveUnit }] : []),
    ...(needsReason(act, values) && !values.reason.trim() ? [{ pointer: '/reason', message: t.giveReason }] : []),
  ];
}

function commandOf(act: BulkActKind, { unitId, officerId, priority, reason }: Values): BulkCommand {
  return {
    act,
    ...(act === 'assign' ? { officerId } : {}),
    ...(act === 'hand_over' ? { unitId } : {}),
    ...(act === 'set_priority' ? { priority: Number(priority) } : {}),
    ...(reason.trim() ? { reason: reason.trim() } : {}),
  };
}

function Preview({ tried, onBack, onBegun }: { tried: Tried; onBack: () => void; onBegun: (bulkActId: string) => void }) {
  const t = useTexts(texts);
  const { selection, command, preview } = tried;
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemError>();
  const begin = async () => {
    setBusy(true);
    try {
      onBegun((await actOnCases({ path: { selectionId: selection.id }, body: command })).data.id);
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setBusy(false);
    }
  };
  const refused = preview.items.filter((item) => !item.possible);
  const count = preview.possible + (preview.total - preview.checked);
  return (
    <div className="form">
      <p role="status">
        <b>{t.previewOf(preview.possible, preview.checked)}</b>{' '}
        {preview.checked < preview.total && t.previewPart(preview.checked, preview.total)} {selection.capped && t.capped}
      </p>
      {refused.length > 0 && (
        <section>
          <h3>{t.refusedHere}</h3>
          <ul className="bulkitems">
            {refused.map((item) => (
              <li key={item.caseId}>
                <CaseName caseId={item.caseId} number={item.number} subject={item.subject} />
                <span className="small muted">
                  <LocalizedText text={item.reason} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {problem && <ProblemAlert problem={problem} />}
      <div className="form__foot">
        {count > 0 && (
          <Button look="primary" busy={busy} onClick={() => void begin()}>
            {t.carryOut(count)}
          </Button>
        )}
        <Button onClick={onBack}>{t.back}</Button>
      </div>
    </div>
  );
}

function Outcome({ bulkActId, onClose }: { bulkActId: string; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const first = useQuery({ queryKey: ['bulk-act', bulkActId], queryFn: async () => (await getBulkAct({ path: { bulkActId } })).data });
  const { data: job } = useJob(first.data?.jobId);
  const over = job !== undefined && isOver(job);
  const ended = useQuery({
    queryKey: ['bulk-act', bulkActId, 'ended'],
    queryFn: async () => (await getBulkAct({ path: { bulkActId } })).data,
    enabled: over,
  });
  useEffect(() => {
    if (over) void queryClient.invalidateQueries({ queryKey: CASE_LISTS });
  }, [over, queryClient]);
  const sum = ended.data;
  const left = sum ? sum.total - sum.done - sum.refused : 0;
  return (
    <div className="form">
      {!job && <Loading lines={2} />}
      {job && !(over && !job.problem) && <JobProgress job={job} label={t.working} />}
      {sum && (
        <p role="status">
          <b>{t.result(sum.done, sum.refused)}</b> {left > 0 && t.stopped(left)}
        </p>
      )}
      {over && <Items bulkActId={bulkActId} />}
      <div className="form__foot">
        <Button look="primary" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </div>
  );
}

function Items({ bulkActId }: { bulkActId: string }) {
  const t = useTexts(texts);
  const pages = usePages(
    ['bulk-act', bulkActId, 'items'],
    async (cursor, signal) => (await listBulkActItems({ path: { bulkActId }, query: { cursor, limit: 50 }, signal })).data,
  );
  if (pages.error) return <ProblemAlert problem={pages.error} />;
  return (
    <section>
      <h3>{t.results}</h3>
      <ul className="bulkitems">
        {pages.items.map((item) => (
          <li key={item.position}>
            <Tag mood={item.outcome === 'done' ? 'ok' : item.outcome === 'refused' ? 'alarm' : undefined}>{t.outcomes[item.outcome]}</Tag>{' '}
            <CaseName caseId={item.caseId} number={item.number} subject={item.subject} />
            {item.reason && (
              <span className="small muted">
                <LocalizedText text={item.reason} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {pages.hasMore && <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />}
    </section>
  );
}

function CaseName({ caseId, number, subject }: { caseId: string; number: string | undefined; subject: string | undefined }) {
  const t = useTexts(texts);
  if (!number) return <span>{t.notSeen}</span>;
  return (
    <span>
      <Link to="/cases/$caseId" params={{ caseId }}>
        {number}
      </Link>{' '}
      {subject}
    </span>
  );
}
