// SPDX-License-Identifier: EUPL-1.2
/** What a browser remembers of its user's taste (look, language). Nothing else is ever stored in it. */
type Taste = 'language' | 'theme' | 'contrast' | 'rail' | 'shortcuts';

export function remembered(taste: Taste): string | null {
  try {
    return localStorage.getItem(`malbild.${taste}`);
  } catch {
    return null;
  }
}

export function remember(taste: Taste, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`malbild.${taste}`);
    else localStorage.setItem(`malbild.${taste}`, value);
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
}
