// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { createUser, listUsers, type User, useMay } from '@/api';
import { FormDialog, TextField } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { roleTexts } from '@/shared/roles';
import { Button, buttonClass, type Column, Dialog, Empty, Loading, LoadMore, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { texts } from './texts';

const LIMIT = 50;
const LEAST = 3;
const route = getRouteApi('/frame/admin/users');

/** Who can sign in, and in which roles. */
export function UsersPage() {
  const t = useTexts(texts);
  const may = useMay();
  const { query } = route.useSearch();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<User | null>(null);
  const pages = usePages(
    ['users', query],
    async (cursor, signal) => (await listUsers({ query: { query, cursor, limit: LIMIT }, signal })).data,
  );
  return (
    <Page
      title={t.users}
      purpose={t.usersPurpose}
      crumbs={[{ text: t.home, to: '/' }]}
      actions={
        <>
          <Link to="/admin/units" search={{}} className={buttonClass()}>
            {t.units}
          </Link>
          {may('client:read') && (
            <Link to="/admin/clients" className={buttonClass()}>
              {t.clients}
            </Link>
          )}
          {may('user:manage') && (
            <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
              {t.addUser}
            </Button>
          )}
        </>
      }
    >
      <Search />
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <Empty title={t.noUsers}>{t.noUsersWhat}</Empty>}
      {pages.items.length > 0 && (
        <>
          <UserTable users={pages.items} />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
        </>
      )}
      {adding && <NewUserDialog onClose={() => setAdding(false)} onMade={setMade} />}
      {made && <MadeDialog user={made} onClose={() => setMade(null)} />}
    </Page>
  );
}

function Search() {
  const t = useTexts(texts);
  const id = useId();
  const { query } = route.useSearch();
  const navigate = route.useNavigate();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = String(new FormData(event.currentTarget).get('query')).trim();
    void navigate({ search: (old) => ({ ...old, query: written || undefined }), replace: true });
  };
  return (
    <form onSubmit={onSubmit} className="searchrow" key={query ?? ''}>
      <label className="label" htmlFor={id}>
        {t.search}
      </label>
      <input
        id={id}
        name="query"
        type="search"
        className="input"
        defaultValue={query ?? ''}
        maxLength={100}
        aria-describedby={`${id}-hint`}
      />
      <Button type="submit" icon="search">
        {t.search}
      </Button>
      <span className="hint" id={`${id}-hint`}>
        {t.searchHint}
      </span>
    </form>
  );
}

function UserTable({ users }: { users: readonly User[] }) {
  const t = useTexts(texts);
  const roles = useTexts(roleTexts);
  const pick = usePick();
  const columns: Column<User>[] = [
    {
      key: 'name',
      head: t.name,
      rowHead: true,
      cell: (user) => (
        <Link to="/admin/users/$userId" params={{ userId: user.id }}>
          {user.displayName}
        </Link>
      ),
    },
    { key: 'title', head: t.title, cell: (user) => user.title ?? '' },
    { key: 'userName', head: t.userName, className: 'muted', cell: (user) => user.userName },
    {
      key: 'roles',
      head: t.roles,
      cell: (user) => {
        const held = user.grants.filter((grant) => grant.state !== 'revoked');
        if (held.length === 0) return <span className="muted">{t.noRoles}</span>;
        return held.map((grant) => (
          <span key={grant.id} className="roleline">
            {roles[grant.role]}, {pick(grant.unitName)} {grant.state === 'proposed' && <Tag mood="info">{t.states.proposed}</Tag>}
          </span>
        ));
      },
    },
    { key: 'status', head: t.status, cell: (user) => (user.status === 'closed' ? <Tag mood="warn">{t.closed}</Tag> : t.active) },
  ];
  return <Table caption={t.usersCaption} columns={columns} rows={users} rowKey={(user) => user.id} dense cards />;
}

function NewUserDialog({ onClose, onMade }: { onClose: () => void; onMade: (user: User) => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.addUser}
      initial={{ displayName: '', userName: '', title: '', email: '' }}
      check={({ displayName, userName }) => [
        ...(displayName.trim() ? [] : [{ pointer: '/displayName', message: t.giveName }]),
        ...(userName.trim().length >= LEAST && !/\s/.test(userName.trim()) ? [] : [{ pointer: '/userName', message: t.giveUserName }]),
      ]}
      send={async (values) => {
        const { data } = await createUser({
          body: {
            displayName: values.displayName.trim(),
            userName: values.userName.trim(),
            title: values.title.trim() || undefined,
            email: values.email.trim() || undefined,
          },
        });
        await queryClient.invalidateQueries({ queryKey: ['users'] });
        onMade(data);
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
          <TextField
            at="/userName"
            label={t.userName}
            hint={t.userNameHint}
            maxLength={200}
            autoCapitalize="none"
            value={values.userName}
            onValue={(value) => set('userName', value)}
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
        </>
      )}
    </FormDialog>
  );
}

function MadeDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <Dialog title={t.made} onClose={onClose}>
      <p>{t.madeWhat(user.displayName)}</p>
      <dl className="deflist">
        <dt>{t.userName}</dt>
        <dd>{user.userName}</dd>
        <dt>{t.oneTime}</dt>
        <dd>
          <b className="onetime">{user.oneTimePassword}</b>
        </dd>
      </dl>
      <div className="form__foot">
        <Link to="/admin/users/$userId" params={{ userId: user.id }} className={buttonClass('primary')}>
          {t.toUser}
        </Link>
      </div>
    </Dialog>
  );
}
