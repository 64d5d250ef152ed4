// SPDX-License-Identifier: EUPL-1.2
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { changeOwnRecommendation, createOwnRecommendation, ifMatch, type OwnRecommendation, type WantedRecommendation } from '@/api';
import { getMaturityModelOptions, listRecommendationsOptions } from '@/api/queries';
import { type Fault, FormDialog, SelectField, TextArea, TextField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Button, notify } from '@/shared/ui';
import { type Chosen, choicesOf, IndicatorsField } from '../effect/IndicatorsField';
import { texts } from '../texts';
import { ownTexts } from './texts';

type LiftValues = { criterion: string; from: string; to: string };
type Values = {
  title: string;
  titleEn: string;
  why: string;
  effort: string;
  lifts: LiftValues[];
  prerequisites: string[];
  firstSteps: string;
  successFactors: string;
  indicators: Chosen[];
};

const LEVELS = ['1', '2', '3', '4', '5'] as const;
const SHORTEST = 3;

/** Where a new one may begin: a criterion for which there is no advice, from where it is. */
export type Begun = { criterion: string; from: number; to: number };

function valuesOf(own: OwnRecommendation | undefined, begun: Begun | undefined): Values {
  const lines = (list: readonly { [language: string]: string }[]) => list.map((text) => text.sv ?? '').join('\n');
  const empty: LiftValues = begun
    ? { criterion: begun.criterion, from: String(begun.from), to: String(begun.to) }
    : { criterion: '', from: '1', to: '2' };
  return {
    title: own?.title.sv ?? '',
    titleEn: own?.title.en && own.title.en !== own.title.sv ? own.title.en : '',
    why: own?.why?.sv ?? '',
    effort: String(own?.effort ?? 2),
    lifts: own ? own.lifts.map((lift) => ({ criterion: lift.criterion, from: String(lift.from), to: String(lift.to) })) : [empty],
    prerequisites: own ? [...own.prerequisites] : [],
    firstSteps: own ? lines(own.firstSteps) : '',
    successFactors: own ? lines(own.successFactors) : '',
    indicators: own ? own.indicators.map((each) => ({ indicator: each.indicator, change: each.change === 'up' ? 'up' : 'down' })) : [],
  };
}

/** What is sent; a line that has been kept keeps its English. */
export function wantedOf(values: Values, own: OwnRecommendation | undefined): WantedRecommendation {
  const kept = [...(own?.firstSteps ?? []), ...(own?.successFactors ?? [])];
  const lines = (written: string) =>
    written
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
      .map((sv) => {
        const en = kept.find((text) => text.sv === sv)?.en;
        return en && en !== sv ? { sv, en } : { sv };
      });
  return {
    title: { sv: values.title.trim(), ...(values.titleEn.trim() ? { en: values.titleEn.trim() } : {}) },
    ...(values.why.trim() ? { why: { sv: values.why.trim() } } : {}),
    ...(own?.ownerRole?.sv ? { ownerRole: { sv: own.ownerRole.sv } } : {}),
    effort: Number(values.effort),
    firstSteps: lines(values.firstSteps),
    successFactors: lines(values.successFactors),
    lifts: values.lifts
      .filter((lift) => lift.criterion)
      .map((lift) => ({ criterion: lift.criterion, from: Number(lift.from), to: Number(lift.to) })),
    prerequisites: values.prerequisites.filter(Boolean),
    indicators: choicesOf(values.indicators),
  };
}

