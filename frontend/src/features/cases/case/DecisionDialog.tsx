// SPDX-License-Identifier: EUPL-1.2
import type { CaseDecision } from '@/api';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Dialog } from '@/shared/ui';
import { texts } from '../texts';
import { DecisionBody } from './DecisionBody';

/** A decision to read, with the checksum of what was signed. */
export function DecisionDialog({ decision, onClose }: { decision: CaseDecision; onClose: () => void }) {
  const t = useTexts(texts);
  const pick = usePick();
  return (
    <Dialog wide title={pick(decision.name)} onClose={onClose}>
      <DecisionBody decision={decision} />
      {decision.sha256 && (
        <p className="small muted grow">
          {t.hash} (SHA-256): {decision.sha256}
        </p>
      )}
    </Dialog>
  );
}
