// SPDX-License-Identifier: EUPL-1.2
// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

type Chunk = { file: string; imports?: string[]; css?: string[] };

const DIST = resolve(import.meta.dirname, '../../dist');
const MANIFEST = resolve(DIST, '.vite/manifest.json');
const KB = 1024;

/** What a browser must fetch before the entry, or a page of it, does anything: its files and, in turn, those they import statically. */
function weight(...entries: string[]): number {
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, Chunk>;
  const files = new Set<string>();
  const visit = (name: string) => {
    const chunk = manifest[name];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const next of chunk.imports ?? []) visit(next);
  };
  entries.forEach(visit);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(resolve(DIST, file))).length, 0);
}

// Built by ./malbild before its tests; a quick run of the tests alone has nothing to weigh.
describe.runIf(existsSync(MANIFEST) || process.env.MALBILD_BUILT)('the weight of a first visit, gzipped', () => {
  it('is at most 100 KB for a survey', () => {
    const survey = weight('survey.html');
    expect(survey).toBeGreaterThan(30 * KB);
    expect(survey).toBeLessThanOrEqual(100 * KB);
  });

  it('is at most 100 KB for the phones and the screen of a workshop', () => {
    for (const page of ['phone/PhonePage.tsx', 'screen/ScreenPage.tsx']) {
      const workshop = weight('workshop.html', `src/features/workshop/${page}`);
      expect(workshop).toBeGreaterThan(weight('workshop.html'));
      expect(workshop).toBeGreaterThan(30 * KB);
      expect(workshop).toBeLessThanOrEqual(100 * KB);
    }
  });

  it('is at most 200 KB for the staff application', () => {
    expect(weight('index.html')).toBeLessThanOrEqual(200 * KB);
  });
});
