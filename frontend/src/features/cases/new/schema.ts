// SPDX-License-Identifier: EUPL-1.2
import type { Fault } from '@/shared/form';
import { isDay } from '@/shared/form';
import type { Language, Localized } from '@/shared/i18n/language';

/** A question of a case type's form. */
export type Question = {
  key: string;
  title: Localized;
  hint?: string;
  kind: 'text' | 'longtext' | 'integer' | 'number' | 'date' | 'yesno' | 'one' | 'many';
  options: readonly { value: string; title: Localized }[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  example?: string;
};

/** Questions under one heading. */
export type Group = { key: string; title: Localized; questions: readonly Question[] };

/** What stands in the fields: text as typed, or the ticked options. */
export type Answers = Record<string, string | string[]>;

type Loose = Record<string, unknown>;

const LONG = 400;
const object = (value: unknown): Loose => (typeof value === 'object' && value !== null ? (value as Loose) : {});
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const figure = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const titled = (schema: Loose, key: string): Localized => ({
  sv: text(schema.title) ?? key,
  en: text(schema['x-titleEn']) ?? text(schema.title) ?? key,
});

/** The questions of a case type (its JSON configuration), in the groups and order its form says. */
export function groupsOf(definition: Loose): Group[] {
  const properties = object(object(definition.formSchema).properties);
  const ui = object(definition.uiSchema);
  const widgets = object(ui.widgets);
  const question = (key: string) => questionOf(key, object(properties[key]), text(object(widgets[key]).widget));
  const groups = list(ui.groups).map((each) => {
    const group = object(each);
    const fields = list(group.fields).filter((key): key is string => typeof key === 'string' && key in properties);
    return { key: String(group.key), title: object(group.title) as Localized, questions: fields.map(question) };
  });
  const placed = new Set(groups.flatMap((group) => group.questions.map(({ key }) => key)));
  const rest = Object.keys(properties).filter((key) => !placed.has(key));
  return rest.length > 0 ? [...groups, { key: 'rest', title: { sv: 'Övrigt', en: 'Other' }, questions: rest.map(question) }] : groups;
}

function questionOf(key: string, schema: Loose, widget: string | undefined): Question {
  const items = object(schema.items);
  const options = [...list(schema.oneOf), ...list(items.oneOf)]
    .map(object)
    .map((option) => ({ value: String(option.const), title: titled(option, String(option.const)) }));
  return {
    key,
    title: titled(schema, key),
    hint: text(schema.description),
    kind: kindOf(schema, options.length > 0, widget),
    options,
    minimum: figure(schema.minimum),
    maximum: figure(schema.maximum),
    maxLength: figure(schema.maxLength),
    example: text(list(schema.examples)[0]),
  };
}

function kindOf(schema: Loose, hasOptions: boolean, widget: string | undefined): Question['kind'] {
  if (schema.type === 'boolean') return 'yesno';
  if (schema.type === 'integer' || schema.type === 'number') return schema.type;
  if (schema.type === 'array') return 'many';
  if (hasOptions) return 'one';
  if (schema.format === 'date') return 'date';
  return widget === 'textarea' || (figure(schema.maxLength) ?? 0) >= LONG ? 'longtext' : 'text';
}

/** A number as typed in Swedish or English; undefined when it is none. */
export function readNumber(written: string): number | undefined {
  const plain = written.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

const WORDS = {
  sv: {
    number: (title: string) => `${title}: skriv ett tal.`,
    integer: (title: string) => `${title}: skriv ett heltal.`,
    least: (title: string, limit: number) => `${title}: talet ska vara minst ${limit}.`,
    most: (title: string, limit: number) => `${title}: talet får vara högst ${limit}.`,
    date: (title: string) => `${title}: skriv datumet som 2026-03-31, 31/3 eller idag.`,
  },
  en: {
    number: (title: string) => `${title}: write a number.`,
    integer: (title: string) => `${title}: write a whole number.`,
    least: (title: string, limit: number) => `${title}: the number must be at least ${limit}.`,
    most: (title: string, limit: number) => `${title}: the number may be at most ${limit}.`,
    date: (title: string) => `${title}: write the date as 2026-03-31, 31/3 or today.`,
  },
} as const;

/** What is wrong with an answer. What is missing is not wrong: an incomplete application is registered all the same. */
export function faultsOf(questions: readonly Question[], answers: Answers, language: Language): Fault[] {
  return questions.flatMap((question) => {
    const answer = answers[question.key];
    const message = typeof answer === 'string' && answer.trim() !== '' ? faultOf(question, answer.trim(), language) : undefined;
    return message ? [{ pointer: `/formData/${question.key}`, message }] : [];
  });
}

function faultOf(question: Question, answer: string, language: Language): string | undefined {
  const words = WORDS[language];
  const title = question.title[language] ?? question.title.sv ?? question.key;
  if (question.kind === 'date') return isDay(answer) ? undefined : words.date(title);
  if (question.kind !== 'integer' && question.kind !== 'number') return undefined;
  const value = readNumber(answer);
  if (value === undefined) return words.number(title);
  if (question.kind === 'integer' && !Number.isInteger(value)) return words.integer(title);
  if (question.minimum !== undefined && value < question.minimum) return words.least(title, question.minimum);
  if (question.maximum !== undefined && value > question.maximum) return words.most(title, question.maximum);
  return undefined;
}

/** The answers as the API takes them; what is left empty is left out. */
export function formDataOf(questions: readonly Question[], answers: Answers): Record<string, unknown> {
  const given = questions.map((question) => [question.key, answered(question, answers[question.key])] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function answered(question: Question, answer: string | string[] | undefined): unknown {
  if (answer === undefined || answer.length === 0) return undefined;
  if (Array.isArray(answer)) return answer;
  const written = answer.trim();
  if (written === '') return undefined;
  if (question.kind === 'yesno') return written === 'yes';
  return question.kind === 'integer' || question.kind === 'number' ? readNumber(written) : written;
}

/** A stored answer in words. */
export function wordsOf(question: Question, value: unknown, language: Language, yesNo: { yes: string; no: string }): string {
  if (typeof value === 'boolean') return value ? yesNo.yes : yesNo.no;
  const name = (each: unknown) => {
    const option = question.options.find((candidate) => candidate.value === String(each));
    return option?.title[language] ?? option?.title.sv ?? String(each);
  };
  if (Array.isArray(value)) return value.map(name).join(', ');
  return typeof value === 'number' ? new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB').format(value) : name(value);
}
