// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createSubstitution, endSubstitution, listSubstitutions, type Substitution, useMay } from '@/api';
import { listCaseOfficersOptions } from '@/api/queries';
import { DateField, FormDialog, isDay, RadioField, SelectField } from '@/shared/form';
import { useToday } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Empty, Loading, notify, Page, ProblemAlert, Table, Tag } from '@/shared/ui';
import { CASE_LISTS } from '../queries';
import { texts as common } from '../texts';
import { texts } from './texts';

const KEY = ['substitutions'] as const;

/** Who stands in for whom, and arranging it. */
export function SubstitutionsPage() {
  const t = useTexts(texts);
  const words = useTexts(common);
  const [creating, setCreating] = useState(false);
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await listSubstitutions({ signal })).data,
  });
  const end = useMutation({
    mutationFn: (substitutionId: string) => endSubstitution({ path: { substitutionId } }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: KEY });
      await queryClient.invalidateQueries({ queryKey: CASE_LISTS });
      notify(t.endedNow);
    },
  });
  const columns: Column<Substitution>[] = [
    { key: 'principal', head: t.principal, rowHead: true, cell: (row) => row.principal.displayName },
    { key: 'substitute', head: t.substitute, cell: (row) => row.substitute.displayName },
    { key: 'period', head: t.period, className: 'nowrap', cell: (row) => `${row.validFrom} – ${row.validTo}` },
    {
      key: 'scope',
      head: t.scope,
      cell: (row) => (row.forCases && row.forDecisions ? t.forBoth : row.forCases ? t.forCases : t.forDecisions),
    },
    {
      key: 'state',
      head: t.state,
      cell: (row) => <Tag mood={row.holds ? 'ok' : undefined}>{row.holds ? t.holds : row.endedOn ? t.ended : t.toCome}</Tag>,
    },
    {
      key: 'end',
      head: t.act,
      cell: (row) => (
        <Button small aria-label={t.endOf(row.principal.displayName)} onClick={() => end.mutate(row.id)}>
          {t.end}
        </Button>
      ),
    },
  ];
  return (
    <Page
      title={t.substitutions}
      purpose={t.substitutionsPurpose}
      crumbs={[
        { text: words.home, to: '/' },
        { text: words.myCases, to: '/cases/mine' },
      ]}
      actions={
        <Button look="primary" icon="plus" onClick={() => setCreating(true)}>
          {t.newSubstitution}
        </Button>
      }
    >
      {isPending && <Loading />}
      {error && <ProblemAlert problem={error} onRetry={() => void refetch()} />}
      {end.error && <ProblemAlert problem={end.error} />}
      {data && data.items.length === 0 && <Empty title={t.noSubstitutions}>{t.noSubstitutionsWhat}</Empty>}
      {data && data.items.length > 0 && (
        <Table caption={t.substitutions} columns={columns} rows={data.items} rowKey={(row) => row.id} cards />
      )}
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function CreateDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts);
  const may = useMay();
  const today = useToday();
  const queryClient = useQueryClient();
  const { data: officers } = useQuery(listCaseOfficersOptions());
  const people = (officers?.items ?? []).map(({ user }) => ({ value: user.id, text: user.displayName }));
  return (
    <FormDialog
      title={t.newSubstitution}
      initial={{ principalId: '', substituteId: '', validFrom: today, validTo: '', scope: 'both' }}
      check={({ substituteId, validFrom, validTo }) => [
        ...(substituteId ? [] : [{ pointer: '/substituteId', message: t.giveSubstitute }]),
        ...(isDay(validFrom) && isDay(validTo) ? [] : [{ pointer: '/validTo', message: t.giveDays }]),
      ]}
      send={async ({ principalId, substituteId, validFrom, validTo, scope }) => {
        await createSubstitution({
          body: {
            ...(principalId ? { principalId } : {}),
            substituteId,
            validFrom,
            validTo,
            forCases: scope !== 'decisions',
            forDecisions: scope !== 'cases',
          },
        });
        await queryClient.invalidateQueries({ queryKey: KEY });
        notify(t.created);
      }}
      onClose={onClose}
    >
      {({ values, set }) => (
        <>
          {may('competence:set') && (
            <SelectField
              at="/principalId"
              label={t.principal}
              empty={t.myself}
              options={people}
              value={values.principalId}
              onValue={(value) => set('principalId', value)}
            />
          )}
          <SelectField
            at="/substituteId"
            label={t.substitute}
            empty={t.choose}
            options={people}
            value={values.substituteId}
            onValue={(value) => set('substituteId', value)}
          />
          <div className="pair">
            <DateField at="/validFrom" label={t.from} value={values.validFrom} onValue={(value) => set('validFrom', value)} />
            <DateField at="/validTo" label={t.to} value={values.validTo} onValue={(value) => set('validTo', value)} />
          </div>
          <RadioField
            at="/forCases"
            label={t.scope}
            options={[
              { value: 'both', text: t.forBoth },
              { value: 'cases', text: t.forCases },
              { value: 'decisions', text: t.forDecisions },
            ]}
            value={values.scope}
            onValue={(value) => set('scope', value)}
          />
        </>
      )}
    </FormDialog>
  );
}
