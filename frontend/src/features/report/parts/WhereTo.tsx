// SPDX-License-Identifier: EUPL-1.2
import type { ReportContent } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { LevelStep } from '@/shared/ui/levels';
import { texts } from '../texts';
import { OwnWords } from './OwnWords';
import { SourceRefs } from './Sources';

const FIRST = 4;

/** Where to, for who has a minute: the first targets, a line each. */
export function WhereTo({ content, words }: { content: ReportContent; words: string | undefined }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const first = content.targets.slice(0, FIRST);
  const more = content.targets.length - first.length;
  return (
    <section aria-labelledby="to">
      <h2 id="to">{t.whereTo}</h2>
      <OwnWords text={words} />
      {first.length === 0 && <p className="muted">{t.noTargets}</p>}
      <ul className="plain brief">
        {first.map((target) => (
          <li key={target.criterion}>
            <LevelStep from={target.level} to={target.target} />
            <span>
              <LocalizedText text={target.targetText} />
              <SourceRefs ids={target.sourceIds} />
            </span>
            <span className="muted nowrap">{date(target.dueDate)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="small muted">
          <a href="#all-targets">{t.moreTargets(more)}</a>
        </p>
      )}
    </section>
  );
}

/** Where to, in full: the target picture in words and its targets with who and when. */
export function AllTargets({ content }: { content: ReportContent }) {
  const t = useTexts(texts);
  const { date } = useFormats();
  const picture = content.targetPicture;
  return (
    <section aria-labelledby="all-targets">
      <h2 id="all-targets">{t.targetPicture}</h2>
      <p className="muted">{picture ? t.ofVersion(picture.number, picture.signedBy.displayName, date(picture.signedAt)) : t.notSigned}</p>
      {content.narrative && <p>{content.narrative}</p>}
      {content.visions && content.visions.length > 0 && (
        <dl className="visions">
          {content.visions.map((vision) => (
            <div key={vision.perspective}>
              <dt>
                <LocalizedText text={vision.name} />
              </dt>
              <dd>{vision.narrative}</dd>
            </div>
          ))}
        </dl>
      )}
      {content.targets.length === 0 ? (
        <p className="muted">{t.noTargets}</p>
      ) : (
        <table className="table table--dense">
          <caption className="vh">{t.targetPicture}</caption>
          <thead>
            <tr>
              <th scope="col">{t.target}</th>
              <th scope="col">{t.levelWord}</th>
              <th scope="col">{t.owner}</th>
              <th scope="col" className="num">
                {t.due}
              </th>
            </tr>
          </thead>
          <tbody>
            {content.targets.map((target) => (
              <tr key={target.criterion}>
                <th scope="row">
                  <LocalizedText text={target.targetText} />
                  <br />
                  <span className="muted small">
                    {target.criterion} <LocalizedText text={target.name} />
                    <SourceRefs ids={target.sourceIds} />
                  </span>
                </th>
                <td>
                  <LevelStep from={target.level} to={target.target} />
                </td>
                <td>{target.owner.displayName}</td>
                <td className="num nowrap">{date(target.dueDate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
