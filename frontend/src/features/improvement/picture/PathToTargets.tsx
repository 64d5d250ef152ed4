// SPDX-License-Identifier: EUPL-1.2
import type { TargetPictureAim, TargetPictureContent } from '@/api';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { pictureTexts } from './texts';

/**
 * From today to the target, a row for each target under its perspective. Where one starts is an empty box and the target a filled one;
 * the same stands in figures beside it, so neither colour nor sight is needed.
 */
export function PathToTargets({ content }: { content: TargetPictureContent }) {
  const t = useTexts(pictureTexts);
  const pick = usePick();
  const lowest = content.scale[0]?.level ?? 1;
  const highest = content.scale.at(-1)?.level ?? 5;
  const levels = Array.from({ length: highest - lowest + 1 }, (_, index) => lowest + index);
  return (
    <section aria-labelledby="path" className="path">
      <h2 id="path">{t.path}</h2>
      <p className="muted">{t.pathWhat}</p>
      <ol className="plain path__scale small muted">
        {content.scale.map(({ level, name }) => (
          <li key={level}>
            <b>{level}</b> <LocalizedText text={name} />
          </li>
        ))}
      </ol>
      {content.perspectives
        .filter(({ targets }) => targets.length > 0)
        .map((perspective) => (
          <div key={perspective.perspective} className="path__group">
            <h3>{pick(perspective.name)}</h3>
            <ul className="plain">
              {perspective.targets.map((aim) => (
                <Row key={aim.criterion} aim={aim} levels={levels} />
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}

function Row({ aim, levels }: { aim: TargetPictureAim; levels: readonly number[] }) {
  const t = useTexts(pictureTexts);
  const from = aim.level;
  const isBetween = (level: number) => from !== undefined && level > Math.min(from, aim.target) && level <= Math.max(from, aim.target);
  return (
    <li className="path__row">
      <span className="path__name">
        <LocalizedText text={aim.name} />
      </span>
      <span className="path__track" aria-hidden="true">
        {levels.map((level) => {
          const mark = level === aim.target ? 'to' : level === from ? 'from' : 'tick';
          return (
            <span key={level} className={`path__cell${isBetween(level) ? ' path__cell--on' : ''}`}>
              <i className={`path__mark path__mark--${mark}`}>{level}</i>
            </span>
          );
        })}
      </span>
      <span className="path__figures num" aria-hidden="true">
        {t.fromTo(from === undefined ? '–' : String(from), aim.target)}
      </span>
      <span className="vh">: {t.fromToSaid(from, aim.target)}</span>
    </li>
  );
}
