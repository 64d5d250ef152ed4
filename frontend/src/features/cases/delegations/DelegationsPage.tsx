// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { type Delegation, listDelegations, useMay } from '@/api';
import { listCaseOfficersOptions, listCaseTypesOptions, listUnitsOptions } from '@/api/queries';
import { usePages } from '@/shared/hooks/usePages';
import { useFormats, useToday } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, Chip, Chips, type Column, Empty, Loading, LoadMore, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { texts as common } from '../texts';
import { EndDialog } from './EndDialog';
import { DELEGATIONS, useHolder } from './holder';
import { ProposeDialog } from './ProposeDialog';
import { texts } from './texts';
import { WaitingSection } from './WaitingSection';

const LIMIT = 50;
const route = getRouteApi('/frame/cases/delegations');

/** The delegation register: who may decide what today, with its history, what waits for a second person, and making and ending. */
export function DelegationsPage() {
  const t = useTexts(texts);
  const words = useTexts(common);
  const may = useMay();
  const today = useToday();
  const search = route.useSearch();
  const [proposing, setProposing] = useState(false);
  const query = {
    caseTypeId: search.caseType,
    unitId: search.unit,
    holderId: search.person,
    ...(search.history ? {} : { day: today }),
    limit: LIMIT,
  };
  const pages = usePages(
    [...DELEGATIONS, 'register', query],
    async (cursor, signal) => (await listDelegations({ query: { ...query, cursor }, signal })).data,
  );
  return (
    <Page
      title={t.delegations}
      purpose={t.purpose}
      crumbs={[
        { text: words.home, to: '/' },
        { text: words.myCases, to: '/cases/mine' },
      ]}
      actions={
        may('delegation:propose') && (
          <Button look="primary" icon="plus" onClick={() => setProposing(true)}>
            {t.propose}
          </Button>
        )
      }
    >
      <WaitingSection />
      <Filters />
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && <Empty title={t.none}>{t.noneWhat}</Empty>}
      {pages.items.length > 0 && (
        <>
          <Rows rows={pages.items} caption={search.history ? t.captionAll : t.captionToday(today)} today={today} />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
        </>
      )}
      {proposing && <ProposeDialog onClose={() => setProposing(false)} />}
    </Page>
  );
}

function Rows({ rows, caption, today }: { rows: readonly Delegation[]; caption: string; today: string }) {
  const t = useTexts(texts);
  const pick = usePick();
  const holder = useHolder();
  const { number } = useFormats();
  const [ending, setEnding] = useState<Delegation>();
  const all: Column<Delegation>[] = [
    {
      key: 'decision',
      head: t.decision,
      rowHead: true,
      cell: (row) => (
        <>
          {pick(row.decisionTypeName)}
          <span className="small muted delegation__types">{row.caseTypes.map(({ name }) => pick(name)).join(', ')}</span>
        </>
      ),
    },
    { key: 'holder', head: t.holder, cell: holder },
    { key: 'unit', head: t.inUnit, cell: (row) => pick(row.unitName) },
    {
      key: 'limit',
      head: t.limit,
      numeric: true,
      className: 'nowrap',
      cell: (row) => (row.amountLimit ? t.upTo(number(row.amountLimit)) : <span className="muted">{t.noLimit}</span>),
    },
    { key: 'holds', head: t.holds, cell: (row) => <Period row={row} today={today} /> },
    { key: 'basis', head: t.basis, className: 'small', cell: (row) => row.documentRef },
    { key: 'state', head: t.state, cell: (row) => <State row={row} today={today} /> },
    {
      key: 'act',
      head: t.act,
      cell: (row) =>
        row.mayEnd && (
          <Button small onClick={() => setEnding(row)}>
            {t.end}
            <span className="vh">
              {' '}
              {pick(row.decisionTypeName)}, {holder(row)}
            </span>
          </Button>
        ),
    },
  ];
  const columns = all.filter(({ key }) => key !== 'act' || rows.some(({ mayEnd }) => mayEnd));
  return (
    <>
      <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} dense cards className="delegations" />
      {ending && <EndDialog delegation={ending} onClose={() => setEnding(undefined)} />}
    </>
  );
}

function Period({ row, today }: { row: Delegation; today: string }) {
  const t = useTexts(texts);
  const period = <span className="nowrap">{row.validTo ? t.period(row.validFrom, row.validTo) : t.from(row.validFrom)}</span>;
  if (!row.endedOn) return period;
  return (
    <>
      {period}
      <br />
      <b>{row.endedOn > today ? t.endsAhead(row.endedOn) : t.endsOn(row.endedOn)}</b>
    </>
  );
}

function State({ row, today }: { row: Delegation; today: string }) {
  const t = useTexts(texts);
  if (row.holds) return <Tag mood="ok">{t.states.active}</Tag>;
  if (row.state !== 'active') return <Tag mood={row.state === 'proposed' ? 'info' : undefined}>{t.states[row.state]}</Tag>;
  return <Tag>{row.validFrom > today ? t.toCome : t.over}</Tag>;
}

function Filters() {
  const t = useTexts(texts);
  const pick = usePick();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: types } = useQuery(listCaseTypesOptions());
  const { data: units } = useQuery(listUnitsOptions());
  const { data: people } = useQuery(listCaseOfficersOptions());
  const change = (part: Partial<typeof search>) => void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const byId = new Map(types?.items.map((type) => [type.id, pick(type.name)]));
  return (
    <section className="filters" aria-label={t.filters}>
      <div className="filters__row">
        <Choice
          label={t.type}
          empty={t.anyType}
          value={search.caseType}
          options={[...byId]}
          onChoose={(caseType) => change({ caseType })}
        />
        <Choice
          label={t.unit}
          empty={t.anyUnit}
          value={search.unit}
          options={(units?.items ?? []).map((unit) => [unit.id, pick(unit.name)])}
          onChoose={(unit) => change({ unit })}
        />
        <Choice
          label={t.person}
          empty={t.anyPerson}
          value={search.person}
          options={(people?.items ?? []).map(({ user }) => [user.id, user.displayName])}
          onChoose={(person) => change({ person })}
        />
        <Chips label={t.filters}>
          <Chip pressed={!search.history} onPress={() => change({ history: undefined })}>
            {t.today}
          </Chip>
          <Chip pressed={search.history === true} onPress={() => change({ history: true })}>
            {t.history}
          </Chip>
        </Chips>
      </div>
    </section>
  );
}

type ChoiceProps = {
  label: string;
  empty: string;
  value: string | undefined;
  options: readonly (readonly [string, string])[];
  onChoose: (value: string | undefined) => void;
};

function Choice({ label, empty, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      <span className="vh">{label}</span>
      <select className="select select--sm" value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
        <option value="">{empty}</option>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
