// SPDX-License-Identifier: EUPL-1.2
import type { TargetPictureTargetChange, TargetPictureVersion, TargetPictureWordsChange } from '@/api';
import { useFormats } from '@/shared/i18n/format';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { pictureTexts } from './texts';

/** What has changed since the version before, and why; nothing in the first version that says nothing. */
export function Changes({ version }: { version: TargetPictureVersion }) {
  const t = useTexts(pictureTexts);
  const { changes, reason } = version;
  if (!changes) return reason ? <p>{reason}</p> : null;
  return (
    <section aria-labelledby="changed" className="picture__changes">
      <h2 id="changed">{t.changedSince(version.number - 1)}</h2>
      {reason && (
        <p>
          <b>{t.why}</b> {reason}
        </p>
      )}
      {changes.words.length + changes.targets.length === 0 && <p className="muted">{t.unchanged}</p>}
      <ul>
        {changes.targets.map((change) => (
          <TargetLine key={change.criterion} change={change} />
        ))}
        {changes.words.map((change) => (
          <WordsLine key={change.perspective ?? ''} change={change} />
        ))}
      </ul>
    </section>
  );
}

function TargetLine({ change }: { change: TargetPictureTargetChange }) {
  const t = useTexts(pictureTexts);
  const { date } = useFormats();
  const { before, after } = change;
  const level = (value: number | undefined) => (value === undefined ? t.undecided : String(value));
  const of = (field: string): string => {
    if (!before || !after) return '';
    const pairs: Record<string, [string, string]> = {
      level: [level(before.level), level(after.level)],
      target: [String(before.target), String(after.target)],
      due_date: [date(before.dueDate), date(after.dueDate)],
      owner: [before.owner, after.owner],
    };
    const write = (t.fields as Record<string, ((before: string, after: string) => string) | undefined>)[field];
    return write?.(...(pairs[field] ?? ['', ''])) ?? '';
  };
  return (
    <li>
      <b>
        <LocalizedText text={change.name} />
      </b>
      {': '}
      {change.kind === 'added' && after && t.targetAdded(after.target, date(after.dueDate), after.owner)}
      {change.kind === 'removed' && before && t.targetRemoved(before.target)}
      {change.kind === 'changed' && `${change.fields.map(of).filter(Boolean).join('; ')}.`}
    </li>
  );
}

function WordsLine({ change }: { change: TargetPictureWordsChange }) {
  const t = useTexts(pictureTexts);
  const pick = usePick();
  const name = change.perspective ? pick(change.name) : t.whole;
  const write = t.words[change.kind as keyof typeof t.words] ?? t.words.changed;
  return (
    <li>
      <details>
        <summary>{write(name)}</summary>
        {change.before && (
          <p>
            <span className="muted">{t.was}</span> {change.before}
          </p>
        )}
        {change.after && (
          <p>
            <span className="muted">{t.is}</span> {change.after}
          </p>
        )}
      </details>
    </li>
  );
}
