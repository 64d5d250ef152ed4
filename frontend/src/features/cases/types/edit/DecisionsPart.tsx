// SPDX-License-Identifier: EUPL-1.2
import { CheckField, CheckGroup, ChoiceField, Items, NumberField, TextField } from '@/shared/form';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { roleTexts } from '@/shared/roles';
import { type DecisionType, type Letter, numbersOf } from '../definition';
import { texts } from '../texts';
import { LetterText } from '../view/LetterText';
import { BothField, type PartProps } from './fields';

const ROOT = '/definition';
const SIGNERS = ['officer', 'decision_maker', 'unit_manager', 'executive', 'archivist'] as const;
const PLACEHOLDERS =
  'caseNumber publicSubject dueDate missingItems replyChannel officerName officerPhone materialList decisionDate outcomeText background reasons provisions decisionMaker presenter participants authorityEmail authorityAddress'.split(
    ' ',
  );

/** The kind without, or with, what an appeal needs. */
function appealable(kind: DecisionType, may: boolean): DecisionType {
  if (!may) return { ...kind, appealable: false, appealInstance: undefined, appealInstanceName: undefined, appealPeriod: undefined };
  return {
    ...kind,
    appealable: true,
    appealInstance: kind.appealInstance ?? 'administrative_court',
    appealInstanceName: kind.appealInstanceName ?? { sv: 'förvaltningsrätten', en: 'the administrative court' },
    appealPeriod: kind.appealPeriod ?? { length: 3, unit: 'week', start: 'served', basis: 'FL 44 §' },
  };
}

/** The decisions such a case may end in or pass. */
export function DecisionsPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const roles = useTexts(roleTexts);
  const { language } = useLanguage();
  const letters = Object.fromEntries(definition.letterTemplates.map((letter) => [letter.key, letter.name[language]]));
  const blank: DecisionType = {
    key: '',
    name: { sv: '', en: '' },
    kind: 'final',
    template: definition.letterTemplates[0]?.key ?? '',
    outcomes: [{ key: 'granted', outcome: 'granted', name: { sv: 'Bifall', en: 'Granted' } }],
    delegation: { roles: ['decision_maker'] },
    fourEyes: false,
    presentation: true,
    appealable: false,
  };
  return (
    <Items
      at={`${ROOT}/decisionTypes`}
      items={definition.decisionTypes}
      onItems={(items) => set('decisionTypes', items)}
      titleOf={(kind) => kind.name[language]}
      blank={blank}
      add={t.add.decision}
    >
      {(kind, put, at) => (
        <>
          <BothField at={`${at}/name`} label={t.name} value={kind.name} onValue={(name) => put({ ...kind, name })} />
          <div className="fieldpair">
            <TextField
              at={`${at}/key`}
              label={t.key}
              hint={t.keyHint}
              maxLength={60}
              value={kind.key}
              onValue={(key) => put({ ...kind, key })}
            />
            <ChoiceField
              at={`${at}/kind`}
              label={t.decisionKind}
              words={t.decisionKinds}
              value={kind.kind}
              onValue={(value) => put({ ...kind, kind: value })}
            />
          </div>
          <div className="field">
            <p className="label">{t.outcomes}</p>
            <Items
              at={`${at}/outcomes`}
              items={kind.outcomes}
              onItems={(outcomes) => put({ ...kind, outcomes })}
              titleOf={(outcome) => outcome.name[language]}
              blank={{ key: '', outcome: 'other', name: { sv: '', en: '' } }}
              add={t.add.outcome}
            >
              {(outcome, change, place) => (
                <>
                  <BothField at={`${place}/name`} label={t.name} value={outcome.name} onValue={(name) => change({ ...outcome, name })} />
                  <div className="fieldpair">
                    <TextField
                      at={`${place}/key`}
                      label={t.key}
                      hint={t.keyHint}
                      maxLength={60}
                      value={outcome.key}
                      onValue={(key) => change({ ...outcome, key })}
                    />
                    <ChoiceField
                      at={`${place}/outcome`}
                      label={t.outcomeKind}
                      words={t.outcomeKinds}
                      value={outcome.outcome}
                      onValue={(value) => change({ ...outcome, outcome: value })}
                    />
                  </div>
                </>
              )}
            </Items>
          </div>
          <CheckGroup
            at={`${at}/delegation/roles`}
            label={t.whoDecides}
            options={SIGNERS.map((role) => ({ value: role, text: roles[role] }))}
            chosen={kind.delegation.roles}
            onChosen={(chosen) => put({ ...kind, delegation: { ...kind.delegation, roles: chosen } })}
          />
          <AmountFields kind={kind} put={put} at={at} numbers={numbersOf(definition, language)} />
          <CheckField
            at={`${at}/fourEyes`}
            label={t.fourEyesWhat}
            checked={kind.fourEyes}
            onChecked={(fourEyes) => put({ ...kind, fourEyes })}
          />
          <CheckField
            at={`${at}/presentation`}
            label={t.presentationWhat}
            checked={kind.presentation}
            onChecked={(presentation) => put({ ...kind, presentation })}
          />
          <ChoiceField
            at={`${at}/template`}
            label={t.template}
            words={letters}
            value={kind.template}
            onValue={(template) => put({ ...kind, template })}
          />
          <CheckField
            at={`${at}/appealable`}
            label={t.appealable}
            checked={kind.appealable}
            onChecked={(may) => put(appealable(kind, may))}
          />
          {kind.appealable && <AppealFields kind={kind} put={put} at={at} />}
          <ChoiceField
            at={`${at}/appealTemplate`}
            label={t.appealTemplate}
            words={letters}
            empty={t.noLetter}
            value={kind.appealTemplate ?? ''}
            onValue={(value) => put({ ...kind, appealTemplate: value === '' ? undefined : value })}
          />
        </>
      )}
    </Items>
  );
}

