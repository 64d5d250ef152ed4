// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type AccessLogLine, listAccessLog, listMyAccessLog, listUsers } from '@/api';
import { DateField, Form, isDay, SelectField, TextField, useForm } from '@/shared/form';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { roleTexts } from '@/shared/roles';
import { Button, type Column, Empty, Loading, LoadMore, ProblemAlert, Table, Tag } from '@/shared/ui';
import { texts as common } from '../texts';
import { texts } from './texts';

const route = getRouteApi('/frame/cases/closed');
const LIMIT = 50;
const MANY = 200;
const NUMBER = /^\s*(\d+-)?\d+[-/]\d{4}\s*$/;

/** The access log: everybody's for auditors, one's own for oneself. */
export function LogView({ mine = false }: { mine?: boolean }) {
  const t = useTexts(texts);
  const words = useTexts(common);
  const roles = useTexts(roleTexts) as Record<string, string>;
  const { moment } = useFormats();
  const { number, reader, from, to } = route.useSearch();
  const period = { from, to, limit: LIMIT };
  const pages = usePages(['access-log', mine, number, reader, from, to], async (cursor, signal) =>
    mine
      ? (await listMyAccessLog({ query: { ...period, cursor }, signal })).data
      : (await listAccessLog({ query: { ...period, number, reader, cursor }, signal })).data,
  );
  const all: Column<AccessLogLine>[] = [
    { key: 'when', head: t.when, rowHead: true, className: 'nowrap', cell: (row) => moment(row.at) },
    {
      key: 'who',
      head: t.who,
      cell: (row) => (
        <>
          {row.reader.displayName}
          {row.role && (
            <>
              <br />
              <span className="small muted">{roles[row.role] ?? row.role}</span>
            </>
          )}
        </>
      ),
    },
    {
      key: 'what',
      head: t.kind,
      cell: (row) => (
        <>
          {row.kind === 'case_read' || row.kind === 'record_read' || row.kind === 'file_downloaded' ? (
            t.kinds[row.kind]
          ) : (
            <Tag mood="warn">{t.kinds[row.kind]}</Tag>
          )}
          {row.reason && (
            <>
              <br />
              <span className="small">{row.reason}</span>
            </>
          )}
        </>
      ),
    },
    { key: 'case', head: t.case, className: 'nowrap', cell: (row) => row.number ?? '–' },
    { key: 'level', head: t.level, cell: (row) => (row.caseId ? words.secrecy[row.secrecyLevel] : '–') },
  ];
  const columns = all.filter((column) => !mine || column.key !== 'who');
  return (
    <div className="closed">
      <Filters mine={mine} />
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <Empty title={mine ? t.noMine : t.noLines}>{mine ? t.noMineWhat : t.noLinesWhat}</Empty>}
      {pages.items.length > 0 && (
        <>
          <Table caption={mine ? t.mineCaption : t.logCaption} columns={columns} rows={pages.items} rowKey={(row) => row.id} dense cards />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
        </>
      )}
    </div>
  );
}

function Filters({ mine }: { mine: boolean }) {
  const t = useTexts(texts);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: users } = useQuery({
    queryKey: ['users', 'to-choose'],
    queryFn: async ({ signal }) => (await listUsers({ query: { limit: MANY }, signal })).data,
    enabled: !mine,
  });
  const form = useForm({
    initial: { number: search.number ?? '', reader: search.reader ?? '', from: search.from ?? '', to: search.to ?? '' },
    check: ({ number, from, to }) => [
      ...(number.trim() === '' || NUMBER.test(number) ? [] : [{ pointer: '/number', message: t.giveWholeNumber }]),
      ...(from === '' || isDay(from) ? [] : [{ pointer: '/from', message: t.giveDay }]),
      ...(to === '' || isDay(to) ? [] : [{ pointer: '/to', message: t.giveDay }]),
    ],
    send: async ({ number, reader, from, to }) => {
      await navigate({
        search: (old) => ({
          view: old.view,
          number: number.trim() || undefined,
          reader: reader || undefined,
          from: from || undefined,
          to: to || undefined,
        }),
        replace: true,
      });
    },
  });
  const { values, set } = form;
  return (
    <Form form={form} label={t.filter}>
      <div className="closed__filters">
        {!mine && (
          <>
            <TextField
              at="/number"
              label={t.number}
              maxLength={40}
              autoComplete="off"
              value={values.number}
              onValue={(value) => set('number', value)}
            />
            <SelectField
              at="/reader"
              label={t.person}
              empty={t.anyone}
              options={(users?.items ?? []).map((user) => ({ value: user.id, text: user.displayName }))}
              value={values.reader}
              onValue={(value) => set('reader', value)}
            />
          </>
        )}
        <DateField at="/from" label={t.from} lean="behind" value={values.from} onValue={(value) => set('from', value)} />
        <DateField at="/to" label={t.to} lean="behind" value={values.to} onValue={(value) => set('to', value)} />
        <Button type="submit">{t.filter}</Button>
      </div>
    </Form>
  );
}
