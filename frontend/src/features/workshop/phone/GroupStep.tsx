// SPDX-License-Identifier: EUPL-1.2
import type { WorkshopInvitation } from '@/api/gen/types.gen';
import { Form } from '@/shared/form/Form';
import { useForm } from '@/shared/form/useForm';
import { LocalizedText, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui/Button';
import { GroupIcon } from '../marks';
import { texts } from '../texts';
import { PhoneFrame } from './PhoneFrame';

type Props = { invitation: WorkshopInvitation; onJoin: (group: string | undefined) => Promise<unknown> };

/** One says which group one belongs to; nothing else is asked. */
export function GroupStep({ invitation, onJoin }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const { groups, sharedGroup } = invitation;
  const form = useForm<{ group: string }>({
    initial: { group: '' },
    check: ({ group }) => (group || sharedGroup ? [] : [{ pointer: '/group', message: t.giveGroup }]),
    send: ({ group }) => onJoin(group || undefined),
  });
  const fault = form.faults.find(({ pointer }) => pointer === '/group')?.message;
  return (
    <PhoneFrame title={sharedGroup ? invitation.workshopName : t.groupTitle} page="group" place={pick(invitation.authorityName)} ownHeading>
      <Form form={form}>
        <fieldset id={`${form.id}-group`} tabIndex={-1} aria-describedby={fault ? 'group-fault' : undefined}>
          <legend>
            <h1 tabIndex={-1}>{sharedGroup ? invitation.workshopName : t.groupTitle}</h1>
          </legend>
          <p className="muted ws__after">{sharedGroup ? t.sharedWhat : t.groupWhat}</p>
          {fault && (
            <p className="error-text" id="group-fault">
              {fault}
            </p>
          )}
          {groups.map(({ group, name }) => (
            <label className="choice" key={group}>
              <input
                type="radio"
                name="group"
                value={group}
                checked={form.values.group === group}
                onChange={() => form.set('group', group)}
              />
              <span className="ws__mark">
                <GroupIcon group={group} size={26} />
              </span>
              <span>
                <LocalizedText text={name} />
              </span>
            </label>
          ))}
        </fieldset>
        <div className="form__foot">
          <Button look="primary" type="submit" busy={form.busy} className="btn--lg btn--block">
            {t.join}
          </Button>
        </div>
      </Form>
    </PhoneFrame>
  );
}
