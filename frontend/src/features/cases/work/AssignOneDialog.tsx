// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { assignCase, type CaseSummary, ifMatch } from '@/api';
import { listCaseOfficersOptions, suggestOfficersOptions } from '@/api/queries';
import { FormDialog } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { CASE_LISTS } from '../queries';
import { Suggestion } from './Suggestion';
import { texts } from './texts';

/** Gives a case of a queue to an officer; the best suggestion is filled in and Enter confirms it. */
export function AssignOneDialog({ row, onClose }: { row: CaseSummary; onClose: () => void }) {
  const t = useTexts(texts);
  const queryClient = useQueryClient();
  const { data: officers } = useQuery(listCaseOfficersOptions());
  const { data: suggested } = useQuery(suggestOfficersOptions({ path: { caseId: row.id } }));
  const [chosen, setChosen] = useState<string>();
  const best = suggested?.items.find((each) => !each.absentUntil)?.user.id ?? '';
  const officerId = chosen ?? best;
  const name = officers?.items.find(({ user }) => user.id === officerId)?.user.displayName ?? '';
  return (
    <FormDialog
      title={t.assignOne(row.number)}
      initial={{}}
      check={() => (officerId ? [] : [{ pointer: '/officerId', message: t.giveOfficer }])}
      send={async () => {
        await assignCase({ path: { caseId: row.id }, headers: ifMatch(row.version), body: { unitId: row.unitId, officerId } });
        await queryClient.invalidateQueries({ queryKey: CASE_LISTS });
        notify(t.assigned(name));
      }}
      submit={t.assign}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{row.subject}</p>
          <Suggestion caseId={row.id} value={officerId} onValue={setChosen} />
        </>
      )}
    </FormDialog>
  );
}
