// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import {
  approveCompartmentMember,
  type Compartment,
  type CompartmentMembership,
  createCompartment,
  endCompartment,
  listUsers,
  proposeCompartmentMember,
  renameCompartment,
  revokeCompartmentMember,
  useMay,
} from '@/api';
import { DateField, type Fault, FormDialog, isDay, SelectField, TextArea, TextField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Empty, Loading, notify, ProblemAlert, Table, Tag } from '@/shared/ui';
import { compartmentQuery, compartmentsQuery } from './queries';
import { texts } from './texts';

const route = getRouteApi('/frame/cases/closed');
const MOOD = { proposed: 'warn', active: 'ok', revoked: undefined } as const;
const MANY = 200;
const LEAST_REASON = 3;

/** The compartments one may see, and who is in the one chosen. */
export function CompartmentsView() {
  const t = useTexts(texts);
  const may = useMay();
  const { compartment } = route.useSearch();
  const navigate = route.useNavigate();
  const [creating, setCreating] = useState(false);
  const { data, error, isPending, refetch } = useQuery(compartmentsQuery);
  const chosen = data?.items.find((each) => each.id === compartment) ?? data?.items[0];
  return (
    <div className="closed">
      {may('compartment:create') && (
        <p>
          <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
            {t.newCompartment}
          </Button>
        </p>
      )}
      {isPending && <Loading />}
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {data && data.items.length === 0 && <Empty title={t.noCompartments}>{t.noCompartmentsWhat}</Empty>}
      {data && chosen && (
        <div className="closed__two">
          <ul className="plain closed__list">
            {data.items.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-pressed={each.id === chosen.id}
                  onClick={() => void navigate({ search: { view: 'compartments', compartment: each.id }, replace: true })}
                >
                  <span>
                    <b>{each.name}</b> {each.endedAt && <Tag>{t.ended}</Tag>}
                  </span>
                  <span className="small muted">{each.purpose}</span>
                </button>
              </li>
            ))}
          </ul>
          <div key={chosen.id}>
            <Acts of={chosen} />
            <Members compartmentId={chosen.id} name={chosen.name} />
          </div>
        </div>
      )}
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </div>
  );
}

/** What becomes of a compartment itself: another name, or its end. */
function Acts({ of }: { of: Compartment }) {
  const t = useTexts(texts);
  const may = useMay();
  const [open, setOpen] = useState<'rename' | 'end'>();
  if (of.endedAt) return <p className="note">{t.endedWhat(of.endedAt.slice(0, 10))}</p>;
  if (!may('compartment:create')) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <p className="row">
        <Button small onClick={() => setOpen('rename')}>
          {t.rename}
        </Button>
        <Button small look="quiet" onClick={() => setOpen('end')}>
          {t.end}
        </Button>
      </p>
      {open === 'rename' && <RenameDialog of={of} onClose={close} />}
      {open === 'end' && <EndDialog of={of} onClose={close} />}
    </>
  );
}

function RenameDialog({ of, onClose }: { of: Compartment; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.rename}
      initial={{ name: of.name, purpose: of.purpose }}
      check={(values) => namingFaults(values, t)}
      send={async ({ name, purpose }) => {
        await renameCompartment({ path: { compartmentId: of.id }, body: { name: name.trim(), purpose: purpose.trim() } });
        await queryClient.invalidateQueries({ queryKey: compartmentsQuery.queryKey });
        notify(t.renamed);
      }}
      onClose={onClose}
    >
      {({ values, set }) => <Naming values={values} set={set} />}
    </FormDialog>
  );
}

