// SPDX-License-Identifier: EUPL-1.2
import type { TargetPicture } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Empty } from '@/shared/ui';
import { byWeight } from '../TargetsPage';
import { texts } from '../texts';

/** The target picture as every employee reads it: sentences, no codes and no figures to decode. */
export function TargetsToRead({ picture }: { picture: TargetPicture }) {
  const t = useTexts(texts);
  const pick = usePick();
  const { longDate } = useFormats();
  const rows = byWeight(picture.criteria);
  if (rows.length === 0) return <Empty title={t.noTargets}>{t.noTargetsWhat}</Empty>;
  return (
    <article className="read">
      <p className="lead">{picture.narrative ?? t.readIntro}</p>
      {rows.map((row) => {
        const revision = row.target?.accepted;
        if (!revision) return null;
        return (
          <section key={row.criterion}>
            <h2>{pick(row.name)}</h2>
            <dl className="fromto">
              <dt>{t.readToday}</dt>
              <dd>{row.levelText ? <LocalizedText text={row.levelText} /> : t.undecided}</dd>
              <dt>{t.readBy(longDate(revision.dueDate))}</dt>
              <dd className="then">
                <LocalizedText text={revision.levelText} />
              </dd>
            </dl>
            <p>{revision.reason}</p>
            <p className="muted">
              {revision.goodEnoughBecause && `${t.enough(revision.level)} ${revision.goodEnoughBecause} `}
              {t.responsible(revision.owner.displayName)}
            </p>
          </section>
        );
      })}
    </article>
  );
}
