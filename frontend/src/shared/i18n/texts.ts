// SPDX-License-Identifier: EUPL-1.2
import { type Language, useLanguage } from './language';

/** The same shape with any wording: what the other language must have, key by key. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...given: infer A) => string ? (...given: A) => string : Same<T[K]>;
};

/** A catalogue in both languages. */
export type Texts<T> = Record<Language, Same<T>>;

/** Makes a catalogue: Swedish sets the keys, and a key missing (or too many) in English does not compile. */
export function defineTexts<const T>(sv: T, en: Same<NoInfer<T>>): Texts<T> {
  return { sv: sv as Same<T>, en };
}

/** The catalogue in the language of the page. */
export function useTexts<T>(texts: Texts<T>): Same<T> {
  return texts[useLanguage().language];
}
