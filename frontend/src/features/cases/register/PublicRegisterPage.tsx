// SPDX-License-Identifier: EUPL-1.2
import { getRouteApi, Link } from '@tanstack/react-router';
import { listRegisterEntries, type RegisterEntry } from '@/api';
import { DateField, Form, isDay, useForm } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Empty, Loading, LoadMore, Mark, ProblemAlert, Table, Tag, useTitle } from '@/shared/ui';
import { texts } from '../texts';
import { texts as words } from './texts';

const LIMIT = 50;
const route = getRouteApi('/register');

/** The register as the public may see it; nobody has to sign in. */
export function PublicRegisterPage() {
  const t = useTexts(texts);
  const { language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  const search = route.useSearch();
  const own = useTexts(words);
  useTitle(t.publicRegister);
  const query = { from: search.from, to: search.to, limit: LIMIT };
  const pages = usePages(
    ['register', query],
    async (cursor, signal) => (await listRegisterEntries({ query: { ...query, cursor }, signal })).data,
  );
  const hidden = <span className="muted">{t.masked}</span>;
  const columns: Column<RegisterEntry>[] = [
    {
      key: 'number',
      head: t.number,
      rowHead: true,
      className: 'nowrap',
      cell: (row) =>
        row.voided ? (
          <>
            {row.number} <Tag mood="warn">{own.voided}</Tag>
          </>
        ) : (
          row.number
        ),
    },
    { key: 'subject', head: t.subject, className: 'c-subj', cell: (row) => row.subject ?? hidden },
    { key: 'sender', head: t.sender, className: 'c-state', cell: (row) => row.correspondent ?? hidden },
    { key: 'arrived', head: t.arrived, numeric: true, className: 'c-type', cell: (row) => row.arrivalDate },
    { key: 'registered', head: t.registered, numeric: true, className: 'c-date', cell: (row) => row.registeredDate },
  ];
  return (
    <div className="openpage">
      <header className="openpage__top">
        <p className="brand">
          <Mark />
          Målbild
        </p>
        <span className="row">
          <button type="button" className="iconbtn" lang={other} onClick={() => setLanguage(other)}>
            {language === 'sv' ? 'English' : 'Svenska'}
          </button>
          <Link to="/login">{t.signIn}</Link>
        </span>
      </header>
      <main id="main">
        <div className="pagehead">
          <div>
            <h1 tabIndex={-1}>{t.publicRegister}</h1>
            <p>{t.publicPurpose}</p>
          </div>
        </div>
        <Period />
        {pages.isLoading && <Loading />}
        {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
        {pages.first && pages.items.length === 0 && <Empty title={t.noEntries}>{t.noEntriesWhat}</Empty>}
        {pages.items.length > 0 && (
          <>
            <Table
              caption={t.publicRegister}
              columns={columns}
              rows={pages.items}
              rowKey={(row) => row.number}
              dense
              fits
              className="caselist"
            />
            <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
          </>
        )}
      </main>
    </div>
  );
}

function Period() {
  const t = useTexts(texts);
  const w = useTexts(words);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const form = useForm({
    initial: { from: search.from ?? '', to: search.to ?? '' },
    check: ({ from, to }) => [
      ...(from && !isDay(from) ? [{ pointer: '/from', message: w.notADay }] : []),
      ...(to && !isDay(to) ? [{ pointer: '/to', message: w.notADay }] : []),
      ...(isDay(from) && isDay(to) && from > to ? [{ pointer: '/from', message: t.fromAfterTo }] : []),
    ],
    send: ({ from, to }) => navigate({ search: { from: from || undefined, to: to || undefined } }),
  });
  return (
    <Form form={form} label={t.filters} className="filters">
      <div className="pair">
        <DateField at="/from" label={t.from} optional lean="behind" value={form.values.from} onValue={(value) => form.set('from', value)} />
        <DateField at="/to" label={t.to} optional lean="behind" value={form.values.to} onValue={(value) => form.set('to', value)} />
      </div>
      <div>
        <Button type="submit">{t.show}</Button>
      </div>
    </Form>
  );
}
