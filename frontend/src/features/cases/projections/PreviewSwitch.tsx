// SPDX-License-Identifier: EUPL-1.2
import './projections.css';
import type { CaseFile, ProjectionBasis } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Seg } from '@/shared/ui';
import { AUDIENCES, BASES, type Preview } from '../states';
import { projectionTexts } from './texts';

/** Whose eyes the case is seen through; which party or on what ground where that matters. */
export function PreviewSwitch({ file, preview, onPreview }: { file: CaseFile; preview: Preview; onPreview: (preview: Preview) => void }) {
  const t = useTexts(projectionTexts);
  const as = preview.as ?? 'officer';
  return (
    <div className="preview noprint">
      <span className="small muted" aria-hidden="true">
        {t.previewAs}
      </span>
      <Seg
        label={t.previewAs}
        options={AUDIENCES.map((key) => ({ key, text: t.audiences[key] }))}
        chosen={as}
        onChoose={(key) => onPreview(key === 'officer' ? {} : { as: key, ...(key === 'party' ? { party: file.parties[0]?.id } : {}) })}
      />
      {as === 'party' && file.parties.length > 1 && (
        <select
          className="select select--sm"
          aria-label={t.whichParty}
          value={preview.party ?? ''}
          onChange={(event) => onPreview({ as, party: event.target.value })}
        >
          {file.parties.map((party) => (
            <option key={party.id} value={party.id}>
              {party.name}
            </option>
          ))}
        </select>
      )}
      {as === 'authority' && (
        <select
          className="select select--sm"
          aria-label={t.basis}
          value={preview.basis ?? ''}
          onChange={(event) => onPreview({ as, basis: event.target.value as ProjectionBasis })}
        >
          <option value="" disabled>
            {t.basis}
          </option>
          {BASES.map((basis) => (
            <option key={basis} value={basis}>
              {t.bases[basis]}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
