// SPDX-License-Identifier: EUPL-1.2
import { type TargetPicture, type TargetRow, useMay } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Table } from '@/shared/ui';
import { LevelStep } from '@/shared/ui/levels';
import { texts } from '../texts';
import { FromWorkshop } from './FromWorkshop';
import { ChangeButton } from './TargetArticle';
import { nameColumn } from './TargetTables';

/** What workshops agreed on without saying who answers for it and by when: it waits for both, and counts for nothing. */
export function AgreedTargets({ picture, onChange }: { picture: TargetPicture; onChange: (row: TargetRow) => void }) {
  const t = useTexts(texts);
  const may = useMay();
  const { date } = useFormats();
  const rows = picture.criteria.filter((row) => row.agreed);
  if (rows.length === 0) return null;
  const columns: Column<TargetRow>[] = [
    nameColumn(t.criterion),
    { key: 'levels', head: t.todayAndTarget, cell: ({ level, agreed }) => agreed && <LevelStep from={level} to={agreed.level} /> },
    {
      key: 'reason',
      head: t.reason,
      cell: ({ agreed }) => (
        <span>
          {agreed?.reason}
          <br />
          <FromWorkshop origin={agreed?.workshop} />
        </span>
      ),
    },
    { key: 'owner', head: t.owner, cell: ({ agreed }) => agreed?.owner?.displayName ?? <span className="muted">{t.lacking.owner}</span> },
    {
      key: 'due',
      head: t.done,
      cell: ({ agreed }) => (agreed?.dueDate ? date(agreed.dueDate) : <span className="muted">{t.lacking.due}</span>),
    },
  ];
  if (may('target:propose')) {
    columns.push({
      key: 'make',
      head: t.change,
      cell: (row) => (
        <ChangeButton row={row} onChange={onChange}>
          {t.makeProposal}
        </ChangeButton>
      ),
    });
  }
  return (
    <section className="section noprint" aria-labelledby="agreed">
      <div className="sechead">
        <h2 id="agreed">{t.agreed}</h2>
        <p>{t.agreedWhat}</p>
      </div>
      <Table caption={<span className="vh">{t.agreed}</span>} columns={columns} rows={rows} rowKey={(row) => row.criterion} cards />
    </section>
  );
}
