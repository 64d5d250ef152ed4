// SPDX-License-Identifier: EUPL-1.2

/** A text as a model file holds it: alone in the default language, or in each of its languages. */
type FileText = string | Record<string, string>;

/** A text in its languages. */
export type Texts = Record<string, string>;

type Level = { level: number; text: Texts };
export type Criterion = {
  code: string;
  perspective: string;
  aspect: string;
  dimension: string;
  pairedIntake?: string;
  name: Texts;
  question: Texts;
  levels: Level[];
  interviewPrompts: Texts[];
  evidenceExamples: Texts[];
};
export type Perspective = { code: string; name: Texts; description: Texts };
export type Indicator = { code: string; name: Texts; definition: Texts; minCount: number; cuts: number[]; criteria: string[] };

/** A model as the editor holds it: every text in its languages, and what the editor does not show as it came. */
export type ModelDocument = {
  id: string;
  version: string;
  locales: string[];
  title: Texts;
  purpose: Texts;
  scale: { level: number; name: Texts }[];
  perspectives: Perspective[];
  criteria: Criterion[];
  indicators: Indicator[];
};

type Raw = Record<string, unknown>;

const list = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);

/** A model file as the editor holds it. */
export function opened(file: Raw): ModelDocument {
  const first = String(file.defaultLocale);
  const texts = (value: unknown): Texts =>
    typeof value === 'string' ? { [first]: value } : typeof value === 'object' && value !== null ? { ...(value as Texts) } : {};
  const all = (value: unknown): Texts[] => (Array.isArray(value) ? (value as FileText[]).map(texts) : []);
  return {
    ...file,
    id: String(file.id),
    version: String(file.version),
    locales: (file.locales as string[] | undefined) ?? [first],
    title: texts(file.title),
    purpose: texts(file.purpose),
    scale: list(file.scale).map((each) => ({ ...each, level: Number(each.level), name: texts(each.name) })),
    perspectives: list(file.perspectives).map((each) => ({
      ...each,
      code: String(each.code),
      name: texts(each.name),
      description: texts(each.description),
    })),
    criteria: list(file.criteria).map((each) => ({
      ...each,
      code: String(each.code),
      perspective: String(each.perspective),
      aspect: String(each.aspect ?? 'structure'),
      dimension: String(each.dimension ?? 'none'),
      name: texts(each.name),
      question: texts(each.question),
      levels: list(each.levels).map((level) => ({ ...level, level: Number(level.level), text: texts(level.text) })),
      interviewPrompts: all(each.interviewPrompts),
      evidenceExamples: all(each.evidenceExamples),
    })),
    indicators: list(file.indicators).map((each) => ({
      ...each,
      code: String(each.code),
      name: texts(each.name),
      definition: texts(each.definition),
      minCount: Number(each.minCount ?? 30),
      cuts: (each.cuts as number[] | undefined) ?? [],
      criteria: (each.criteria as string[] | undefined) ?? [],
    })),
  };
}

const isFilled = (texts: Texts) => Object.values(texts).some((text) => text.trim() !== '');

/** A text without the languages in which nothing is written. */
const written = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));

/** A text that may be left out. */
const optional = <K extends string>(key: K, texts: Texts) => (isFilled(texts) ? { [key]: written(texts) } : {});

/** The model as it is sent: what is empty is left out, so that the service says what is missing. */
export function closed(model: ModelDocument): Raw {
  const { purpose, ...rest } = model;
  return {
    ...rest,
    title: written(model.title),
    ...optional('purpose', purpose),
    perspectives: model.perspectives.map(({ description, ...each }) => ({
      ...each,
      name: written(each.name),
      ...optional('description', description),
    })),
    criteria: model.criteria.map(({ question, interviewPrompts, evidenceExamples, pairedIntake, ...each }) => ({
      ...each,
      name: written(each.name),
      ...optional('question', question),
      ...(pairedIntake ? { pairedIntake } : {}),
      levels: each.levels.filter((level) => isFilled(level.text)).map((level) => ({ ...level, text: written(level.text) })),
      interviewPrompts: interviewPrompts.filter(isFilled).map(written),
      evidenceExamples: evidenceExamples.filter(isFilled).map(written),
    })),
    indicators: model.indicators.map(({ definition, ...each }) => ({
      ...each,
      name: written(each.name),
      ...optional('definition', definition),
    })),
  };
}

/** A criterion to be written: a sentence for each level of the scale. */
export const newCriterion = (model: ModelDocument): Criterion => ({
  code: '',
  perspective: model.perspectives[0]?.code ?? '',
  aspect: 'structure',
  dimension: 'none',
  name: {},
  question: {},
  levels: model.scale.map(({ level }) => ({ level, text: {} })),
  interviewPrompts: [],
  evidenceExamples: [],
});

/** The next version of that step: `patch` is wording, `minor` a criterion or cuts, `major` meaning. */
export function stepped(version: string, step: 'patch' | 'minor' | 'major'): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (step === 'major') return `${major + 1}.0.0`;
  return step === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}
