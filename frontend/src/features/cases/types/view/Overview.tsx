// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { caseWords } from '@/shared/caseWords';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { roleTexts as roleWords } from '@/shared/roles';
import { type Column, Table, Tag } from '@/shared/ui';
import {
  type Deadline,
  type DecisionType,
  type Definition,
  type Document,
  kindOf,
  type LegalBasis,
  numbersOf,
  optionsOf,
  type Part,
  type Step,
} from '../definition';
import { texts } from '../texts';
import { LetterText } from './LetterText';

/** The words of a table of the catalogue for a key that may be unknown to it. */
export const worded = (words: object, key: string): string => (words as Record<string, string>)[key] ?? key;

/** The whole configuration, for people. */
export function Overview({ definition }: { definition: Definition }) {
  return (
    <>
      <Law definition={definition} />
      <FormOverview definition={definition} />
      <Flow definition={definition} />
      <Decisions definition={definition} />
      <Letters definition={definition} />
      <Ends definition={definition} />
    </>
  );
}

function Section({ part, children }: { part: Part; children: ReactNode }) {
  const t = useTexts(texts);
  return (
    <section aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{t.parts[part]}</h2>
      {children}
    </section>
  );
}

/** The text of the configuration in the language of the page. */
function useBoth(): (text: { sv: string; en: string } | undefined) => string {
  const { language } = useLanguage();
  return (text) => text?.[language] ?? '';
}

function Law({ definition }: { definition: Definition }) {
  const t = useTexts(texts);
  const both = useBoth();
  const moods = { high: 'ok', medium: 'info', low: 'warn' } as const;
  const columns: Column<LegalBasis>[] = [
    { key: 'what', head: t.what, rowHead: true, cell: (basis) => both(basis.covers) },
    {
      key: 'provision',
      head: t.provision,
      cell: (basis) => (
        <span>
          {basis.provision}
          <br />
          <span className="small muted" lang="sv">
            {basis.title} ({basis.sfs})
          </span>
        </span>
      ),
    },
    {
      key: 'confidence',
      head: t.confidence,
      cell: (basis) => <Tag mood={moods[basis.confidence as keyof typeof moods]}>{worded(t.confidences, basis.confidence)}</Tag>,
    },
  ];
  return (
    <Section part="law">
      <Table
        caption={t.parts.law}
        columns={columns}
        rows={definition.legalBasis}
        rowKey={(basis) => `${basis.sfs} ${basis.provision}`}
        dense
        cards
      />
      {(definition.notApplicable ?? []).map((exception) => (
        <p className="note" key={exception.provision}>
          {t.notApplicable}: {exception.provision}. {both(exception.reason)}
        </p>
      ))}
    </Section>
  );
}

function FormOverview({ definition }: { definition: Definition }) {
  const t = useTexts(texts);
  const both = useBoth();
  const { language } = useLanguage();
  const required = new Set(definition.formSchema.required ?? []);
  return (
    <Section part="form">
      {definition.uiSchema.groups.map((group) => (
        <div key={group.key} className="typegroup">
          <h3>{both(group.title)}</h3>
          <dl className="answers">
            {group.fields.map((key) => {
              const field = definition.formSchema.properties[key] ?? {};
              const options = optionsOf(field).map((option) => (language === 'en' ? option['x-titleEn'] : option.title));
              return (
                <div key={key} className="typepair">
                  <dt>{(language === 'en' ? field['x-titleEn'] : field.title) ?? key}</dt>
                  <dd>
                    {t.kinds[kindOf(field)]}
                    {required.has(key) && `, ${t.required.toLowerCase()}`}
                    {options.length > 0 && <span className="small muted">: {options.join(', ')}</span>}
                  </dd>
                </div>
              );
            })}
          </dl>
        </div>
      ))}
    </Section>
  );
}

