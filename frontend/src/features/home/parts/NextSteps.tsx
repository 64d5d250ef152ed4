// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { Home, HomeTarget } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Column, Table } from '@/shared/ui';
import { CriterionCode, LevelStep } from '@/shared/ui/levels';
import { texts } from '../texts';

/** Nästa steg i målbilden: the heaviest and earliest targets with the first step towards each. */
export function NextSteps({ home }: { home: Home }) {
  const t = useTexts(texts);
  const { longDate } = useFormats();
  const columns: Column<HomeTarget>[] = [
    {
      key: 'criterion',
      head: t.criterion,
      rowHead: true,
      cell: (target) => (
        <span className="row row--keep">
          <CriterionCode code={target.criterion} />
          <LocalizedText text={target.name} />
        </span>
      ),
    },
    {
      key: 'levels',
      head: t.levels,
      cell: (target) => target.target !== undefined && <LevelStep from={target.level} to={target.target} />,
    },
    {
      key: 'step',
      head: t.firstStep,
      cell: (target) => {
        const words = target.firstStep && <LocalizedText text={target.firstStep.title} />;
        if (target.roadmapItem) {
          return <Link to={`/improvement/items/${target.roadmapItem.id}` as '/'}>{words ?? t.firstStep}</Link>;
        }
        return words ? <Link to={`/improvement?assessment=${target.assessmentId}` as '/'}>{words}</Link> : '–';
      },
    },
    { key: 'owner', head: t.owner, cell: (target) => target.owner.displayName },
    { key: 'due', head: t.due, numeric: true, cell: (target) => longDate(target.dueDate) },
  ];
  return (
    <section className="section" aria-labelledby="next">
      <div className="sechead">
        <h2 id="next">{t.next}</h2>
        {home.targetCount > 0 && (
          <Link to={'/targets' as '/'} className="small">
            {t.allTargets(home.targetCount)}
          </Link>
        )}
      </div>
      {home.nextTargets.length === 0 ? (
        <p className="muted">
          {t.noTargets} <Link to={'/targets' as '/'}>{t.toTargets}</Link>
        </p>
      ) : (
        <Table
          caption={<span className="vh">{t.next}</span>}
          columns={columns}
          rows={home.nextTargets}
          rowKey={(target) => `${target.assessmentId}${target.criterion}`}
          cards
        />
      )}
    </section>
  );
}
