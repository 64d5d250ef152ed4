// SPDX-License-Identifier: EUPL-1.2
import type { ReportContent, ReportCriterion } from '@/api';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Level } from '@/shared/ui/levels';
import { texts } from '../texts';
import { OwnWords } from './OwnWords';
import { SourceRefs } from './Sources';

/** Levels in rows by perspective, structure and culture apart; never averaged. */
export function WhereWeStand({ content, words }: { content: ReportContent; words: string | undefined }) {
  const t = useTexts(texts);
  return (
    <section aria-labelledby="stand">
      <h2 id="stand">{t.whereWeStand}</h2>
      <OwnWords text={words} />
      <Aspect content={content} aspect="structure" title={t.structure} />
      <Aspect content={content} aspect="culture" title={t.culture} />
      <p className="small muted">
        {t.scale} {t.levelsNote(content.assessment.decidedCount, content.assessment.criteriaCount)}
      </p>
    </section>
  );
}

function Aspect({ content, aspect, title }: { content: ReportContent; aspect: string; title: string }) {
  const rows = content.perspectives
    .map((perspective) => ({ ...perspective, criteria: perspective.criteria.filter((criterion) => criterion.aspect === aspect) }))
    .filter((perspective) => perspective.criteria.length > 0);
  if (rows.length === 0) return null;
  return (
    <table className="table table--dense levelrows">
      <caption>{title}</caption>
      <tbody>
        {rows.map((perspective) => (
          <tr key={perspective.perspective}>
            <th scope="row">
              <LocalizedText text={perspective.name} />
            </th>
            <td>
              <ul className="plain levelrow">
                {perspective.criteria.map((criterion) => (
                  <Criterion key={criterion.criterion} criterion={criterion} />
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Criterion({ criterion }: { criterion: ReportCriterion }) {
  const pick = usePick();
  return (
    <li title={pick(criterion.name)}>
      <span className="muted levelrow__code" aria-hidden="true">
        {criterion.criterion}
      </span>
      <span className="vh">{pick(criterion.name)}: </span>
      <Level level={criterion.level} />
      <SourceRefs ids={criterion.sourceIds} />
    </li>
  );
}
