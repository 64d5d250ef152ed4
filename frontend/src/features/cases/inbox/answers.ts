// SPDX-License-Identifier: EUPL-1.2
import type { Answers } from '../new/schema';

/** Form data as it came, as what stands in the fields. */
export function answersOf(formData: Record<string, unknown>): Answers {
  return Object.fromEntries(Object.entries(formData).map(([key, value]) => [key, answer(value)]));
}

function answer(value: unknown): string | string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
