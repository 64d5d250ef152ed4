// SPDX-License-Identifier: EUPL-1.2
import type { CaseAct, CaseFile } from '@/api';
import { shortcutsOn, useShortcut } from '@/shared/hooks/useShortcut';
import { LocalizedText } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button } from '@/shared/ui';
import type { OnAct } from '../states';
import { texts } from '../texts';

/** What carries a case forward, the weightiest first. */
const FORWARD: readonly CaseAct[] = [
  'dispatch',
  'decide',
  'adopt_draft',
  'adopt_enquiry_draft',
  'refuse_delay_request',
  'settle_recipient',
  'end_wait',
  'start',
  'assign',
  'propose',
  'close',
  'request_supplement',
  'add_note',
];

/** Acts by what they are for. What is done to one of several things stands beside that thing, not here. */
const GROUPS = {
  forward: [
    'assign',
    'return_to_unit',
    'start',
    'propose',
    'adopt_draft',
    'return_proposal',
    'decide',
    'note_dissent',
    'withdraw_decision',
    'dispatch',
    'close',
  ],
  ask: [
    'request_supplement',
    'communicate',
    'refer',
    'settle_recipient',
    'start_wait',
    'end_wait',
    'send_delay_notice',
    'register_delay_request',
  ],
  note: ['add_note', 'add_record', 'add_task', 'declare_conflict'],
} as const satisfies Record<string, readonly CaseAct[]>;
const GROUP_NAMES = ['forward', 'ask', 'note'] as const;

/** The key of each common act: with it and Ctrl+Enter, an act is what one writes and two strokes. */
export const KEYS: Partial<Record<CaseAct, string>> = {
  assign: 'f',
  start: 's',
  propose: 'p',
  decide: 'b',
  dispatch: 'x',
  close: 'w',
  request_supplement: 'c',
  communicate: 'm',
  refer: 't',
  settle_recipient: 'g',
  start_wait: 'v',
  end_wait: 'e',
  add_note: 'a',
  add_record: 'h',
  add_task: 'u',
};

/** The one act to stand out: what carries the case forward from where it is. A case with an officer is not assigned anew by default. */
export function firstAct(file: CaseFile): CaseAct | undefined {
  const possible = new Set(file.acts.filter((each) => each.possible).map((each) => each.act));
  if (file.officer) possible.delete('assign');
  if (file.state === 'in_progress') possible.delete('close');
  return FORWARD.find((act) => possible.has(act));
}

/** All one may do, in the order of the law; what cannot be done now says why. */
export function Actions({ file, onAct }: { file: CaseFile; onAct: OnAct }) {
  const t = useTexts(texts);
  const possible = file.acts.filter((each) => each.possible);
  const hindered = file.acts.filter((each) => !each.possible);
  return (
    <section className="donext noprint" aria-labelledby="do-next">
      <h2 id="do-next">{t.doNext}</h2>
      {file.acts.length === 0 && <p className="muted">{t.nothingToDo}</p>}
      {GROUP_NAMES.map((name) => {
        const group = GROUPS[name].filter((act) => possible.some((each) => each.act === act));
        if (group.length === 0) return null;
        return (
          <fieldset key={name} className="actgroup">
            <legend>{t.actGroups[name]}</legend>
            {group.map((act) => (
              <Button key={act} onClick={() => onAct(act)} aria-keyshortcuts={shortcutsOn() ? KEYS[act] : undefined}>
                {t.acts[act]}
                <ActKey name={KEYS[act]} onPress={() => onAct(act)} />
              </Button>
            ))}
          </fieldset>
        );
      })}
      {hindered.length > 0 && (
        <ul className="notnow" aria-label={t.notNow}>
          {hindered.map(({ act, reason }) => (
            <li key={act}>
              <b>{t.acts[act]}:</b> <LocalizedText text={reason} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The key of an act, shown where single keys are on. */
function ActKey({ name = '', onPress }: { name?: string | undefined; onPress: () => void }) {
  useShortcut(name, onPress);
  return name && shortcutsOn() ? (
    <span className="hide-s" aria-hidden="true">
      <kbd>{name.toUpperCase()}</kbd>
    </span>
  ) : null;
}
