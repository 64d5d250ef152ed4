// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type CaseFile, endCaseParty, getCase, ifMatch, type PartyDetail, type PartyEndReason } from '@/api';
import { FormDialog, SelectField, useStale } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { useCompare } from '../case/useCompare';
import { partiesChanged } from './queries';
import { partyTexts } from './texts';

const REASONS = ['withdrew', 'deceased', 'succeeded', 'by_mistake', 'other'] as const satisfies readonly PartyEndReason[];

/** That somebody is no longer a party. */
export function EndPartyDialog({ file, party, onClose }: { file: CaseFile; party: PartyDetail; onClose: () => void }) {
  const t = useTexts(partyTexts);
  const queryClient = useQueryClient();
  const compare = useCompare();
  const stale = useStale({ read: file, fetchNow: async () => (await getCase({ path: { caseId: file.id } })).data, compare });
  return (
    <FormDialog
      title={t.endOf(party.name)}
      submit={t.end}
      initial={{ reason: 'withdrew' as string }}
      stale={stale}
      onClose={onClose}
      send={async ({ reason }) => {
        await stale.on((seen) =>
          endCaseParty({
            path: { caseId: file.id, partyId: party.id },
            headers: ifMatch(seen.version),
            body: { reason: reason as PartyEndReason },
          }),
        );
        await partiesChanged(queryClient, file.id);
        notify(t.endedDone);
      }}
    >
      {({ values, set }) => (
        <>
          <p>{t.endWhat}</p>
          <SelectField
            at="/reason"
            label={t.endWhy}
            options={REASONS.map((reason) => ({ value: reason, text: t.endReasons[reason] }))}
            value={values.reason}
            onValue={(value) => set('reason', value)}
          />
        </>
      )}
    </FormDialog>
  );
}
