// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { approveGrant, changeUser, createGrant, type Grant, getUser, ifMatch, type Role, revokeGrant, type User, useMay } from '@/api';
import { getUserOptions, listUnitsOptions, listUsersOptions } from '@/api/queries';
import { DateField, FormDialog, isDay, RadioField, SelectField, TextField, useStale } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { roleTexts } from '@/shared/roles';
import { Button, type Column, Empty, Loading, notify, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { texts } from './texts';

const ROLES = [
  'registrar',
  'officer',
  'decision_maker',
  'unit_manager',
  'executive',
  'business_developer',
  'consultant',
  'archivist',
  'auditor',
  'administrator',
  'api_client',
] as const satisfies readonly Role[];
const route = getRouteApi('/frame/admin/users/$userId');

type Open = { kind: 'change' } | { kind: 'propose' } | { kind: 'revoke'; grant: Grant };

/** One account: its details and roles. */
export function UserPage() {
  const t = useTexts(texts);
  const may = useMay();
  const { userId } = route.useParams();
  const query = useQuery(getUserOptions({ path: { userId } }));
  const [open, setOpen] = useState<Open | null>(null);
  const user = query.data;
  const close = () => setOpen(null);
  return (
    <Page
      title={user?.displayName ?? t.users}
      purpose={user && [user.title, user.userName, user.status === 'closed' && t.closed.toLowerCase()].filter(Boolean).join(', ')}
      crumbs={[
        { text: t.home, to: '/' },
        { text: t.users, to: '/admin/users' },
      ]}
      actions={
        user && (
          <>
            {may('user:manage') && <Button onClick={() => setOpen({ kind: 'change' })}>{t.changeUser}</Button>}
            {may('grant:propose') && (
              <Button look="primary" icon="plus" onClick={() => setOpen({ kind: 'propose' })}>
                {t.propose}
              </Button>
            )}
          </>
        )
      }
    >
      {query.isPending && <Loading />}
      {query.error && <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />}
      {user && <Grants user={user} onRevoke={(grant) => setOpen({ kind: 'revoke', grant })} />}
      {user && open?.kind === 'change' && <ChangeDialog user={user} onClose={close} />}
      {user && open?.kind === 'propose' && <ProposeDialog user={user} onClose={close} />}
      {user && open?.kind === 'revoke' && <RevokeDialog user={user} grant={open.grant} onClose={close} />}
    </Page>
  );
}

/** Everything that shows the user is out of date. */
function useUserChanged() {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [key] }) =>
        key === 'users' || (typeof key === 'object' && key !== null && '_id' in key && key._id === 'getUser'),
    });
}