function Flow({ definition }: { definition: Definition }) {
  const t = useTexts(texts);
  const both = useBoth();
  const { language } = useLanguage();
  const activities = caseWords[language].activities;
  const steps: Column<Step>[] = [
    { key: 'name', head: t.step, rowHead: true, cell: (step) => both(step.name) },
    { key: 'goal', head: t.goal, cell: (step) => t.days[step.targetUnit](step.targetDays) },
    {
      key: 'between',
      head: t.between,
      cell: (step) => `${worded(activities, step.startActivity)} – ${worded(activities, step.endActivity).toLowerCase()}`,
    },
    {
      key: 'wait',
      head: t.waits,
      cell: (step) => (
        <span>
          {step.wait && worded(t.waitKinds, step.wait)} {!step.required && <span className="muted">{t.optional}</span>}
        </span>
      ),
    },
  ];
  const deadlines: Column<Deadline>[] = [
    { key: 'name', head: t.deadline, rowHead: true, cell: (deadline) => both(deadline.name) },
    {
      key: 'length',
      head: t.length,
      cell: (deadline) => t.afterStart(t.days[deadline.unit](deadline.length), worded(t.starts, deadline.start)),
    },
    {
      key: 'clock',
      head: t.clock,
      cell: (deadline) => <Tag mood={deadline.clock === 'statutory' ? 'info' : undefined}>{t.clocks[deadline.clock]}</Tag>,
    },
    { key: 'basis', head: t.basis, cell: (deadline) => <span lang="sv">{deadline.basis}</span> },
  ];
  const documents: Column<Document>[] = [
    { key: 'name', head: t.document, rowHead: true, cell: (document) => both(document.name) },
    { key: 'when', head: t.when, cell: (document) => (document.when === 'always' ? t.always : t.onCondition) },
    { key: 'before', head: t.before, cell: (document) => worded(t.stages, document.requiredBefore) },
  ];
  return (
    <>
      <Section part="steps">
        <Table caption={t.parts.steps} columns={steps} rows={definition.steps} rowKey={(step) => step.key} dense cards />
      </Section>
      <Section part="deadlines">
        <Table
          caption={t.parts.deadlines}
          columns={deadlines}
          rows={definition.deadlines}
          rowKey={(deadline) => deadline.kind}
          dense
          cards
        />
      </Section>
      <Section part="documents">
        <Table
          caption={t.parts.documents}
          columns={documents}
          rows={definition.requiredDocuments}
          rowKey={(document) => document.key}
          dense
          cards
        />
      </Section>
      <Section part="routing">
        <ul className="typelist">
          {definition.routingRule.map((rule) => (
            <li key={`${rule.if}${rule.unit}${rule.competence}`}>
              {rule.if ? <code>{rule.if}</code> : t.otherwise} → <b>{rule.unit === 'case_responsible_unit' ? t.unitOfCase : rule.unit}</b>
              {rule.competence && <span lang="sv">, {rule.competence}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Decisions({ definition }: { definition: Definition }) {
  const t = useTexts(texts);
  const { language } = useLanguage();
  const both = useBoth();
  const appeal = (kind: DecisionType) =>
    kind.appealable && kind.appealPeriod
      ? t.appealTo(both(kind.appealInstanceName), t.days[kind.appealPeriod.unit](kind.appealPeriod.length))
      : t.noAppeal;
  const numbers = numbersOf(definition, language);
  const limit = (most: number, field: string | undefined) => {
    const amount = most.toLocaleString(language);
    return field ? t.upToBy(amount, numbers[field] ?? field) : t.upTo(amount);
  };
  return (
    <Section part="decisions">
      {definition.decisionTypes.map((kind) => (
        <div key={kind.key} className="typegroup">
          <h3>
            {both(kind.name)} <Tag>{worded(t.decisionKinds, kind.kind)}</Tag>
          </h3>
          <dl className="answers">
            <div className="typepair">
              <dt>{t.outcomes}</dt>
              <dd>
                {kind.outcomes
                  .map((outcome) => `${both(outcome.name)} (${worded(t.outcomeKinds, outcome.outcome).toLowerCase()})`)
                  .join(', ')}
              </dd>
            </div>
            <div className="typepair">
              <dt>{t.whoDecides}</dt>
              <dd>
                <Roles roles={kind.delegation.roles} />
                {kind.fourEyes && `. ${t.fourEyesWhat}`}
                {kind.presentation && `. ${t.presentationWhat}`}
                {kind.delegation.amountLimitSek !== undefined && `. ${limit(kind.delegation.amountLimitSek, kind.delegation.amountField)}`}.
              </dd>
            </div>
            <div className="typepair">
              <dt>{t.appeal}</dt>
              <dd>{appeal(kind)}</dd>
            </div>
          </dl>
        </div>
      ))}
    </Section>
  );
}

function Letters({ definition }: { definition: Definition }) {
  const both = useBoth();
  return (
    <Section part="letters">
      {definition.letterTemplates.map((letter) => (
        <details key={letter.key} className="typeletter">
          <summary>{both(letter.name)}</summary>
          <LetterText text={both(letter.body)} />
        </details>
      ))}
    </Section>
  );
}

function Ends({ definition }: { definition: Definition }) {
  const t = useTexts(texts);
  const both = useBoth();
  const outcomes = definition.decisionTypes.flatMap((kind) => kind.outcomes);
  const nameOf = (key: string) => (key === '*' ? t.everyOutcome : both(outcomes.find((outcome) => outcome.key === key)?.name) || key);
  const { secrecyDefault, publicRegister, personalData } = definition;
  return (
    <>
      <Section part="openness">
        <dl className="answers">
          <div className="typepair">
            <dt>{t.secrecyDefault}</dt>
            <dd>
              {worded(t.secrecyLevels, secrecyDefault.level)}
              <ul className="typelist small muted">
                {secrecyDefault.provisions.map((each) => (
                  <li key={each.provision}>
                    <span lang="sv">{each.provision}</span>: {both(each.when)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
          <div className="typepair">
            <dt>{t.register}</dt>
            <dd>{worded(t.registerModes, publicRegister.mode)}</dd>
          </div>
          {personalData && (
            <div className="typepair">
              <dt>{t.personalData}</dt>
              <dd>
                {both(personalData.purpose)}{' '}
                <span className="small muted" lang="sv">
                  ({personalData.gdprBasis}; {personalData.categories.join(', ')})
                </span>
              </dd>
            </div>
          )}
        </dl>
      </Section>
      <Section part="retention">
        <dl className="answers">
          {definition.retentionRule.rules.map((rule) => (
            <div className="typepair" key={rule.outcome}>
              <dt>{nameOf(rule.outcome)}</dt>
              <dd>
                {rule.action === 'preserve' ? t.preserved : t.disposedAfter(rule.years ?? 0)}
                <br />
                <span className="small muted">
                  {t.countedFrom} {worded(t.retentionStarts, rule.start)}. <span lang="sv">{rule.basis}</span>
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </Section>
    </>
  );
}

function Roles({ roles }: { roles: readonly string[] }) {
  const words = useTexts(roleWords);
  return roles.map((role) => worded(words, role)).join(', ');
}
