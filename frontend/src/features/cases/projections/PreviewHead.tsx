// SPDX-License-Identifier: EUPL-1.2
import type { CaseFile } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import type { Preview } from '../states';
import { projectionTexts } from './texts';

/** Says through whose eyes the case is seen; nothing of the officer's own head stands over it, on paper neither. */
export function PreviewHead({ file, preview, onBack }: { file: CaseFile; preview: Preview; onBack: () => void }) {
  const t = useTexts(projectionTexts);
  const party = file.parties.find((each) => each.id === preview.party);
  const heading =
    preview.as === 'party'
      ? t.seenBy.party(party?.name ?? t.audiences.party)
      : preview.as === 'public'
        ? t.seenBy.public
        : t.seenBy.authority;
  return (
    <div className="casehead">
      <div className="row row--between casehead__top">
        <div>
          <p className="small muted num">{file.number}</p>
          <h1 tabIndex={-1}>{heading}</h1>
        </div>
        <div className="actbar noprint">
          <Button onClick={() => window.print()} className="hide-s">
            {t.print}
          </Button>
          <Button onClick={onBack}>{t.back}</Button>
        </div>
      </div>
    </div>
  );
}
