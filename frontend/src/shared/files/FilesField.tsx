// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from '@/shared/i18n/texts';
import { FileChoice } from './FileChoice';
import { SendRow } from './SendRow';
import { fileTexts } from './texts';
import type { useSending } from './useSending';

/** Files to go with what is sent: on their way at once, each with its progress and resumable. */
export function FilesField({ sending, hint }: { sending: ReturnType<typeof useSending>; hint: string }) {
  const t = useTexts(fileTexts);
  return (
    <fieldset className="field">
      <legend className="label">
        {t.files} <span className="optional">({t.optional})</span>
      </legend>
      <p className="hint">{hint}</p>
      <p className="filechoice">
        <FileChoice sending={sending} />
      </p>
      {sending.all.length > 0 && (
        <ul className="plain">
          {sending.all.map((each) => (
            <SendRow key={each.key} sending={each} control={sending} />
          ))}
        </ul>
      )}
    </fieldset>
  );
}
