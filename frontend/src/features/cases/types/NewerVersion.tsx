// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import type { CaseFile } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import type { OnAct } from '../states';
import { versionsQuery } from './queries';
import { texts } from './texts';

/** Says that a newer version of the type is in force than the one the case follows, and lets a manager change to it. */
export function NewerVersion({ file, onAct }: { file: CaseFile; onAct: OnAct }) {
  const t = useTexts(texts);
  const isOffered = file.acts.some((each) => each.act === 'migrate_type' && each.possible);
  const versions = useQuery({ ...versionsQuery(file.caseTypeId), enabled: isOffered });
  const now = versions.data?.find((version) => version.inForce)?.version;
  if (!isOffered || now === undefined) return null;
  return (
    <div className="note row row--between noprint typenote">
      <p>{t.newVersion(now)}</p>
      <Button small onClick={() => onAct('migrate_type')}>
        {t.migrate}
      </Button>
    </div>
  );
}