/** Formulates a recommendation of one's own, or changes it. */
export function OwnDialog({ own, begun, onClose }: { own?: OwnRecommendation; begun?: Begun | undefined; onClose: () => void }) {
  const t = useTexts(ownTexts);
  const s = useTexts(texts);
  const queryClient = useQueryClient();
  return (
    <FormDialog<Values>
      title={own ? t.change : t.formulate}
      submit={own ? t.change : t.add}
      wide
      initial={valuesOf(own, begun)}
      check={(values) => {
        const faults: Fault[] = [];
        if (values.title.trim().length < SHORTEST) faults.push({ pointer: '/title/sv', message: t.giveTitle });
        if (!values.lifts.some((lift) => lift.criterion)) faults.push({ pointer: '/lifts/0/criterion', message: t.giveLift });
        return faults;
      }}
      send={async (values) => {
        const body = wantedOf(values, own);
        if (own) await changeOwnRecommendation({ path: { code: own.code }, body, headers: ifMatch(own.version) });
        else await createOwnRecommendation({ body });
        await queryClient.invalidateQueries();
        notify(own ? t.changed : t.added);
      }}
      onClose={onClose}
    >
      {(form) => (
        <>
          <p className="small muted">{t.formulateWhat}</p>
          <TextField
            at="/title/sv"
            label={t.title}
            maxLength={300}
            value={form.values.title}
            onValue={(value) => form.set('title', value)}
          />
          <TextField
            at="/title/en"
            label={t.titleEn}
            optional
            maxLength={300}
            value={form.values.titleEn}
            onValue={(value) => form.set('titleEn', value)}
          />
          <TextArea
            at="/why/sv"
            label={t.why}
            optional
            rows={2}
            maxLength={300}
            value={form.values.why}
            onValue={(value) => form.set('why', value)}
          />
          <SelectField
            at="/effort"
            label={t.effort}
            value={form.values.effort}
            onValue={(value) => form.set('effort', value)}
            options={LEVELS.map((level) => ({ value: level, text: `${level} – ${s.efforts[level]}` }))}
          />
          <Lifts lifts={form.values.lifts} onLifts={(lifts) => form.set('lifts', lifts)} />
          <Prerequisites
            self={own?.code}
            chosen={form.values.prerequisites}
            onChosen={(prerequisites) => form.set('prerequisites', prerequisites)}
          />
          <TextArea
            at="/firstSteps"
            label={t.firstSteps}
            hint={t.lines}
            optional
            rows={3}
            value={form.values.firstSteps}
            onValue={(value) => form.set('firstSteps', value)}
          />
          <TextArea
            at="/successFactors"
            label={t.successFactors}
            hint={t.lines}
            optional
            rows={3}
            value={form.values.successFactors}
            onValue={(value) => form.set('successFactors', value)}
          />
          <IndicatorsField chosen={form.values.indicators} onChosen={(indicators) => form.set('indicators', indicators)} />
        </>
      )}
    </FormDialog>
  );
}

function Lifts({ lifts, onLifts }: { lifts: readonly LiftValues[]; onLifts: (lifts: LiftValues[]) => void }) {
  const t = useTexts(ownTexts);
  const pick = usePick();
  const { data: model } = useQuery(getMaturityModelOptions());
  const criteria = model?.criteria ?? [];
  const levels = LEVELS.map((level) => ({ value: level, text: level }));
  const set = (at: number, next: LiftValues) => onLifts(lifts.map((each, index) => (index === at ? next : each)));
  return (
    <fieldset className="field">
      <legend className="label">{t.lifts}</legend>
      <span className="hint">{t.liftsHint}</span>
      {lifts.map((lift, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place
        <div className="lines lines--3" key={at}>
          <SelectField
            at={`/lifts/${at}/criterion`}
            label={t.criterion}
            empty={t.choose}
            value={lift.criterion}
            onValue={(criterion) => set(at, { ...lift, criterion })}
            options={criteria.map((each) => ({ value: each.code, text: `${each.code} ${pick(each.name)}` }))}
          />
          <SelectField
            at={`/lifts/${at}/from`}
            label={t.from}
            value={lift.from}
            onValue={(from) => set(at, { ...lift, from })}
            options={levels}
          />
          <SelectField at={`/lifts/${at}/to`} label={t.to} value={lift.to} onValue={(to) => set(at, { ...lift, to })} options={levels} />
        </div>
      ))}
      {lifts.length < 5 && (
        <Button small icon="plus" onClick={() => onLifts([...lifts, { criterion: '', from: '1', to: '2' }])}>
          {t.addLift}
        </Button>
      )}
    </fieldset>
  );
}

function Prerequisites({
  self,
  chosen,
  onChosen,
}: {
  self: string | undefined;
  chosen: readonly string[];
  onChosen: (chosen: string[]) => void;
}) {
  const t = useTexts(ownTexts);
  const pick = usePick();
  const { data } = useQuery(listRecommendationsOptions());
  const options = (data?.items ?? [])
    .filter((each) => each.code !== self)
    .map((each) => ({ value: each.code, text: `${each.code} ${pick(each.title)}` }));
  return (
    <fieldset className="field">
      <legend className="label">{t.prerequisites}</legend>
      {chosen.map((code, at) => (
        <SelectField
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place
          key={at}
          at={`/prerequisites/${at}`}
          label={t.prerequisite}
          empty={t.choose}
          value={code}
          onValue={(value) => onChosen(chosen.map((each, index) => (index === at ? value : each)))}
          options={options}
        />
      ))}
      {chosen.length < 5 && (
        <Button small icon="plus" onClick={() => onChosen([...chosen, ''])}>
          {t.addPrerequisite}
        </Button>
      )}
    </fieldset>
  );
}
