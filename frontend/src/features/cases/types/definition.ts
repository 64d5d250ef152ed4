// SPDX-License-Identifier: EUPL-1.2
// A case type's configuration as the pages read and write it. What no page touches stays as it is.

export type Both = { sv: string; en: string };
export type PeriodUnit = 'day' | 'workday' | 'week' | 'month';
export type LegalBasis = {
  sfs: string;
  title: string;
  provision: string;
  covers: Both;
  verified: boolean;
  confidence: string;
  note?: string;
};
export type Rule = { if?: string; else?: true; unit: string; competence?: string };
export type FieldSchema = Record<string, unknown> & { type?: string; title?: string; 'x-titleEn'?: string };
export type Group = { key: string; title: Both; fields: string[] };
export type Document = { key: string; name: Both; when: string; requiredBefore: string };
export type Step = {
  key: string;
  name: Both;
  targetDays: number;
  targetUnit: PeriodUnit;
  startActivity: string;
  endActivity: string;
  required: boolean;
  wait?: string | undefined;
};
export type Deadline = {
  kind: string;
  name: Both;
  length: number;
  unit: PeriodUnit;
  start: string;
  clock: 'statutory' | 'goal';
  basis: string;
  confidence: string;
  note?: string;
};
export type Outcome = { key: string; outcome: string; name: Both };
export type DecisionType = {
  key: string;
  name: Both;
  kind: string;
  template: string;
  outcomes: Outcome[];
  delegation: { function?: string; roles: string[]; amountLimitSek?: number | undefined; amountField?: string | undefined };
  fourEyes: boolean;
  presentation: boolean;
  appealable: boolean;
  appealInstance?: string | undefined;
  appealInstanceName?: Both | undefined;
  appealPeriod?: { length: number; unit: PeriodUnit; start: string; basis: string } | undefined;
  appealTemplate?: string | null | undefined;
};
export type Letter = { key: string; name: Both; body: Both };
export type Retention = { outcome: string; action: 'preserve' | 'dispose'; years?: number | undefined; start: string; basis: string };

export type Definition = {
  key: string;
  version: number;
  validFrom: string;
  validTo?: string | null | undefined;
  name: Both;
  description: Both;
  classCode: { code: string; note?: string };
  legalBasis: LegalBasis[];
  notApplicable?: { provision: string; reason: Both }[];
  initiative: string;
  channels: string[];
  eServiceId?: string | null | undefined;
  defaultUnit: string;
  routingRule: Rule[];
  formSchema: { properties: Record<string, FieldSchema>; required?: string[] } & Record<string, unknown>;
  uiSchema: { order: string[]; groups: Group[]; widgets?: Record<string, Record<string, unknown>> };
  formExamples: Record<string, unknown>[];
  requiredDocuments: Document[];
  steps: Step[];
  deadlines: Deadline[];
  secrecyDefault: { level: string; provisions: { provision: string; when: Both }[]; note?: Both };
  publicRegister: { mode: string; webRegister?: { partyNames: boolean; removeMonthsAfterClose: number }; note?: Both };
  personalData?: { purpose: Both; gdprBasis: string; categories: string[]; sensitiveMayOccur?: boolean };
  decisionTypes: DecisionType[];
  letterTemplates: Letter[];
  retentionRule: { rules: Retention[]; note?: Both };
} & Record<string, unknown>;

/** The configuration of an answer: the contract lets any JSON object be one, and the service has held it to its shape. */
export const definitionOf = (detail: { definition: Record<string, unknown> }): Definition => detail.definition as Definition;

/** What kind of answer a question has, in the words of the editor. */
export const FIELD_KINDS = ['text', 'longtext', 'integer', 'number', 'date', 'yesno', 'one', 'many'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

const LONG = 400;
type Option = { const: string; title: string; 'x-titleEn': string };

const options = (schema: unknown): Option[] => (Array.isArray(schema) ? (schema as Option[]) : []);

/** The fixed options of a question, if it has any. */
export function optionsOf(field: FieldSchema): Option[] {
  const items = field.items as { oneOf?: unknown } | undefined;
  return [...options(field.oneOf), ...options(items?.oneOf)];
}

export function kindOf(field: FieldSchema): FieldKind {
  if (field.type === 'boolean') return 'yesno';
  if (field.type === 'integer' || field.type === 'number') return field.type;
  if (field.type === 'array') return 'many';
  if (field.oneOf) return 'one';
  if (field.format === 'date') return 'date';
  return Number(field.maxLength ?? 0) >= LONG ? 'longtext' : 'text';
}

/** Questions answered by a number, by the pointer to their answer. */
export function numbersOf(definition: Definition, language: 'sv' | 'en'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(definition.formSchema.properties)
      .filter(([, field]) => field.type === 'integer' || field.type === 'number')
      .map(([key, field]) => [`/${key}`, (language === 'sv' ? field.title : field['x-titleEn']) || key]),
  );
}

const FIRST_OPTION: Option = { const: 'option_1', title: 'Alternativ 1', 'x-titleEn': 'Option 1' };

/** The question with another kind of answer; its words and, where there are any, its options stay. */
export function asKind(field: FieldSchema, kind: FieldKind): FieldSchema {
  const { title, 'x-titleEn': titleEn, description } = field;
  const words = { title, 'x-titleEn': titleEn, ...(description ? { description } : {}) };
  const kept = optionsOf(field);
  const choices = kept.length > 0 ? kept : [FIRST_OPTION];
  switch (kind) {
    case 'yesno':
      return { type: 'boolean', ...words };
    case 'integer':
    case 'number':
      return { type: kind, ...words, minimum: 0, maximum: 1_000_000 };
    case 'date':
      return { type: 'string', ...words, format: 'date' };
    case 'one':
      return { type: 'string', ...words, oneOf: choices };
    case 'many':
      return {
        type: 'array',
        ...words,
        items: { type: 'string', oneOf: choices },
        minItems: 1,
        maxItems: choices.length,
        uniqueItems: true,
      };
    default:
      return { type: 'string', ...words, maxLength: kind === 'longtext' ? 2000 : 200 };
  }
}

