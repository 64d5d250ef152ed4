// SPDX-License-Identifier: EUPL-1.2
import { type TargetRow, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Table } from '@/shared/ui';
import { CriterionCode, Level, LevelStep } from '@/shared/ui/levels';
import { texts } from '../texts';
import { ChangeButton } from './TargetArticle';

/** The column that names the criterion of a row. */
export const nameColumn = (head: string): Column<TargetRow> => ({
  key: 'criterion',
  head,
  rowHead: true,
  cell: (row) => (
    <span className="row row--keep">
      <CriterionCode code={row.criterion} />
      <LocalizedText text={row.name} />
    </span>
  ),
});

/** Targets beyond those that matter most. */
export function OtherTargets({ rows, onChange }: { rows: readonly TargetRow[]; onChange: (row: TargetRow) => void }) {
  const t = useTexts(texts);
  const may = useMay();
  const { date } = useFormats();
  if (rows.length === 0) return null;
  const columns: Column<TargetRow>[] = [
    nameColumn(t.criterion),
    {
      key: 'levels',
      head: t.todayAndTarget,
      cell: ({ level, target }) => target?.accepted && <LevelStep from={level} to={target.accepted.level} />,
    },
    { key: 'owner', head: t.owner, cell: ({ target }) => target?.accepted?.owner.displayName },
    { key: 'due', head: t.done, numeric: true, cell: ({ target }) => target?.accepted && date(target.accepted.dueDate) },
  ];
  if (may('target:propose')) {
    columns.push({
      key: 'change',
      head: t.change,
      cell: (row) => (
        <ChangeButton row={row} onChange={onChange}>
          {t.change}
        </ChangeButton>
      ),
    });
  }
  return (
    <section className="section" aria-labelledby="others">
      <div className="sechead">
        <h2 id="others">{t.others}</h2>
      </div>
      <Table caption={<span className="vh">{t.others}</span>} columns={columns} rows={rows} rowKey={(row) => row.criterion} cards />
    </section>
  );
}

/** Criteria nobody has chosen a target for, with a suggestion where the level is decided. */
export function WithoutTarget({ rows, onChoose }: { rows: readonly TargetRow[]; onChoose: (row: TargetRow) => void }) {
  const t = useTexts(texts);
  const may = useMay();
  if (rows.length === 0) return null;
  const columns: Column<TargetRow>[] = [
    nameColumn(t.criterion),
    {
      key: 'levels',
      head: t.todayAndSuggestion,
      cell: (row) => {
        if (row.levelState === 'not_applicable') return t.notApplicable;
        if (row.level === undefined) return <span className="muted">{t.undecided}</span>;
        return row.suggestedLevel !== undefined && row.suggestedLevel > row.level ? (
          <LevelStep from={row.level} to={row.suggestedLevel} />
        ) : (
          <Level level={row.level} />
        );
      },
    },
  ];
  if (may('target:propose')) {
    columns.push({
      key: 'choose',
      head: t.choose,
      cell: (row) =>
        row.levelState !== 'not_applicable' && (
          <ChangeButton row={row} onChange={onChoose}>
            {t.choose}
          </ChangeButton>
        ),
    });
  }
  return (
    <section className="section noprint" aria-labelledby="not-chosen">
      <div className="sechead">
        <h2 id="not-chosen">{t.notChosen}</h2>
        <p>{t.notChosenWhat}</p>
      </div>
      <Table caption={<span className="vh">{t.notChosen}</span>} columns={columns} rows={rows} rowKey={(row) => row.criterion} cards />
    </section>
  );
}
