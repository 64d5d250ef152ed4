// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from '@tanstack/react-query';
import { listUnitsOptions } from '@/api/queries';
import { caseWords } from '@/shared/caseWords';
import { CheckField, CheckGroup, ChoiceField, DateField, Items, NumberField, SelectField, TextField } from '@/shared/form';
import { useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import type { Document, LegalBasis, Retention, Rule, Step } from '../definition';
import { texts } from '../texts';
import { BothField, type PartProps } from './fields';

const ROOT = '/definition';
const NOTHING = { sv: '', en: '' };
const words = (catalogue: object) => Object.entries(catalogue).map(([value, text]) => ({ value, text: String(text) }));

/** What it is called, when it holds, who opens it and how it arrives. */
export function NamesPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  return (
    <div className="fieldstack">
      <BothField at={`${ROOT}/name`} label={t.name} value={definition.name} onValue={(value) => set('name', value)} />
      <BothField
        at={`${ROOT}/description`}
        label={t.description}
        long
        maxLength={1000}
        value={definition.description}
        onValue={(value) => set('description', value)}
      />
      <div className="fieldpair">
        <DateField at={`${ROOT}/validFrom`} label={t.validFrom} value={definition.validFrom} onValue={(value) => set('validFrom', value)} />
        <DateField
          at={`${ROOT}/validTo`}
          label={t.validTo}
          optional
          value={definition.validTo ?? ''}
          onValue={(value) => set('validTo', value === '' ? undefined : value)}
        />
      </div>
      <div className="fieldpair">
        <TextField
          at={`${ROOT}/classCode/code`}
          label={t.classCode}
          maxLength={12}
          value={definition.classCode.code}
          onValue={(code) => set('classCode', { ...definition.classCode, code })}
        />
        <ChoiceField
          at={`${ROOT}/initiative`}
          label={t.initiative}
          words={t.initiatives}
          value={definition.initiative}
          onValue={(value) => set('initiative', value)}
        />
      </div>
      <CheckGroup
        at={`${ROOT}/channels`}
        label={t.channels}
        options={words(caseWords[language].channels)}
        chosen={definition.channels}
        onChosen={(value) => set('channels', value)}
      />
      {definition.channels.includes('eservice') && (
        <TextField
          at={`${ROOT}/eServiceId`}
          label={t.eService}
          optional
          maxLength={100}
          value={definition.eServiceId ?? ''}
          onValue={(value) => set('eServiceId', value === '' ? undefined : value)}
        />
      )}
    </div>
  );
}

/** The law the type stands on. */
export function LawPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const blank: LegalBasis = { sfs: '', title: '', provision: '', covers: NOTHING, verified: false, confidence: 'medium' };
  return (
    <Items
      at={`${ROOT}/legalBasis`}
      items={definition.legalBasis}
      onItems={(items) => set('legalBasis', items)}
      titleOf={(basis) => [basis.provision, basis.title].filter(Boolean).join(', ')}
      blank={blank}
      add={t.add.law}
    >
      {(basis, put, at) => (
        <>
          <div className="fieldpair">
            <TextField
              at={`${at}/sfs`}
              label={t.sfs}
              hint="2017:900"
              maxLength={12}
              value={basis.sfs}
              onValue={(sfs) => put({ ...basis, sfs })}
            />
            <TextField
              at={`${at}/title`}
              label={t.lawTitle}
              hint="Förvaltningslag"
              maxLength={200}
              value={basis.title}
              onValue={(title) => put({ ...basis, title })}
            />
          </div>
          <TextField
            at={`${at}/provision`}
            label={t.provision}
            hint={t.provisionHint}
            maxLength={200}
            value={basis.provision}
            onValue={(provision) => put({ ...basis, provision })}
          />
          <BothField
            at={`${at}/covers`}
            label={t.covers}
            maxLength={1000}
            value={basis.covers}
            onValue={(covers) => put({ ...basis, covers })}
          />
          <CheckField
            at={`${at}/verified`}
            label={t.verified}
            checked={basis.verified}
            onChecked={(verified) => put({ ...basis, verified })}
          />
          <ChoiceField
            at={`${at}/confidence`}
            label={t.confidence}
            words={t.confidences}
            value={basis.confidence}
            onValue={(confidence) => put({ ...basis, confidence })}
          />
        </>
      )}
    </Items>
  );
}

