// SPDX-License-Identifier: EUPL-1.2
import type { CriterionFlag, VerifiedCriterion } from '@/api';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Source } from '@/shared/ui';
import { Level } from '../Level';
import { texts } from '../texts';

/** What evidence verifies, or why nothing. */
export function Verified({ verified, flags }: { verified: VerifiedCriterion; flags: readonly CriterionFlag[] }) {
  const t = useTexts(texts);
  return (
    <>
      {verified.level !== undefined && (
        <p className="small">
          <Level level={verified.level} /> {t.verifiedTo(verified.level)}
        </p>
      )}
      {verified.reason && (
        <p className="small muted">
          <LocalizedText text={verified.reason} />
        </p>
      )}
      <Source note={{ title: t.verified, definition: t.noteVerifiedDefinition }} />
      {flags
        .filter(({ flag }) => flag === 'single_source' || flag === 'expired_evidence')
        .map((flag) => (
          <p className="note note--warn small sc__flag" key={flag.flag}>
            <LocalizedText text={flag.text} />
          </p>
        ))}
    </>
  );
}