/** The question with other options. */
export function withOptions(field: FieldSchema, chosen: readonly Option[]): FieldSchema {
  if (field.type !== 'array') return { ...field, oneOf: chosen };
  return { ...field, items: { ...(field.items as object), oneOf: chosen }, maxItems: chosen.length };
}

/** An answer that the question takes, for the examples. */
function sampleOf(field: FieldSchema): unknown {
  const first = optionsOf(field)[0]?.const;
  switch (kindOf(field)) {
    case 'yesno':
      return false;
    case 'integer':
    case 'number':
      return Number(field.minimum ?? 0);
    case 'date':
      return '2027-01-15';
    case 'one':
      return first;
    case 'many':
      return [first];
    default:
      return 'Exempel'.padEnd(Number(field.minLength ?? 0), '.').slice(0, Number(field.maxLength ?? 200));
  }
}

/** Whether a question must be answered; the examples get an answer where they lack one. */
export function withRequired(definition: Definition, key: string, required: boolean): Definition {
  const now = (definition.formSchema.required ?? []).filter((each) => each !== key);
  const field = definition.formSchema.properties[key] ?? {};
  return {
    ...definition,
    formSchema: { ...definition.formSchema, required: required ? [...now, key] : now },
    formExamples: required
      ? definition.formExamples.map((example) => (key in example ? example : { ...example, [key]: sampleOf(field) }))
      : definition.formExamples,
  };
}

/** A question changed. */
export function withField(definition: Definition, key: string, field: FieldSchema): Definition {
  const before = definition.formSchema.properties[key];
  const changesKind = before !== undefined && (kindOf(before) !== kindOf(field) || before.type !== field.type);
  const next: Definition = {
    ...definition,
    formSchema: { ...definition.formSchema, properties: { ...definition.formSchema.properties, [key]: field } },
  };
  if (!changesKind) return next;
  return { ...next, formExamples: next.formExamples.map((each) => (key in each ? { ...each, [key]: sampleOf(field) } : each)) };
}

/** A question more, last in a group. */
export function withNewField(definition: Definition, key: string, groupKey: string): Definition {
  const next = withField(definition, key, { type: 'string', title: '', 'x-titleEn': '', maxLength: 200 });
  return {
    ...next,
    uiSchema: {
      ...next.uiSchema,
      order: [...next.uiSchema.order, key],
      groups: next.uiSchema.groups.map((group) => (group.key === groupKey ? { ...group, fields: [...group.fields, key] } : group)),
    },
  };
}

const without = <T>(record: Record<string, T>, key: string): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([each]) => each !== key));

/** A question less, everywhere it is named. */
export function withoutField(definition: Definition, key: string): Definition {
  const { formSchema, uiSchema } = definition;
  return {
    ...definition,
    formSchema: {
      ...formSchema,
      properties: without(formSchema.properties, key),
      required: (formSchema.required ?? []).filter((each) => each !== key),
    },
    uiSchema: {
      ...uiSchema,
      order: uiSchema.order.filter((each) => each !== key),
      groups: uiSchema.groups.map((group) => ({ ...group, fields: group.fields.filter((each) => each !== key) })),
      ...(uiSchema.widgets ? { widgets: without(uiSchema.widgets, key) } : {}),
    },
    formExamples: definition.formExamples.map((example) => without(example, key)),
  };
}

/** The parts of the editor, and which parts of the configuration each holds. */
export const PARTS = {
  names: ['name', 'description', 'classCode', 'validFrom', 'validTo', 'initiative', 'channels', 'eServiceId'],
  law: ['legalBasis', 'notApplicable'],
  form: ['formSchema', 'uiSchema', 'formExamples'],
  steps: ['steps'],
  deadlines: ['deadlines', 'recurringDates'],
  documents: ['requiredDocuments'],
  decisions: ['decisionTypes'],
  letters: ['letterTemplates'],
  routing: ['defaultUnit', 'routingRule', 'workWeight'],
  openness: ['secrecyDefault', 'publicRegister', 'personalData'],
  retention: ['retentionRule'],
  json: [],
} as const satisfies Record<string, readonly string[]>;

export type Part = keyof typeof PARTS;
export const PART_KEYS = Object.keys(PARTS) as Part[];

/** The part of the editor in which a pointer of the configuration (`/deadlines/0/length`) is written. */
export function partOf(pointer: string): Part {
  const section = pointer.split('/')[1] ?? '';
  return PART_KEYS.find((part) => (PARTS[part] as readonly string[]).includes(section)) ?? 'json';
}

/** The name, in the given language, of the nearest thing on the way to a pointer that has one. */
export function nameAt(definition: unknown, pointer: string, language: 'sv' | 'en'): string | undefined {
  let here = definition;
  let found: string | undefined;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) break;
    here = (here as Record<string, unknown>)[step];
    if (typeof here !== 'object' || here === null || Array.isArray(here)) continue;
    const { name, title, 'x-titleEn': titleEn } = here as Record<string, unknown>;
    const named = (typeof name === 'object' && name !== null ? (name as Both)[language] : undefined) ?? undefined;
    const asked = language === 'en' ? titleEn : title;
    found = named ?? (typeof asked === 'string' ? asked : undefined) ?? found;
  }
  return found || undefined;
}