type AmountProps = { kind: DecisionType; put: (kind: DecisionType) => void; at: string; numbers: Record<string, string> };

/** Up to which amount the delegation reaches, and which answer of the form is the amount. */
function AmountFields({ kind, put, at, numbers }: AmountProps) {
  const t = useTexts(texts);
  const { amountField = '', amountLimitSek } = kind.delegation;
  return (
    <div className="fieldpair">
      <ChoiceField
        at={`${at}/delegation/amountField`}
        label={t.amountField}
        hint={t.amountFieldHint}
        words={numbers}
        empty={t.noAmountField}
        value={amountField}
        onValue={(value) => put({ ...kind, delegation: { ...kind.delegation, amountField: value === '' ? undefined : value } })}
      />
      <NumberField
        at={`${at}/delegation/amountLimitSek`}
        label={t.amountLimit}
        hint={t.amountLimitHint}
        value={amountLimitSek}
        onValue={(value) => put({ ...kind, delegation: { ...kind.delegation, amountLimitSek: Number.isNaN(value) ? undefined : value } })}
      />
    </div>
  );
}

function AppealFields({ kind, put, at }: { kind: DecisionType; put: (kind: DecisionType) => void; at: string }) {
  const t = useTexts(texts);
  const period = kind.appealPeriod ?? { length: 3, unit: 'week' as const, start: 'served', basis: 'FL 44 §' };
  return (
    <>
      <ChoiceField
        at={`${at}/appealInstance`}
        label={t.instance}
        words={t.instances}
        value={kind.appealInstance ?? ''}
        onValue={(appealInstance) => put({ ...kind, appealInstance })}
      />
      <BothField
        at={`${at}/appealInstanceName`}
        label={t.instanceName}
        value={kind.appealInstanceName ?? { sv: '', en: '' }}
        onValue={(appealInstanceName) => put({ ...kind, appealInstanceName })}
      />
      <div className="fieldpair">
        <NumberField
          at={`${at}/appealPeriod/length`}
          label={t.length}
          value={period.length}
          onValue={(length) => put({ ...kind, appealPeriod: { ...period, length } })}
        />
        <ChoiceField
          at={`${at}/appealPeriod/unit`}
          label={t.timeUnit}
          words={t.units}
          value={period.unit}
          onValue={(unit) => put({ ...kind, appealPeriod: { ...period, unit: unit as typeof period.unit } })}
        />
      </div>
    </>
  );
}

/** The letters, with what is filled in marked as one writes. */
export function LettersPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const blank: Letter = { key: '', name: { sv: '', en: '' }, body: { sv: '', en: '' } };
  return (
    <Items
      at={`${ROOT}/letterTemplates`}
      items={definition.letterTemplates}
      onItems={(items) => set('letterTemplates', items)}
      titleOf={(letter) => letter.name[language]}
      blank={blank}
      add={t.add.letter}
    >
      {(letter, put, at) => (
        <>
          <BothField at={`${at}/name`} label={t.name} value={letter.name} onValue={(name) => put({ ...letter, name })} />
          <TextField
            at={`${at}/key`}
            label={t.key}
            hint={t.keyHint}
            maxLength={60}
            value={letter.key}
            onValue={(key) => put({ ...letter, key })}
          />
          <BothField
            at={`${at}/body`}
            label={t.letterText}
            long
            maxLength={4000}
            value={letter.body}
            onValue={(body) => put({ ...letter, body })}
          />
          <p className="hint field">
            {t.placeholders}
            {PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ')}. {t.bracketHint}
          </p>
          <div className="field">
            <p className="label">{t.preview}</p>
            <LetterText text={letter.body[language]} />
          </div>
        </>
      )}
    </Items>
  );
}
