// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { listUnitLoads, setCompetences, type UnitLoad } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button, type Column, Loading, notify, ProblemAlert, Source, Table, Tag } from '@/shared/ui';
import { CASE_LISTS } from '../queries';
import { texts } from './texts';

/** For the manager: what each officer has to do, with a way to the cases behind each figure. */
export function UnitLoads() {
  const t = useTexts(texts);
  const [changing, setChanging] = useState<UnitLoad>();
  const { data, error, isPending } = useQuery({
    queryKey: [...CASE_LISTS, 'loads'],
    queryFn: async ({ signal }) => (await listUnitLoads({ signal })).data,
  });
  const columns: Column<UnitLoad>[] = [
    {
      key: 'person',
      head: t.person,
      rowHead: true,
      cell: ({ user, absentUntil }) => (
        <>
          <Link to="/cases" search={{ officer: user.id, openOnly: true, sort: 'due' }}>
            {user.displayName}
          </Link>{' '}
          {absentUntil && <Tag mood="warn">{t.awayUntil(absentUntil)}</Tag>}
        </>
      ),
    },
    {
      key: 'competences',
      head: t.competences,
      cell: (row) => row.competences.join(', ') || <span className="muted">{t.noCompetences}</span>,
    },
    { key: 'open', head: t.openCases, numeric: true, cell: (row) => row.openCases },
    { key: 'late', head: t.overdue, numeric: true, cell: (row) => (row.overdue > 0 ? <b className="is-alarm">{row.overdue}</b> : 0) },
    { key: 'load', head: t.load, numeric: true, cell: (row) => row.load },
    {
      key: 'change',
      head: t.act,
      cell: (row) => (
        <Button small look="quiet" aria-label={t.changeCompetencesOf(row.user.displayName)} onClick={() => setChanging(row)}>
          {t.changeCompetences}
        </Button>
      ),
    },
  ];
  return (
    <section className="loads">
      <h2>
        {t.loads} <Source note={{ title: t.loadTitle, definition: t.loadDefinition, formula: t.loadFormula, source: t.source }} />
      </h2>
      {isPending && <Loading />}
      {error && <ProblemAlert problem={error} />}
      {data && <Table caption={t.loadsCaption} columns={columns} rows={data.items} rowKey={(row) => row.user.id} dense cards />}
      {changing && <CompetencesDialog row={changing} onClose={() => setChanging(undefined)} />}
    </section>
  );
}

function CompetencesDialog({ row, onClose }: { row: UnitLoad; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={t.changeCompetencesOf(row.user.displayName)}
      initial={{ lines: row.competences.join('\n') }}
      send={async ({ lines }) => {
        const items = [
          ...new Set(
            lines
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          ),
        ];
        await setCompetences({ path: { userId: row.user.id }, body: { items } });
        await queryClient.invalidateQueries({ queryKey: CASE_LISTS });
        notify(t.competencesSet);
      }}
      submit={t.changeCompetences}
      onClose={onClose}
    >
      {({ values, set }) => (
        <TextArea
          at="/items"
          label={t.competences}
          hint={t.competencesHint}
          optional
          rows={5}
          value={values.lines}
          onValue={(value) => set('lines', value)}
        />
      )}
    </FormDialog>
  );
}
