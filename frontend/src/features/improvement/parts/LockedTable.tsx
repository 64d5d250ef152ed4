// SPDX-License-Identifier: EUPL-1.2
import type { RankedRecommendation } from '@/api';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Table } from '@/shared/ui';
import { CriterionCode } from '@/shared/ui/levels';
import { texts } from '../texts';

/** Recommendations that wait for something else, and for what. */
export function LockedTable({ items }: { items: readonly RankedRecommendation[] }) {
  const t = useTexts(texts);
  const pick = usePick();
  if (items.length === 0) return null;
  const columns: Column<RankedRecommendation>[] = [
    { key: 'title', head: t.recommendation, rowHead: true, cell: (item) => <LocalizedText text={item.recommendation.title} /> },
    {
      key: 'lifts',
      head: t.lifts,
      cell: (item) => (
        <span className="row">
          {item.lifts
            .filter((lift) => lift.value > 0)
            .map((lift) => (
              <CriterionCode key={lift.criterion} code={lift.criterion} />
            ))}
        </span>
      ),
    },
    {
      key: 'missing',
      head: t.waitsFor,
      cell: (item) =>
        item.missing
          .map((each) => (each.kind === 'level' ? t.needLevel(each.criterion ?? '', each.needed ?? 1) : pick(each.title)))
          .join('; '),
    },
  ];
  return (
    <section className="section" aria-labelledby="locked">
      <div className="sechead">
        <h2 id="locked">{t.waitingElse}</h2>
      </div>
      <Table
        caption={<span className="vh">{t.waitingElse}</span>}
        columns={columns}
        rows={items}
        rowKey={(item) => item.recommendation.code}
        cards
      />
    </section>
  );
}