function EndDialog({ of, onClose }: { of: Compartment; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.endOf(of.name)}
      submit={t.end}
      look="danger"
      initial={{ reason: '' }}
      check={({ reason }) => (reason.trim().length >= LEAST_REASON ? [] : [{ pointer: '/reason', message: t.giveEndReason }])}
      send={async ({ reason }) => {
        await endCompartment({ path: { compartmentId: of.id }, body: { reason: reason.trim() } });
        await queryClient.invalidateQueries({ queryKey: compartmentsQuery.queryKey });
        notify(t.endDone);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p className="note note--warn">{t.endWhat}</p>
          <TextArea
            at="/reason"
            label={t.endReason}
            rows={3}
            maxLength={1000}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

function Members({ compartmentId, name }: { compartmentId: string; name: string }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const [proposing, setProposing] = useState(false);
  const { data, error, isPending, refetch } = useQuery(compartmentQuery(compartmentId));
  const settle = useMutation({
    mutationFn: async ({ id, approve }: { id: string; approve: boolean }) =>
      approve
        ? await approveCompartmentMember({ path: { membershipId: id } })
        : await revokeCompartmentMember({ path: { membershipId: id } }),
    onSuccess: async (_, { approve }) => {
      await queryClient.invalidateQueries({ queryKey: compartmentsQuery.queryKey });
      notify(approve ? t.approved : t.revoked);
    },
  });
  const all: Column<CompartmentMembership>[] = [
    { key: 'person', head: t.person, rowHead: true, cell: (row) => row.user.displayName },
    { key: 'period', head: t.period, className: 'nowrap', cell: (row) => t.until(row.validFrom, row.validTo) },
    { key: 'state', head: t.state, cell: (row) => <Tag mood={MOOD[row.state]}>{t.states[row.state]}</Tag> },
    {
      key: 'by',
      head: t.by,
      cell: (row) => (
        <span className="small muted">
          {[row.proposedBy && t.proposedBy(row.proposedBy.displayName), row.settledBy && t.settledBy(row.settledBy.displayName)]
            .filter(Boolean)
            .join(', ')}
        </span>
      ),
    },
    {
      key: 'act',
      head: t.act,
      cell: (row) => (
        <span className="row">
          {row.mayApprove && (
            <Button small aria-label={t.approveWho(row.user.displayName)} onClick={() => settle.mutate({ id: row.id, approve: true })}>
              {t.approve}
            </Button>
          )}
          {row.mayRevoke && (
            <Button small aria-label={t.revokeWho(row.user.displayName)} onClick={() => settle.mutate({ id: row.id, approve: false })}>
              {t.revoke}
            </Button>
          )}
        </span>
      ),
    },
  ];
  const columns = all.filter((column) => column.key !== 'act' || data?.memberships.some((row) => row.mayApprove || row.mayRevoke));
  return (
    <div className="stack">
      {isPending && <Loading />}
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {settle.error && <ProblemAlert problem={settle.error} />}
      {data && data.memberships.length === 0 && <Empty title={t.noMembers}>{t.noMembersWhat}</Empty>}
      {data && data.memberships.length > 0 && (
        <Table caption={t.members(name)} columns={columns} rows={data.memberships} rowKey={(row) => row.id} cards />
      )}
      {data?.mayPropose && (
        <p>
          <Button onClick={() => setProposing(true)}>{t.propose}</Button>
        </p>
      )}
      {proposing && <ProposeDialog compartmentId={compartmentId} onClose={() => setProposing(false)} />}
    </div>
  );
}

function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const navigate = route.useNavigate();
  return (
    <FormDialog
      title={t.newCompartment}
      initial={{ name: '', purpose: '' }}
      check={(values) => namingFaults(values, t)}
      send={async ({ name, purpose }) => {
        const { data } = await createCompartment({ body: { name: name.trim(), purpose: purpose.trim() } });
        await queryClient.invalidateQueries({ queryKey: compartmentsQuery.queryKey });
        await navigate({ search: { view: 'compartments', compartment: data.id }, replace: true });
        notify(t.created);
      }}
      onClose={onClose}
    >
      {({ values, set }) => <Naming values={values} set={set} />}
    </FormDialog>
  );
}

type Named = { name: string; purpose: string };

const namingFaults = ({ name, purpose }: Named, t: { giveName: string; giveWhat: string }): Fault[] => [
  ...(name.trim().length > 1 ? [] : [{ pointer: '/name', message: t.giveName }]),
  ...(purpose.trim().length > 1 ? [] : [{ pointer: '/purpose', message: t.giveWhat }]),
];

function Naming({ values, set }: { values: Named; set: (key: keyof Named, value: string) => void }) {
  const t = useTexts(texts);
  return (
    <>
      <TextField at="/name" label={t.name} maxLength={100} value={values.name} onValue={(value) => set('name', value)} />
      <TextArea
        at="/purpose"
        label={t.what}
        hint={t.whatHint}
        rows={3}
        maxLength={500}
        value={values.purpose}
        onValue={(value) => set('purpose', value)}
      />
    </>
  );
}

function ProposeDialog({ compartmentId, onClose }: { compartmentId: string; onClose: () => void }) {
  const t = useTexts(texts);
  const today = useToday();
  const queryClient = useQueryClient();
  const { data: users } = useQuery({
    queryKey: ['users', 'to-choose'],
    queryFn: async ({ signal }) => (await listUsers({ query: { limit: MANY }, signal })).data,
  });
  return (
    <FormDialog
      title={t.propose}
      initial={{ userId: '', validFrom: today, validTo: '' }}
      check={({ userId, validFrom }) => [
        ...(userId ? [] : [{ pointer: '/userId', message: t.givePerson }]),
        ...(isDay(validFrom) ? [] : [{ pointer: '/validFrom', message: t.giveDay }]),
      ]}
      send={async ({ userId, validFrom, validTo }) => {
        await proposeCompartmentMember({
          path: { compartmentId },
          body: { userId, validFrom, ...(isDay(validTo) ? { validTo } : {}) },
        });
        await queryClient.invalidateQueries({ queryKey: compartmentsQuery.queryKey });
        notify(t.proposed);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <p className="muted">{t.proposeWhat}</p>
          <SelectField
            at="/userId"
            label={t.person}
            empty={t.choosePerson}
            options={(users?.items ?? []).map((user) => ({ value: user.id, text: user.displayName }))}
            value={values.userId}
            onValue={(value) => set('userId', value)}
          />
          <div className="pair">
            <DateField at="/validFrom" label={t.from} value={values.validFrom} onValue={(value) => set('validFrom', value)} />
            <DateField
              at="/validTo"
              label={t.to}
              hint={t.toHint}
              optional
              value={values.validTo}
              onValue={(value) => set('validTo', value)}
            />
          </div>
        </>
      )}
    </FormDialog>
  );
}
