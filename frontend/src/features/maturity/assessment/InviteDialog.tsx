// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { type Assessment, type GroupProgress, inviteBySurveyCodes } from '@/api';
import { FormDialog, TextArea } from '@/shared/form';
import { useFormats } from '@/shared/i18n/format';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { assessmentKey } from '../queries';
import { addressesIn } from './addresses';
import { letterTexts } from './letterTexts';

const MOST_AT_ONCE = 2000;
const LONGEST = 200_000;

type Props = { assessment: Assessment; group: GroupProgress; onClose: () => void };

/** Makes a personal code for each address of a pasted list. The list stays nowhere in the browser. */
export function InviteDialog({ assessment, group, onClose }: Props) {
  const t = useTexts(letterTexts);
  const pick = usePick();
  const { number } = useFormats();
  const queryClient = useQueryClient();
  const left = Math.min(group.invited - (group.codesIssued ?? 0), MOST_AT_ONCE);
  const faultOf = (pasted: string) => {
    const { addresses, odd } = addressesIn(pasted);
    if (odd.length > 0) return t.odd(odd.slice(0, 5).join(', '));
    if (addresses.length === 0) return t.giveAddresses;
    return addresses.length > left ? t.tooMany(number(left, 0)) : undefined;
  };
  return (
    <FormDialog
      wide
      title={t.inviteTitle(pick(group.name).toLocaleLowerCase('sv'))}
      submit={t.doInvite}
      initial={{ pasted: '' }}
      check={({ pasted }) => {
        const message = faultOf(pasted);
        return message ? [{ pointer: '/addresses', message }] : [];
      }}
      send={async ({ pasted }) => {
        const { data } = await inviteBySurveyCodes({
          path: { assessmentId: assessment.id, group: group.group },
          body: { addresses: addressesIn(pasted).addresses },
        });
        await queryClient.invalidateQueries({ queryKey: assessmentKey(assessment.id) });
        notify(t.invited(number(data.count, 0)));
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="measure">{left <= 0 ? t.full : t.inviteWhat}</p>
          <TextArea
            at="/addresses"
            label={t.addresses}
            hint={t.addressesHint(number(Math.max(left, 0), 0))}
            value={form.values.pasted}
            onValue={(pasted) => form.set('pasted', pasted)}
            maxLength={LONGEST}
            autoComplete="off"
            spellCheck={false}
          />
        </>
      )}
    </FormDialog>
  );
}
