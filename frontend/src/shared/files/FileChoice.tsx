// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { useTexts } from '@/shared/i18n/texts';
import { fileTexts } from './texts';
import type { useSending } from './useSending';
import './files.css';

/** The browser's own choice of files, which are on their way at once. It stands in something positioned. */
export function FileChoice({ sending }: { sending: ReturnType<typeof useSending> }) {
  const t = useTexts(fileTexts);
  const id = useId();
  return (
    <>
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
    </>
  );
}
