// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { type BulkActKind, type CaseSelectionFilter, type CaseSummary, useMay } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { BulkDialog } from './BulkDialog';
import { texts } from './texts';
import type { Chosen } from './useChosen';

const PERMISSIONS: Record<BulkActKind, string> = {
  assign: 'case:assign',
  return_to_unit: 'case:assign',
  hand_over: 'case:assign',
  set_priority: 'case:assign',
  remind: 'case:assign',
  close: 'case:close',
};

type Props = {
  chosen: Chosen;
  cases: readonly CaseSummary[];
  /** What the list shows: all of it can be chosen. */
  filter: CaseSelectionFilter;
  acts: readonly BulkActKind[];
  hasMore: boolean;
};

/** What one can do with the cases chosen; stays in sight under the list. */
export function BulkBar({ chosen, cases, filter, acts, hasMore }: Props) {
  const t = useTexts(texts);
  const may = useMay();
  const [all, setAll] = useState(false);
  const [act, setAct] = useState<BulkActKind>();
  if (chosen.ids.length === 0 && !all) return null;
  const clear = () => {
    setAll(false);
    chosen.clear();
  };
  const single = chosen.ids.length === 1 && !all ? cases.find((row) => row.id === chosen.ids[0]) : undefined;
  return (
    <section className="bulkbar" aria-label={t.act}>
      <p role="status">{all ? t.allPicked : t.picked(chosen.ids.length)}</p>
      <div className="row">
        {acts
          .filter((each) => may(PERMISSIONS[each]))
          .map((each) => (
            <Button key={each} small onClick={() => setAct(each)}>
              {t.bulk[each]}
            </Button>
          ))}
        {hasMore && !all && (
          <Button small look="quiet" onClick={() => setAll(true)}>
            {t.pickAll}
          </Button>
        )}
        <Button small look="quiet" onClick={clear}>
          {t.unpick}
        </Button>
      </div>
      {act && (
        <BulkDialog
          act={act}
          wanted={all ? { filter } : { caseIds: [...chosen.ids] }}
          single={single}
          onDone={clear}
          onClose={() => setAct(undefined)}
        />
      )}
    </section>
  );
}
