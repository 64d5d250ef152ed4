// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { useTexts } from '@/shared/i18n/texts';
import { SendRow } from './SendRow';
import { fileTexts } from './texts';
import type { useSending } from './useSending';

/** Files to go with what is sent: on their way at once, each with its progress and resumable. */
export function FilesField({ sending, hint }: { sending: ReturnType<typeof useSending>; hint: string }) {
  const t = useTexts(fileTexts);
  const id = useId();
  return (
    <fieldset className="field">
      <legend className="label">
        {t.files} <span className="optional">({t.optional})</span>
      </legend>
      <p className="hint">{hint}</p>
      <p className="filechoice">
        <input
          id={id}
          className="filedrop__input"
          type="file"
          multiple
          onChange={(event) => {
            sending.add(event.target.files ?? []);
            event.target.value = '';
          }}
        />
        <label className="btn btn--sm" htmlFor={id}>
          {t.choose}
        </label>
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
