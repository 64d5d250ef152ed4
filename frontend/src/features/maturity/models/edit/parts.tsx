// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { ChoiceField, Items, NumberField, SelectField, TextArea, TextField, TextsField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { type Criterion, type ModelDocument, newCriterion, type Perspective, type Texts } from '../document';
import { texts } from '../texts';

const LONGEST = 600;

/** What every part of the editor is given. */
export type PartProps = {
  model: ModelDocument;
  set: <K extends keyof ModelDocument>(key: K, value: ModelDocument[K]) => void;
};

export function PerspectivesPart({ model, set }: PartProps) {
  const t = useTexts(texts);
  const pick = usePick();
  const blank: Perspective = { code: '', name: {}, description: {} };
  return (
    <section>
      <h2>{t.partPerspectives}</h2>
      <Items
        at="/document/perspectives"
        items={model.perspectives}
        onItems={(items) => set('perspectives', items)}
        titleOf={(each) => [each.code, pick(each.name)].filter(Boolean).join(' ')}
        blank={blank}
        add={t.addPerspective}
      >
        {(each, put, at) => (
          <>
            <TextField
              at={`${at}/code`}
              label={t.code}
              hint={t.codeHint}
              maxLength={19}
              value={each.code}
              onValue={(code) => put({ ...each, code })}
            />
            <TextsField
              at={`${at}/name`}
              label={t.title}
              locales={model.locales}
              value={each.name}
              onValue={(name) => put({ ...each, name })}
            />
            <TextsField
              at={`${at}/description`}
              label={t.description}
              locales={model.locales}
              long
              maxLength={LONGEST}
              value={each.description}
              onValue={(description) => put({ ...each, description })}
            />
          </>
        )}
      </Items>
    </section>
  );
}

export function CriteriaPart({ model, set }: PartProps) {
  const t = useTexts(texts);
  const pick = usePick();
  return (
    <section>
      <h2>{t.partCriteria}</h2>
      <Items
        at="/document/criteria"
        items={model.criteria}
        onItems={(items) => set('criteria', items)}
        titleOf={(each) => [each.code, pick(each.name)].filter(Boolean).join(' ')}
        blank={newCriterion(model)}
        add={t.addCriterion}
      >
        {(each, put, at) => <CriterionFields model={model} criterion={each} put={put} at={at} />}
      </Items>
    </section>
  );
}

type CriterionProps = { model: ModelDocument; criterion: Criterion; put: (criterion: Criterion) => void; at: string };

function CriterionFields({ model, criterion, put, at }: CriterionProps) {
  const t = useTexts(texts);
  const pick = usePick();
  const { locales } = model;
  const intake = model.criteria.filter((each) => each.dimension === 'intake' && each.code !== criterion.code);
  const nameOf = (level: number) => pick(model.scale.find((each) => each.level === level)?.name);
  const written = (level: number) => criterion.levels.find((each) => each.level === level)?.text ?? {};
  const sentence = (level: number, text: Texts) =>
    put({
      ...criterion,
      levels: [...criterion.levels.filter((each) => each.level !== level), { level, text }].sort((one, other) => one.level - other.level),
    });
  return (
    <>
      <div className="fieldpair">
        <TextField
          at={`${at}/code`}
          label={t.code}
          hint={t.codeHint}
          maxLength={19}
          value={criterion.code}
          onValue={(code) => put({ ...criterion, code })}
        />
        <SelectField
          at={`${at}/perspective`}
          label={t.perspective}
          value={criterion.perspective}
          onValue={(perspective) => put({ ...criterion, perspective })}
          options={model.perspectives.map(({ code, name }) => ({ value: code, text: `${code} ${pick(name)}` }))}
        />
      </div>
      <TextsField
        at={`${at}/name`}
        label={t.title}
        locales={locales}
        value={criterion.name}
        onValue={(name) => put({ ...criterion, name })}
      />
      <TextsField
        at={`${at}/question`}
        label={t.question}
        locales={locales}
        long
        maxLength={LONGEST}
        value={criterion.question}
        onValue={(question) => put({ ...criterion, question })}
      />
      <div className="fieldpair">
        <ChoiceField
          at={`${at}/aspect`}
          label={t.aspect}
          words={t.criterionFacts}
          value={criterion.aspect}
          onValue={(aspect) => put({ ...criterion, aspect })}
        />
        <ChoiceField
          at={`${at}/dimension`}
          label={t.dimension}
          words={t.dimensions}
          value={criterion.dimension}
          onValue={(dimension) => put({ ...criterion, dimension })}
        />
      </div>
      {criterion.dimension === 'use' && (
        <SelectField
          at={`${at}/pairedIntake`}
          label={t.paired}
          value={criterion.pairedIntake ?? ''}
          onValue={(pairedIntake) => put({ ...criterion, pairedIntake })}
          empty={t.none}
          options={intake.map(({ code, name }) => ({ value: code, text: `${code} ${pick(name)}` }))}
        />
      )}
      {model.scale.map(({ level }, index) => (
        <TextsField
          key={level}
          at={`${at}/levels/${index}/text`}
          label={t.sentence(level, nameOf(level))}
          locales={locales}
          long
          maxLength={LONGEST}
          value={written(level)}
          onValue={(text) => sentence(level, text)}
        />
      ))}
      <LinesField
        at={`${at}/interviewPrompts`}
        label={t.prompts}
        locales={locales}
        value={criterion.interviewPrompts}
        onValue={(interviewPrompts) => put({ ...criterion, interviewPrompts })}
      />
      <LinesField
        at={`${at}/evidenceExamples`}
        label={t.evidence}
        locales={locales}
        value={criterion.evidenceExamples}
        onValue={(evidenceExamples) => put({ ...criterion, evidenceExamples })}
      />
    </>
  );
}

