// SPDX-License-Identifier: EUPL-1.2
// Reading search parameters: the URL is typed by people, so what has the wrong form counts as absent.

/** A text that is not empty. */
export function optionalText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

/** One of some words. */
export function optionalOneOf<const W extends string>(value: unknown, words: readonly W[]): W | undefined {
  return words.find((word) => word === value);
}

/** Some of some words; absent when none. */
export function optionalSomeOf<const W extends string>(value: unknown, words: readonly W[]): W[] | undefined {
  const given = Array.isArray(value) ? value : [value];
  const found = words.filter((word) => given.includes(word));
  return found.length > 0 ? found : undefined;
}

/** Yes; absent is no. */
export function optionalTrue(value: unknown): true | undefined {
  return value === true || value === 'true' ? true : undefined;
}

/** A whole number within limits. */
export function optionalInt(value: unknown, min: number, max: number): number | undefined {
  const number = Number(value);
  return value !== '' && value !== null && Number.isInteger(number) && number >= min && number <= max ? number : undefined;
}

/** An ISO day. */
export function optionalDay(value: unknown): string | undefined {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;
}