function Grants({ user, onRevoke }: { user: User; onRevoke: (grant: Grant) => void }) {
  const t = useTexts(texts);
  const roles = useTexts(roleTexts);
  const pick = usePick();
  const may = useMay();
  const changed = useUserChanged();
  const [problem, setProblem] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const approve = async (grant: Grant) => {
    setProblem(null);
    try {
      await approveGrant({ path: { grantId: grant.id } });
      await changed();
      notify(t.approved);
    } catch (thrown) {
      setProblem(thrown);
      setTries((count) => count + 1);
    }
  };
  if (user.grants.length === 0) return <Empty title={t.noRoles}>{t.noRolesWhat}</Empty>;
  const columns: Column<Grant>[] = [
    { key: 'role', head: t.role, rowHead: true, cell: (grant) => roles[grant.role] },
    { key: 'unit', head: t.unit, cell: (grant) => pick(grant.unitName) },
    {
      key: 'valid',
      head: t.valid,
      cell: (grant) => (
        <>
          {grant.validTo ? t.until(grant.validFrom, grant.validTo) : t.since(grant.validFrom)}
          {grant.buyer && <span className="small muted">{` ${t.buyer}: ${grant.buyer.displayName}`}</span>}
        </>
      ),
    },
    {
      key: 'state',
      head: t.state,
      cell: (grant) => (
        <Tag mood={grant.state === 'active' ? 'ok' : grant.state === 'proposed' ? 'info' : undefined}>{t.states[grant.state]}</Tag>
      ),
    },
    {
      key: 'acts',
      head: t.acts,
      cell: (grant) => (
        <span className="actbar">
          {grant.state === 'proposed' && may('grant:approve') && (
            <Button small onClick={() => void approve(grant)}>
              {t.approve}
              <span className="vh">{roles[grant.role]}</span>
            </Button>
          )}
          {grant.state !== 'revoked' && may('grant:revoke') && (
            <Button small look="quiet" onClick={() => onRevoke(grant)}>
              {t.revoke}
              <span className="vh">{roles[grant.role]}</span>
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <>
      {problem !== null && <ProblemAlert problem={problem} focusKey={tries} />}
      <Table
        caption={t.rolesOf(user.displayName)}
        columns={columns}
        rows={user.grants}
        rowKey={(grant) => grant.id}
        cards
        className="table--mid"
      />
    </>
  );
}

function ChangeDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTexts(texts);
  const changed = useUserChanged();
  const faces: [string, (version: User) => string][] = [
    [t.name, (version) => version.displayName],
    [t.title, (version) => version.title ?? t.none],
    [t.email, (version) => version.email ?? t.none],
    [t.status, (version) => t[version.status]],
    [t.roles, (version) => String(version.grants.length)],
  ];
  const stale = useStale({
    read: user,
    fetchNow: async () => (await getUser({ path: { userId: user.id } })).data,
    compare: (before, now) =>
      faces.map(([label, face]) => ({ label, before: face(before), now: face(now) })).filter((each) => each.before !== each.now),
  });
  return (
    <FormDialog
      stale={stale}
      title={t.changeUser}
      submit={t.save}
      initial={{ displayName: user.displayName, title: user.title ?? '', email: user.email ?? '', status: user.status as string }}
      check={({ displayName }) => (displayName.trim() ? [] : [{ pointer: '/displayName', message: t.giveName }])}
      send={async (values) => {
        await stale.on((seen) =>
          changeUser({
            path: { userId: user.id },
            headers: ifMatch(seen.version),
            body: {
              displayName: values.displayName.trim(),
              title: values.title.trim() || undefined,
              email: values.email.trim() || undefined,
              status: values.status === 'closed' ? 'closed' : 'active',
            },
          }),
        );
        await changed();
        notify(t.saved);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <TextField
            at="/displayName"
            label={t.name}
            maxLength={200}
            value={values.displayName}
            onValue={(value) => set('displayName', value)}
          />
          <TextField at="/title" label={t.title} optional maxLength={200} value={values.title} onValue={(value) => set('title', value)} />
          <TextField
            at="/email"
            label={t.email}
            optional
            type="email"
            maxLength={200}
            value={values.email}
            onValue={(value) => set('email', value)}
          />
          <RadioField
            at="/status"
            label={t.status}
            hint={t.closeHint}
            options={[
              { value: 'active', text: t.active },
              { value: 'closed', text: t.closed },
            ]}
            value={values.status}
            onValue={(value) => set('status', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

function ProposeDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTexts(texts);
  const roles = useTexts(roleTexts);
  const pick = usePick();
  const today = useToday();
  const changed = useUserChanged();
  const { data: units } = useQuery(listUnitsOptions());
  const { data: users } = useQuery(listUsersOptions({ query: { limit: 200 } }));
  return (
    <FormDialog
      title={t.propose}
      initial={{ role: 'officer', unitId: '', validFrom: today, validTo: '', buyerId: '' }}
      check={({ role, unitId, validFrom, validTo, buyerId }) => [
        ...(unitId ? [] : [{ pointer: '/unitId', message: t.giveUnit }]),
        ...(role !== 'consultant' || buyerId ? [] : [{ pointer: '/buyerId', message: t.giveBuyer }]),
        ...(isDay(validFrom) ? [] : [{ pointer: '/validFrom', message: t.giveDay }]),
        ...(validTo === '' || isDay(validTo) ? [] : [{ pointer: '/validTo', message: t.giveDay }]),
      ]}
      send={async ({ role, unitId, validFrom, validTo, buyerId }) => {
        await createGrant({
          path: { userId: user.id },
          body: {
            role: role as Role,
            unitId,
            validFrom,
            validTo: validTo || undefined,
            ...(role === 'consultant' ? { buyerId } : {}),
          },
        });
        await changed();
        notify(t.proposed);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          <SelectField
            at="/role"
            label={t.role}
            options={ROLES.map((role) => ({ value: role, text: roles[role] }))}
            value={values.role}
            onValue={(value) => set('role', value)}
          />
          <SelectField
            at="/unitId"
            label={t.unit}
            empty={t.choose}
            options={(units?.items ?? []).map((unit) => ({ value: unit.id, text: pick(unit.name) }))}
            value={values.unitId}
            onValue={(value) => set('unitId', value)}
          />
          {values.role === 'consultant' && (
            <SelectField
              at="/buyerId"
              label={t.buyer}
              hint={t.buyerHint}
              empty={t.choose}
              options={(users?.items ?? [])
                .filter(({ id }) => id !== user.id)
                .map(({ id, displayName }) => ({ value: id, text: displayName }))}
              value={values.buyerId}
              onValue={(value) => set('buyerId', value)}
            />
          )}
          <DateField at="/validFrom" label={t.from} value={values.validFrom} onValue={(value) => set('validFrom', value)} />
          <DateField
            at="/validTo"
            label={t.to}
            hint={t.toHint}
            optional
            value={values.validTo}
            onValue={(value) => set('validTo', value)}
          />
        </>
      )}
    </FormDialog>
  );
}

function RevokeDialog({ user, grant, onClose }: { user: User; grant: Grant; onClose: () => void }) {
  const t = useTexts(texts);
  const roles = useTexts(roleTexts);
  const changed = useUserChanged();
  return (
    <FormDialog
      title={t.revoke}
      look="danger"
      initial={{}}
      send={async () => {
        await revokeGrant({ path: { grantId: grant.id } });
        await changed();
        notify(t.revoked);
      }}
      onClose={onClose}
    >
      {() => <p>{t.revokeWhat(roles[grant.role], user.displayName)}</p>}
    </FormDialog>
  );
}