type LinesProps = { at: string; label: string; locales: readonly string[]; value: Texts[]; onValue: (value: Texts[]) => void };

/** Several texts, one on each line, in each of their languages. */
function LinesField({ at, label, locales, value, onValue }: LinesProps) {
  const t = useTexts(texts);
  const lines = Object.fromEntries(locales.map((locale) => [locale, value.map((text) => text[locale] ?? '').join('\n')]));
  const change = (all: Record<string, string>) => {
    const split = Object.entries(all).map(([locale, text]) => [locale, text.split('\n')] as const);
    const longest = Math.max(...split.map(([, rows]) => rows.length));
    onValue(Array.from({ length: longest }, (_, row) => Object.fromEntries(split.map(([locale, rows]) => [locale, rows[row] ?? '']))));
  };
  return (
    <>
      <TextsField at={at} label={label} locales={locales} long maxLength={6000} value={lines} onValue={change} />
      <p className="hint">{t.onePerLine}</p>
    </>
  );
}

export function IndicatorsPart({ model, set }: PartProps) {
  const t = useTexts(texts);
  const pick = usePick();
  const put = (index: number, change: Partial<ModelDocument['indicators'][number]>) =>
    set(
      'indicators',
      model.indicators.map((each, other) => (other === index ? { ...each, ...change } : each)),
    );
  return (
    <section>
      <h2>{t.partIndicators}</h2>
      <p className="hint">{t.indicatorsHint}</p>
      {model.indicators.map((each, index) => {
        const at = `/document/indicators/${index}`;
        return (
          <details className="formitem" key={each.code}>
            <summary>
              {each.code} {pick(each.name)}
            </summary>
            <div className="fieldstack">
              <CutsField at={`${at}/cuts`} value={each.cuts} onValue={(cuts) => put(index, { cuts })} />
              <NumberField
                at={`${at}/minCount`}
                label={t.minCount}
                value={each.minCount}
                onValue={(minCount) => put(index, { minCount })}
              />
              <TextArea
                at={`${at}/criteria`}
                label={t.criteria}
                rows={1}
                value={each.criteria.join(', ')}
                onValue={(written) =>
                  put(index, {
                    criteria: written
                      .split(/[\s,;]+/)
                      .filter(Boolean)
                      .map((code) => code.toUpperCase()),
                  })
                }
              />
            </div>
          </details>
        );
      })}
    </section>
  );
}

type CutsProps = { at: string; value: readonly number[]; onValue: (cuts: number[]) => void };

/** Cuts as one line of numbers; what is typed stays as it was typed. */
function CutsField({ at, value, onValue }: CutsProps) {
  const t = useTexts(texts);
  const [written, setWritten] = useState(value.map((cut) => String(cut).replace('.', ',')).join('; '));
  return (
    <TextField
      at={at}
      label={t.cuts}
      hint={t.cutsHint}
      maxLength={200}
      value={written}
      onValue={(text) => {
        setWritten(text);
        onValue(
          text
            .split(';')
            .map((cut) => cut.trim().replace(',', '.'))
            .filter(Boolean)
            .map(Number),
        );
      }}
    />
  );
}