/** The steps on the way. */
export function StepsPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const activities = caseWords[language].activities;
  const blank: Step = {
    key: '',
    name: NOTHING,
    targetDays: 5,
    targetUnit: 'workday',
    startActivity: 'HandlingStarted',
    endActivity: 'DecisionProposed',
    required: true,
  };
  return (
    <Items
      at={`${ROOT}/steps`}
      items={definition.steps}
      onItems={(items) => set('steps', items)}
      titleOf={(step) => step.name[language]}
      blank={blank}
      add={t.add.step}
    >
      {(step, put, at) => (
        <>
          <BothField at={`${at}/name`} label={t.name} value={step.name} onValue={(name) => put({ ...step, name })} />
          <div className="fieldpair">
            <TextField
              at={`${at}/key`}
              label={t.key}
              hint={t.keyHint}
              maxLength={60}
              value={step.key}
              onValue={(key) => put({ ...step, key })}
            />
            <ChoiceField
              at={`${at}/wait`}
              label={t.waits}
              words={t.waitKinds}
              empty={t.noWait}
              value={step.wait ?? ''}
              onValue={(wait) => put({ ...step, wait: wait === '' ? undefined : wait })}
            />
          </div>
          <div className="fieldpair">
            <NumberField
              at={`${at}/targetDays`}
              label={t.targetDays}
              value={step.targetDays}
              onValue={(targetDays) => put({ ...step, targetDays })}
            />
            <ChoiceField
              at={`${at}/targetUnit`}
              label={t.timeUnit}
              words={t.units}
              value={step.targetUnit}
              onValue={(value) => put({ ...step, targetUnit: value as Step['targetUnit'] })}
            />
          </div>
          <div className="fieldpair">
            <ChoiceField
              at={`${at}/startActivity`}
              label={t.startActivity}
              words={activities}
              value={step.startActivity}
              onValue={(startActivity) => put({ ...step, startActivity })}
            />
            <ChoiceField
              at={`${at}/endActivity`}
              label={t.endActivity}
              words={activities}
              value={step.endActivity}
              onValue={(endActivity) => put({ ...step, endActivity })}
            />
          </div>
          <CheckField
            at={`${at}/required`}
            label={t.stepRequired}
            checked={step.required}
            onChecked={(required) => put({ ...step, required })}
          />
        </>
      )}
    </Items>
  );
}

/** Which documents a case holds. */
export function DocumentsPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const blank: Document = { key: '', name: NOTHING, when: 'always', requiredBefore: 'decide' };
  return (
    <Items
      at={`${ROOT}/requiredDocuments`}
      items={definition.requiredDocuments}
      onItems={(items) => set('requiredDocuments', items)}
      titleOf={(document) => document.name[language]}
      blank={blank}
      add={t.add.document}
    >
      {(document, put, at) => (
        <>
          <BothField at={`${at}/name`} label={t.name} value={document.name} onValue={(name) => put({ ...document, name })} />
          <div className="fieldpair">
            <TextField
              at={`${at}/key`}
              label={t.key}
              hint={t.keyHint}
              maxLength={60}
              value={document.key}
              onValue={(key) => put({ ...document, key })}
            />
            <TextField
              at={`${at}/when`}
              label={t.whenCondition}
              hint={t.whenHint}
              maxLength={60}
              value={document.when}
              onValue={(when) => put({ ...document, when })}
            />
          </div>
          <ChoiceField
            at={`${at}/requiredBefore`}
            label={t.before}
            words={t.stages}
            value={document.requiredBefore}
            onValue={(requiredBefore) => put({ ...document, requiredBefore })}
          />
        </>
      )}
    </Items>
  );
}

/** Who gets the case. */
export function RoutingPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const pick = usePick();
  const units = useQuery(listUnitsOptions());
  const codes = (units.data?.items ?? []).map((unit) => ({ value: unit.code, text: `${unit.code} – ${pick(unit.name)}` }));
  const options = (code: string) =>
    code === '' || codes.some(({ value }) => value === code) ? codes : [...codes, { value: code, text: code }];
  const ofCase = { value: 'case_responsible_unit', text: t.unitOfCase };
  const put = (rules: Rule[]) =>
    set(
      'routingRule',
      rules.map((rule, index) => {
        const { if: condition, else: _, ...rest } = rule;
        return index === rules.length - 1 ? { else: true, ...rest } : { if: condition ?? '', ...rest };
      }),
    );
  return (
    <div className="fieldstack">
      <SelectField
        at={`${ROOT}/defaultUnit`}
        label={t.defaultUnit}
        options={options(definition.defaultUnit)}
        value={definition.defaultUnit}
        onValue={(value) => set('defaultUnit', value)}
      />
      <div className="field">
        <Items
          at={`${ROOT}/routingRule`}
          items={definition.routingRule}
          onItems={put}
          titleOf={(rule) => `${rule.else ? t.otherwise : (rule.if ?? '')} → ${rule.unit}`}
          blank={{ else: true, unit: definition.defaultUnit, competence: '' }}
          add={t.add.rule}
        >
          {(rule, change, at) => (
            <>
              {rule.else === undefined && (
                <TextField
                  at={`${at}/if`}
                  label={t.condition}
                  hint={t.routingHint}
                  maxLength={500}
                  value={rule.if ?? ''}
                  onValue={(value) => change({ ...rule, if: value })}
                />
              )}
              <div className="fieldpair">
                <SelectField
                  at={`${at}/unit`}
                  label={t.unit}
                  options={[...options(rule.unit === ofCase.value ? '' : rule.unit), ofCase]}
                  value={rule.unit}
                  onValue={(unit) => change({ ...rule, unit })}
                />
                <TextField
                  at={`${at}/competence`}
                  label={t.competence}
                  maxLength={100}
                  value={rule.competence ?? ''}
                  onValue={(competence) => change({ ...rule, competence })}
                />
              </div>
            </>
          )}
        </Items>
      </div>
    </div>
  );
}

