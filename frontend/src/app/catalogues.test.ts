// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';

/** Every catalogue of the application. */
const modules = import.meta.glob<Record<string, unknown>>(['../**/texts.ts', '../shared/roles.ts', '!../**/i18n/texts.ts'], {
  eager: true,
});

type Tree = { [key: string]: string | ((...given: unknown[]) => string) | Tree };

/** A text with some values; one that wants other values than words or numbers is not tried. */
function tried(text: (...given: unknown[]) => string): string {
  try {
    return String(text('x', 'x', 'x'));
  } catch {
    return '–';
  }
}

/** All texts of one language with where they stand; those with values are tried with some. */
function flat(tree: Tree, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = `${path}.${key}`;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    return typeof value === 'function' ? [[here, tried(value)] as [string, string]] : flat(value, here);
  });
}

const catalogues = Object.entries(modules).flatMap(([file, exports]) =>
  Object.values(exports).map((catalogue) => ({ file, ...(catalogue as { sv: Tree; en: Tree }) })),
);
/** Names, and what is written in its own language everywhere. */
const OWN = /Målbild|Svenska/g;

describe('the catalogues', () => {
  it('are all there', () => {
    expect(catalogues.length).toBeGreaterThanOrEqual(8);
    expect(catalogues.every(({ sv, en }) => typeof sv === 'object' && typeof en === 'object')).toBe(true);
  });

  it('have the same keys in both languages', () => {
    for (const { file, sv, en } of catalogues) expect(flat(en, file).map(([key]) => key)).toEqual(flat(sv, file).map(([key]) => key));
  });

  it('have no Swedish left in English', () => {
    const left = catalogues.flatMap(({ file, en }) => flat(en, file)).filter(([, text]) => /[åäöÅÄÖ]/.test(text.replace(OWN, '')));
    expect(left).toEqual([]);
  });

  it('are empty where nothing is to be said, and only there', () => {
    for (const { file, sv, en } of catalogues) {
      const silent = (tree: Tree) =>
        flat(tree, file)
          .filter(([, text]) => text.trim() === '')
          .map(([key]) => key);
      expect(silent(en)).toEqual(silent(sv));
    }
  });
});
