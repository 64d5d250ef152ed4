// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { caseWords } from './caseWords';

it('calls what happens to a case what the service calls it on paper', () => {
  const file = resolve('..', 'backend', 'src', 'main', 'resources', 'cases', 'activity-names.json');
  const written = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { sv: string; en: string }>;
  const shown = Object.fromEntries(
    Object.entries(caseWords.sv.activities).map(([key, sv]) => [key, { sv, en: caseWords.en.activities[key as never] as string }]),
  );
  expect(written).toEqual(shown);
});
