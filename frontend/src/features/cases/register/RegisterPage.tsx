// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { ifMatch, listRegisterRows, proposeVoiding, type RegisterRow, searchRegisterRows, useMay } from '@/api';
import { DateField, Form, FormDialog, isDay, TextField, useForm } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useTexts } from '@/shared/i18n/texts';
import {
  Button,
  buttonClass,
  Chip,
  Chips,
  type Column,
  Empty,
  Loading,
  LoadMore,
  notify,
  Page,
  ProblemAlert,
  Table,
  Tag,
} from '@/shared/ui';
import { CASE_LISTS } from '../queries';
import { OpenWithReason } from '../secrecy/WayIn';
import { texts as common } from '../texts';
import { SeriesSection } from './SeriesSection';
import { texts } from './texts';
import { VOIDINGS, VoidingsSection } from './VoidingsSection';

const LIMIT = 50;
const LEAST = 10;
const route = getRouteApi('/frame/cases/register');

/** The statutory register, as staff see it; what waits to be voided and how the numbers stand below it. */
export function RegisterPage() {
  const t = useTexts(texts);
  const words = useTexts(common);
  const may = useMay();
  const search = route.useSearch();
  const [voiding, setVoiding] = useState<RegisterRow>();
  // Whom one looks for stands in no address: not in the page's own, nor in the service's.
  const [sender, setSender] = useState('');
  const query = { from: search.from, to: search.to, query: search.query, voidedOnly: search.voided, limit: LIMIT };
  const pages = usePages([...CASE_LISTS, 'register', query, sender], async (cursor, signal) => {
    if (!sender) return (await listRegisterRows({ query: { ...query, cursor }, signal })).data;
    const { query: _, ...days } = query;
    return (await searchRegisterRows({ body: { ...days, sender, cursor }, signal })).data;
  });
  return (
    <Page
      title={t.register}
      purpose={t.purpose}
      crumbs={[
        { text: words.home, to: '/' },
        { text: words.myCases, to: '/cases/mine' },
      ]}
      actions={
        <>
          <OpenWithReason />
          <Link to="/register" search={{}} className={buttonClass()}>
            {t.publicOne}
          </Link>
        </>
      }
    >
      <Filters sender={sender} onSender={setSender} />
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <Empty title={t.none}>{t.noneWhat}</Empty>}
      {pages.items.length > 0 && (
        <>
          <Rows caption={sender ? t.captionBySender : t.caption} rows={pages.items} onVoid={setVoiding} />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
        </>
      )}
      {may('case:void') && <VoidingsSection />}
      {may('number-series:read') && <SeriesSection />}
      {voiding && <VoidDialog row={voiding} onClose={() => setVoiding(undefined)} />}
    </Page>
  );
}

type RowsProps = { caption: string; rows: readonly RegisterRow[]; onVoid: (row: RegisterRow) => void };

function Rows({ caption, rows, onVoid }: RowsProps) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const hidden = <span className="muted">{t.withheld}</span>;
  const all: Column<RegisterRow>[] = [
    {
      key: 'number',
      head: t.number,
      rowHead: true,
      className: 'nowrap',
      cell: (row) =>
        row.caseId ? (
          <Link to="/cases/$caseId" params={{ caseId: row.caseId }} search={{}}>
            {row.number}
          </Link>
        ) : (
          row.number
        ),
    },
    { key: 'about', head: t.about, className: 'c-subj', cell: (row) => row.subject ?? hidden },
    { key: 'sender', head: t.correspondent, className: 'c-now', cell: (row) => (row.withheld ? hidden : (row.correspondent ?? '–')) },
    {
      key: 'state',
      head: t.state,
      className: 'c-state',
      cell: (row) => (row.voided ? <Tag mood="warn">{t.voided}</Tag> : row.state ? <Tag>{words.states[row.state]}</Tag> : '–'),
    },
    { key: 'arrived', head: t.arrived, numeric: true, className: 'c-type', cell: (row) => row.arrivalDate },
    { key: 'registered', head: t.registered, numeric: true, className: 'c-date', cell: (row) => row.registeredDate },
    {
      key: 'act',
      head: '',
      numeric: true,
      className: 'c-act',
      cell: (row) =>
        row.mayVoid && (
          <button type="button" className="linkbtn" onClick={() => onVoid(row)}>
            {t.void}
            <span className="vh"> {row.number}</span>
          </button>
        ),
    },
  ];
  const columns = all.filter((column) => column.key !== 'act' || rows.some((row) => row.mayVoid));
  return (
    <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.number} dense fits className="caselist registertable" />
  );
}

