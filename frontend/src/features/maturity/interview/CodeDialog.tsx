// SPDX-License-Identifier: EUPL-1.2
import { codeQuote, type MaturityAspect, type MaturityModel, type Quote, type QuoteTone } from '@/api';
import { type Fault, FormDialog, RadioField, SelectField } from '@/shared/form';
import { usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { notify } from '@/shared/ui';
import { texts } from './texts';

type Choice = { criterion: string; level: string; tone: string; aspect: string };

type Props = { quote: Quote; model: MaturityModel; onDone: () => Promise<unknown>; onClose: () => void };

/** One's own coding of a quote: criterion, perhaps a level, tone, structure or culture. */
export function CodeDialog({ quote, model, onDone, onClose }: Props) {
  const t = useTexts(texts);
  const pick = usePick();
  const { own } = quote;
  // A quote that answers a criterion's question is mostly about it.
  const asked = model.criteria.find(({ code }) => quote.question?.startsWith(`${code}-`));
  return (
    <FormDialog<Choice>
      wide
      title={t.codeWhat}
      submit={t.code}
      initial={{
        criterion: own?.criterion ?? asked?.code ?? '',
        level: own?.level === undefined ? '' : String(own.level),
        tone: own?.tone ?? '',
        aspect: own?.aspect ?? asked?.aspect ?? 'structure',
      }}
      check={({ criterion, tone }) => {
        const faults: Fault[] = [];
        if (!criterion) faults.push({ pointer: '/criterion', message: t.giveCriterion });
        if (!tone) faults.push({ pointer: '/tone', message: t.giveTone });
        return faults;
      }}
      send={async ({ criterion, level, tone, aspect }) => {
        await codeQuote({
          path: { quoteId: quote.id },
          body: {
            criterion,
            tone: tone as QuoteTone,
            aspect: aspect as MaturityAspect,
            ...(level ? { level: Number(level) } : {}),
          },
        });
        await onDone();
        notify(t.coded);
      }}
      onClose={onClose}
    >
      {(form) => {
        const criterion = model.criteria.find(({ code }) => code === form.values.criterion);
        return (
          <>
            <blockquote className="quote">{quote.text}</blockquote>
            <SelectField
              at="/criterion"
              label={t.criterion}
              empty=""
              value={form.values.criterion}
              onValue={(code) => {
                const aspect = model.criteria.find((one) => one.code === code)?.aspect ?? form.values.aspect;
                form.setAll({ ...form.values, criterion: code, level: '', aspect });
              }}
              options={model.criteria.map(({ code, name }) => ({ value: code, text: `${code} ${pick(name)}` }))}
            />
            <SelectField
              at="/level"
              label={t.levelIf}
              empty={t.noLevel}
              value={form.values.level}
              onValue={(level) => form.set('level', level)}
              options={(criterion?.levels ?? []).map(({ level, text }) => ({ value: String(level), text: `${level} ${pick(text)}` }))}
            />
            <RadioField
              at="/tone"
              label={t.tone}
              value={form.values.tone}
              onValue={(tone) => form.set('tone', tone)}
              options={(['hinder', 'help', 'neutral'] as const).map((value) => ({ value, text: t.tones[value] }))}
            />
            <RadioField
              at="/aspect"
              label={t.aspect}
              value={form.values.aspect}
              onValue={(aspect) => form.set('aspect', aspect)}
              options={(['structure', 'culture'] as const).map((value) => ({ value, text: t.aspects[value] }))}
            />
          </>
        );
      }}
    </FormDialog>
  );
}
