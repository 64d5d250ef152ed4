// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { type CaseState, listCases, useMay } from '@/api';
import { listCaseOfficersOptions, listCaseTypesOptions } from '@/api/queries';
import { usePages } from '@/shared/hooks/usePages';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, buttonClass, Chip, Chips, Empty, Icon, Loading, LoadMore, Page, ProblemAlert } from '@/shared/ui';
import { PartySearchDialog } from '../parties/PartySearchDialog';
import { partyTexts } from '../parties/texts';
import { CASE_LISTS } from '../queries';
import { CASE_STATES, type CaseListSearch } from '../states';
import { texts } from '../texts';
import { BulkBar } from '../work/BulkBar';
import { SavedFilters } from '../work/SavedFilters';
import { useChosen } from '../work/useChosen';
import { CaseTable, KeyHints } from './CaseTable';

const LIMIT = 50;
const ACTS = ['assign', 'return_to_unit', 'hand_over', 'set_priority', 'remind', 'close'] as const;
const route = getRouteApi('/frame/cases');

/** All cases one may see, searched and filtered; what one sees is in the address. */
export function CaseListPage() {
  const t = useTexts(texts);
  const partyWords = useTexts(partyTexts);
  const [byParty, setByParty] = useState(false);
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = useChosen();
  const { sort: _sort, ...filter } = search;
  const filters = { ...search, limit: LIMIT };
  const pages = usePages(
    [...CASE_LISTS, 'all', filters],
    async (cursor, signal) => (await listCases({ query: { ...filters, cursor }, signal })).data,
  );
  return (
    <Page
      title={t.allCases}
      purpose={t.allPurpose}
      crumbs={[
        { text: t.home, to: '/' },
        { text: t.myCases, to: '/cases/mine' },
      ]}
      actions={
        <>
          <Button onClick={() => setByParty(true)}>{partyWords.searchParty}</Button>
          <Link to="/cases/register" search={{}} className={buttonClass()}>
            {t.register}
          </Link>
          {may('case:register') && (
            <Link to="/cases/new" className={buttonClass('primary')}>
              <Icon name="plus" />
              {t.registerCase}
            </Link>
          )}
        </>
      }
    >
      {byParty && <PartySearchDialog onClose={() => setByParty(false)} />}
      <SavedFilters search={search} onChoose={(saved) => void navigate({ search: saved })} />
      <Filters />
      {pages.isLoading && <Loading />}
      {pages.error && <ProblemAlert problem={pages.error} onRetry={pages.retry} />}
      {pages.first && pages.items.length === 0 && (
        <Empty
          title={t.noneFound}
          action={
            <Link to="/cases" search={{}} className={buttonClass()}>
              {t.clear}
            </Link>
          }
        >
          {t.noneFoundWhat}
        </Empty>
      )}
      {pages.items.length > 0 && (
        <>
          <CaseTable
            caption={search.sort === 'due' ? t.listCaptionDue : t.listCaption}
            cases={pages.items}
            withOfficer
            {...(may('case:bulk') ? { chosen } : {})}
          />
          <LoadMore shown={pages.items.length} hasMore={pages.hasMore} busy={pages.busy} onMore={pages.more} />
          <BulkBar chosen={chosen} cases={pages.items} filter={filter} acts={ACTS} hasMore={pages.hasMore} />
          <KeyHints picks={may('case:bulk')} />
        </>
      )}
    </Page>
  );
}

function Filters() {
  const t = useTexts(texts);
  const pick = usePick();
  const id = useId();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: types } = useQuery(listCaseTypesOptions());
  const { data: officers } = useQuery(listCaseOfficersOptions());
  const change = (part: Partial<CaseListSearch>) => navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const query = new FormData(event.currentTarget).get('query');
    change({ query: String(query).trim() || undefined });
  };
  const byKey = new Map(types?.items.map((type) => [type.key, pick(type.name)]));
  return (
    <section className="filters" aria-label={t.filters}>
      <form onSubmit={onSubmit} className="filters__search" key={search.query ?? ''}>
        <label className="label" htmlFor={`${id}-query`}>
          {t.search}
        </label>
        <input
          id={`${id}-query`}
          name="query"
          type="search"
          className="input"
          defaultValue={search.query ?? ''}
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
      <div className="filters__row">
        <Choice
          label={t.type}
          value={search.caseType ?? ''}
          empty={t.anyType}
          options={[...byKey]}
          onChoose={(caseType) => change({ caseType: caseType || undefined })}
        />
        <Choice
          label={t.state}
          value={search.state?.[0] ?? ''}
          empty={t.anyState}
          options={CASE_STATES.map((state) => [state, t.states[state]])}
          onChoose={(state) => change({ state: state ? [state as CaseState] : undefined })}
        />
        <Choice
          label={t.officer}
          value={search.officer ?? ''}
          empty={t.anyOfficer}
          options={(officers?.items ?? []).map((officer) => [officer.user.id, officer.user.displayName])}
          onChoose={(officer) => change({ officer: officer || undefined })}
        />
        <Chips label={t.filters}>
          <Chip pressed={search.openOnly === true} onPress={() => change({ openOnly: search.openOnly ? undefined : true })}>
            {t.onlyOpen}
          </Chip>
          <Chip pressed={search.sort === 'due'} onPress={() => change({ sort: search.sort ? undefined : 'due' })}>
            {t.sortDue}
          </Chip>
        </Chips>
      </div>
    </section>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  empty: string;
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
};

function Choice({ label, value, empty, options, onChoose }: ChoiceProps) {
  return (
    <label>
      <span className="vh">{label}</span>
      <select className="select select--sm" value={value} onChange={(event) => onChoose(event.target.value)}>
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