function Filters({ sender, onSender }: { sender: string; onSender: (sender: string) => void }) {
  const t = useTexts(texts);
  const id = useId();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [by, setBy] = useState<'words' | 'sender'>(sender ? 'sender' : 'words');
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get('query')).trim();
    const query = by === 'words' ? asked : '';
    onSender(by === 'sender' ? asked : '');
    void navigate({ search: (old) => ({ ...old, query: query || undefined }), replace: true });
  };
  const days = useForm({
    initial: { from: search.from ?? '', to: search.to ?? '' },
    check: (values) =>
      (['from', 'to'] as const)
        .filter((each) => values[each] !== '' && !isDay(values[each]))
        .map((each) => ({ pointer: `/${each}`, message: t.notADay })),
    send: async (values) => {
      await navigate({ search: (old) => ({ ...old, from: values.from || undefined, to: values.to || undefined }), replace: true });
    },
  });
  return (
    <section className="filters" aria-label={t.filters}>
      <form onSubmit={onSubmit} className="filters__search" key={search.query ?? sender}>
        <Chips label={t.searchBy}>
          {(['words', 'sender'] as const).map((each) => (
            <Chip key={each} pressed={by === each} onPress={() => setBy(each)}>
              {t.by[each]}
            </Chip>
          ))}
        </Chips>
        <label className="label" htmlFor={`${id}-query`}>
          {by === 'sender' ? t.searchSender : t.search}
        </label>
        <input
          id={`${id}-query`}
          name="query"
          type="search"
          className="input"
          defaultValue={search.query ?? sender}
          maxLength={100}
          aria-describedby={`${id}-hint`}
        />
        <Button type="submit" icon="search">
          {t.search}
        </Button>
        <span className="hint" id={`${id}-hint`}>
          {by === 'sender' ? t.senderHint : t.searchHint}
        </span>
      </form>
      <Form form={days} label={t.filters} className="registerdays">
        <div className="pair field">
          <DateField
            at="/from"
            label={t.from}
            optional
            lean="behind"
            value={days.values.from}
            onValue={(value) => days.set('from', value)}
          />
          <DateField at="/to" label={t.to} optional lean="behind" value={days.values.to} onValue={(value) => days.set('to', value)} />
        </div>
        <p className="row">
          <Button type="submit" small>
            {t.show}
          </Button>
          <Chips label={t.filters}>
            <Chip
              pressed={search.voided === true}
              onPress={() => void navigate({ search: (old) => ({ ...old, voided: old.voided ? undefined : true }), replace: true })}
            >
              {t.onlyVoided}
            </Chip>
          </Chips>
        </p>
      </Form>
    </section>
  );
}

function VoidDialog({ row, onClose }: { row: RegisterRow; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.voidTitle(row.number)}
      submit={t.void}
      look="danger"
      initial={{ reason: '' }}
      check={(values) => (values.reason.trim().length < LEAST ? [{ pointer: '/reason', message: t.giveVoidReason }] : [])}
      send={async (values) => {
        await proposeVoiding({
          path: { caseId: row.caseId ?? '' },
          headers: ifMatch(row.caseVersion ?? 0),
          body: { reason: values.reason.trim() },
        });
        await queryClient.invalidateQueries({ queryKey: VOIDINGS });
        notify(t.proposed(row.number));
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="measure">{t.voidWhat}</p>
          <TextField
            at="/reason"
            label={t.voidReason}
            maxLength={1000}
            value={form.values.reason}
            onValue={(value) => form.set('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}
