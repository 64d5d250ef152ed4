// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { TargetPictureAim, TargetPictureVersion, TargetPictureVersionHead } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Changes } from './Changes';
import { PathToTargets } from './PathToTargets';
import { pictureTexts } from './texts';

type Props = { version: TargetPictureVersion; versions: readonly TargetPictureVersionHead[] };

/** The document: the whole in words, what has changed, from today to the target, then perspective by perspective. */
export function PictureDocument({ version, versions }: Props) {
  const t = useTexts(pictureTexts);
  const pick = usePick();
  const { date } = useFormats();
  const { content } = version;
  const hasTargets = content.perspectives.some(({ targets }) => targets.length > 0);
  return (
    <div className="readgrid">
      <article className="read picture" aria-label={t.pictureOf(pick(content.unitName))}>
        {content.narrative && <p className="lead picture__words">{content.narrative}</p>}
        <Changes version={version} />
        {hasTargets && <PathToTargets content={content} />}
        {content.perspectives.map((perspective) => (
          <section key={perspective.perspective} aria-labelledby={`p-${perspective.perspective}`}>
            <h2 id={`p-${perspective.perspective}`}>{pick(perspective.name)}</h2>
            {perspective.narrative && <p className="picture__words picture__vision">{perspective.narrative}</p>}
            {perspective.targets.map((aim) => (
              <Aim key={aim.criterion} aim={aim} />
            ))}
          </section>
        ))}
        {version.signedBy && version.signedAt && (
          <div className="picture__last">
            <p>{t.lastLine(version.signedBy.displayName, date(version.signedAt))}</p>
            <p className="small muted">
              {pick(content.modelTitle)} {content.modelVersion}. {t.seal} <code>{version.contentHash.slice(0, 12)}</code>.
            </p>
          </div>
        )}
      </article>
      <div className="picture__side noprint">
        <nav className="readnav" aria-label={t.onPage}>
          <p className="small muted">{t.onPage}</p>
          <ul className="plain small">
            {version.changes && (
              <li>
                <a href="#changed">{t.changedSince(version.number - 1)}</a>
              </li>
            )}
            {hasTargets && (
              <li>
                <a href="#path">{t.path}</a>
              </li>
            )}
            {content.perspectives.map(({ perspective, name }) => (
              <li key={perspective}>
                <a href={`#p-${perspective}`}>{pick(name)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <AllVersions versions={versions} shown={version.id} />
      </div>
    </div>
  );
}

/** One target: the sentences of today and of the target, why, why that is enough, who and when. */
function Aim({ aim }: { aim: TargetPictureAim }) {
  const t = useTexts(pictureTexts);
  const { dayMonth } = useFormats();
  return (
    <section className="picture__aim" aria-labelledby={`aim-${aim.criterion}`}>
      <h3 id={`aim-${aim.criterion}`}>
        <LocalizedText text={aim.name} />
      </h3>
      <dl className="fromto">
        <dt>{t.today}</dt>
        <dd>{aim.levelText ? <LocalizedText text={aim.levelText} /> : t.levelUndecided}</dd>
        <dt>{t.by(dayMonth(aim.dueDate))}</dt>
        <dd className="then">
          <LocalizedText text={aim.targetText} />
        </dd>
      </dl>
      <p>{aim.reason}</p>
      <p className="muted">
        {aim.goodEnoughBecause && `${t.enough(aim.target)} ${aim.goodEnoughBecause} `}
        {t.responsible(aim.owner.displayName)}
      </p>
    </section>
  );
}

function AllVersions({ versions, shown }: { versions: readonly TargetPictureVersionHead[]; shown: string }) {
  const t = useTexts(pictureTexts);
  const { date } = useFormats();
  return (
    <section className="picture__versions" aria-labelledby="all-versions">
      <h2 id="all-versions">{t.allVersions}</h2>
      <ol className="plain small" reversed>
        {[...versions]
          .sort((a, b) => b.number - a.number)
          .map((each) => (
            <li key={each.id}>
              <Link to="/targets/picture" search={{ version: each.id }} {...(each.id === shown ? { 'aria-current': 'true' as const } : {})}>
                {each.state === 'draft' ? t.draft(each.number) : t.version(each.number)}
              </Link>
              {each.signedBy && each.signedAt && (
                <span className="muted"> {t.signedBy(each.signedBy.displayName, date(each.signedAt))}</span>
              )}
              {each.reason && <span className="picture__why">{each.reason}</span>}
            </li>
          ))}
      </ol>
    </section>
  );
}
