// SPDX-License-Identifier: EUPL-1.2
import { type FormState, fieldId } from '@/shared/form';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import { words as catalogue, FIXED_GROUPS } from '../words';
import type { Plan } from './AssessmentForm';
import { isSmall, type OwnGroup, sentGroups } from './groups';
import { texts } from './texts';

const MOST = 12;

/** How many are invited in each group; groups of one's own; and which small ones are placed jointly. */
export function GroupFields({ form }: { form: FormState<Plan> }) {
  const t = useTexts(texts);
  const words = useTexts(catalogue);
  const whole = fieldId(form, '/groups');
  const { groups } = form.values;
  const sent = sentGroups(groups);
  const none = form.faults.find((fault) => fault.pointer === '/groups')?.message;
  const change = (over: Partial<Plan['groups']>) => form.set('groups', { ...groups, ...over });
  const firstOwn = sent.length - groups.own.length;
  return (
    <fieldset className="field" id={whole} tabIndex={-1} aria-describedby={`${whole}-hint`}>
      <legend className="label">{t.groups}</legend>
      <span className="hint" id={`${whole}-hint`}>
        {t.groupsHint}
      </span>
      {none && <p className="error-text">{none}</p>}
      <div className="groupfields">
        {FIXED_GROUPS.map((group) => {
          const at = sent.findIndex((one) => one.group === group);
          const invited = groups.invited[group] ?? '';
          return (
            <div className="groupfield" key={group}>
              <span aria-hidden="true">{words.group(group)}</span>
              <Invited
                form={form}
                // A group that is not sent has no place in what is sent; its field only needs an identity of its own.
                id={at < 0 ? `${whole}-${group}` : fieldId(form, `/groups/${at}/invited`)}
                at={at}
                name={words.group(group)}
                value={invited}
                onValue={(value) => change({ invited: { ...groups.invited, [group]: value } })}
              />
              <Joint
                shown={isSmall(invited)}
                name={words.group(group)}
                checked={groups.joint.includes(group)}
                onChecked={(is) => change({ joint: is ? [...groups.joint, group] : groups.joint.filter((one) => one !== group) })}
              />
            </div>
          );
        })}
        {groups.own.map((one, place) => (
          <Own
            key={one.key}
            form={form}
            one={one}
            at={firstOwn + place}
            onChange={(next) => change({ own: groups.own.map((each) => (each.key === one.key ? next : each)) })}
            onRemove={() => change({ own: groups.own.filter((each) => each.key !== one.key) })}
          />
        ))}
      </div>
      {groups.own.length + FIXED_GROUPS.length < MOST && (
        <Button
          small
          className="groupfields__add"
          onClick={() =>
            change({ own: [...groups.own, { key: crypto.randomUUID(), code: '', sv: '', en: '', invited: '', joint: false }] })
          }
        >
          {t.addGroup}
        </Button>
      )}
    </fieldset>
  );
}

function Own({
  form,
  one,
  at,
  onChange,
  onRemove,
}: {
  form: FormState<Plan>;
  one: OwnGroup;
  at: number;
  onChange: (next: OwnGroup) => void;
  onRemove: () => void;
}) {
  const t = useTexts(texts);
  const nameId = fieldId(form, `/groups/${at}/name`);
  const fault = form.faults.find(({ pointer }) => pointer === `/groups/${at}/name`)?.message;
  return (
    <fieldset className="groupfield groupfield--own">
      <legend className="vh">{t.ownGroup(one.sv)}</legend>
      <span>
        <label className="small" htmlFor={nameId}>
          {t.ownName}
        </label>
        <input
          id={nameId}
          className="input"
          maxLength={60}
          autoComplete="off"
          value={one.sv}
          aria-invalid={fault ? true : undefined}
          aria-describedby={fault ? `${nameId}-fault` : undefined}
          onChange={(event) => onChange({ ...one, sv: event.target.value })}
        />
      </span>
      <span>
        <label className="small" htmlFor={`${nameId}-en`}>
          {t.ownNameEn}
        </label>
        <input
          id={`${nameId}-en`}
          className="input"
          maxLength={60}
          autoComplete="off"
          lang="en"
          value={one.en}
          onChange={(event) => onChange({ ...one, en: event.target.value })}
        />
      </span>
      <span>
        <label className="small" htmlFor={fieldId(form, `/groups/${at}/invited`)}>
          {t.ownInvited}
        </label>
        <Invited
          form={form}
          id={fieldId(form, `/groups/${at}/invited`)}
          at={at}
          value={one.invited}
          onValue={(invited) => onChange({ ...one, invited })}
        />
      </span>
      {fault && (
        <p className="error-text" id={`${nameId}-fault`}>
          {fault}
        </p>
      )}
      <Joint
        shown={isSmall(one.invited)}
        name={one.sv || t.ownGroup('')}
        checked={one.joint}
        onChecked={(joint) => onChange({ ...one, joint })}
      />
      <Button small onClick={onRemove}>
        {t.removeGroup}
        <span className="vh"> {one.sv}</span>
      </Button>
    </fieldset>
  );
}

type InvitedProps = {
  form: FormState<Plan>;
  id: string;
  at: number;
  /** Absent where the field has a label of its own. */
  name?: string;
  value: string;
  onValue: (value: string) => void;
};

function Invited({ form, id, at, name, value, onValue }: InvitedProps) {
  const t = useTexts(texts);
  const faultAt = (pointer: string) => form.faults.find((fault) => fault.pointer === pointer)?.message;
  const fault = at < 0 ? undefined : (faultAt(`/groups/${at}/invited`) ?? faultAt(`/groups/${at}/joint`) ?? faultAt(`/groups/${at}`));
  return (
    <>
      <input
        id={id}
        className="input groupfield__count"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        aria-label={name ? t.invited(name) : undefined}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
      {fault && (
        <p className="error-text" id={`${id}-fault`}>
          {fault}
        </p>
      )}
    </>
  );
}

/** Offered where a group is too small for its answers to be shown. */
function Joint({ shown, name, checked, onChecked }: { shown: boolean; name: string; checked: boolean; onChecked: (is: boolean) => void }) {
  const t = useTexts(texts);
  if (!shown) return null;
  return (
    <label className="check groupfield__joint">
      <input type="checkbox" checked={checked} onChange={(event) => onChecked(event.target.checked)} />
      <span>
        {t.joint}
        <span className="vh">, {name}</span>
        <span className="hint">{t.jointHint}</span>
      </span>
    </label>
  );
}
