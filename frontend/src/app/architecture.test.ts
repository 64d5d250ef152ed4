// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = resolve(import.meta.dirname, '..');
const MAY_USE: Record<string, readonly string[]> = {
  app: ['app', 'features', 'shared', 'api'],
  shared: ['shared', 'api'],
  api: ['api', 'shared'],
  test: ['test', 'shared', 'api'],
};

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !file.startsWith('api/gen'),
);

/** Where the imports of a file lead, as paths under src/. */
function imports(file: string): string[] {
  const text = readFileSync(join(SOURCE, file), 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].flatMap(([, to = '']) => {
    if (to.startsWith('@/')) return [to.slice(2)];
    if (to.startsWith('.')) return [relative(SOURCE, resolve(SOURCE, dirname(file), to))];
    return [];
  });
}

/** `features/cases` for what a feature holds, otherwise the top folder. */
const place = (path: string) => (path.startsWith('features/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? ''));

const allowed = (from: string, to: string) => {
  if (/\.test\.tsx?$/.test(from) && place(to) === 'test') return true;
  const home = place(from);
  return home.startsWith('features/')
    ? [home, 'shared', 'api'].includes(place(to))
    : (MAY_USE[home]?.includes(place(to).split('/')[0] ?? '') ?? false);
};

describe('seams', () => {
  it('let a feature use only itself, what is shared and the API', () => {
    const broken = files.flatMap((file) =>
      imports(file)
        .filter((to) => !allowed(file, to))
        .map((to) => `${file} uses ${to}`),
    );

    expect(broken).toEqual([]);
  });

  it('are found in every file', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(allowed('features/cases/index.ts', 'features/friction/index')).toBe(false);
    expect(allowed('shared/ui/Table.tsx', 'features/cases/index')).toBe(false);
  });

  it('keep the survey and the workshop’s phones free from the libraries of the staff application', () => {
    const seen = new Set<string>();
    const heavy: string[] = [];
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(join(SOURCE, file), 'utf8');
      heavy.push(
        ...[...text.matchAll(/^(?:import|export) (?!type).*from '(@tanstack\/[^']+)'/gm)].map(([, library]) => `${file} uses ${library}`),
      );
      for (const to of imports(file)) {
        const found = ['.ts', '.tsx', '/index.ts'].map((ending) => `${to}${ending}`).find((path) => files.includes(path));
        if (found) visit(found);
      }
    };
    visit('features/survey/main.tsx');
    visit('features/workshop/main.tsx');

    expect(seen.size).toBeGreaterThan(4);
    expect(heavy).toEqual([]);
  });
});