/** How closed a case is from the start, and what the public register shows. */
export function OpennessPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const { secrecyDefault, publicRegister } = definition;
  const web = publicRegister.webRegister ?? { partyNames: false, removeMonthsAfterClose: 6 };
  return (
    <div className="fieldstack">
      <ChoiceField
        at={`${ROOT}/secrecyDefault/level`}
        label={t.secrecyDefault}
        words={t.secrecyLevels}
        value={secrecyDefault.level}
        onValue={(level) => set('secrecyDefault', { ...secrecyDefault, level })}
      />
      <div className="field">
        <Items
          at={`${ROOT}/secrecyDefault/provisions`}
          items={secrecyDefault.provisions}
          onItems={(provisions) => set('secrecyDefault', { ...secrecyDefault, provisions })}
          titleOf={(each) => each.provision}
          blank={{ provision: '', when: NOTHING }}
          add={t.add.law}
        >
          {(each, put, at) => (
            <>
              <TextField
                at={`${at}/provision`}
                label={t.provision}
                hint="OSL 20 kap. 1 §"
                maxLength={200}
                value={each.provision}
                onValue={(provision) => put({ ...each, provision })}
              />
              <BothField
                at={`${at}/when`}
                label={t.provisionWhen}
                maxLength={1000}
                value={each.when}
                onValue={(when) => put({ ...each, when })}
              />
            </>
          )}
        </Items>
      </div>
      <ChoiceField
        at={`${ROOT}/publicRegister/mode`}
        label={t.register}
        words={t.registerModes}
        value={publicRegister.mode}
        onValue={(mode) => set('publicRegister', { ...publicRegister, mode })}
      />
      <CheckField
        at={`${ROOT}/publicRegister/webRegister/partyNames`}
        label={t.registerNames}
        checked={web.partyNames}
        onChecked={(partyNames) => set('publicRegister', { ...publicRegister, webRegister: { ...web, partyNames } })}
      />
      <NumberField
        at={`${ROOT}/publicRegister/webRegister/removeMonthsAfterClose`}
        label={t.registerMonths}
        value={web.removeMonthsAfterClose}
        onValue={(removeMonthsAfterClose) => set('publicRegister', { ...publicRegister, webRegister: { ...web, removeMonthsAfterClose } })}
      />
    </div>
  );
}

/** What happens to the records in the end. */
export function RetentionPart({ definition, set }: PartProps) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const outcomes = Object.fromEntries([
    ['*', t.everyOutcome],
    ...definition.decisionTypes.flatMap((kind) => kind.outcomes).map((outcome) => [outcome.key, outcome.name[language]]),
  ]) as Record<string, string>;
  const blank: Retention = { outcome: '*', action: 'preserve', start: 'closed', basis: '' };
  return (
    <Items
      at={`${ROOT}/retentionRule/rules`}
      items={definition.retentionRule.rules}
      onItems={(rules) => set('retentionRule', { ...definition.retentionRule, rules })}
      titleOf={(rule) => outcomes[rule.outcome] ?? rule.outcome}
      blank={blank}
      add={t.add.retention}
    >
      {(rule, put, at) => (
        <>
          <ChoiceField
            at={`${at}/outcome`}
            label={t.retentionOutcome}
            words={outcomes}
            value={rule.outcome}
            onValue={(outcome) => put({ ...rule, outcome })}
          />
          <div className="fieldpair">
            <ChoiceField
              at={`${at}/action`}
              label={t.action}
              words={{ preserve: t.preserved, dispose: t.disposedAfter(rule.years ?? 5) }}
              value={rule.action}
              onValue={(action) =>
                put(action === 'dispose' ? { ...rule, action, years: rule.years ?? 5 } : { ...rule, action: 'preserve', years: undefined })
              }
            />
            {rule.action === 'dispose' && (
              <NumberField at={`${at}/years`} label={t.years} value={rule.years} onValue={(years) => put({ ...rule, years })} />
            )}
          </div>
          <ChoiceField
            at={`${at}/start`}
            label={t.countedFrom}
            words={t.retentionStarts}
            value={rule.start}
            onValue={(start) => put({ ...rule, start })}
          />
          <TextField at={`${at}/basis`} label={t.basis} maxLength={500} value={rule.basis} onValue={(basis) => put({ ...rule, basis })} />
        </>
      )}
    </Items>
  );
}
