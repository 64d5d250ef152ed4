// SPDX-License-Identifier: EUPL-1.2
// Makes the TypeScript client of the contract (src/api/gen), where the contract or the settings are newer than it.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const contract = process.env.MALBILD_CONTRACT ?? here('../api-spec/build/malbild.yaml');
if (!existsSync(contract)) {
  console.error('The contract is not bundled: run ./malbild contract bundle');
  process.exit(2);
}
const made = here('src/api/gen/sdk.gen.ts');
const changed = (file) => statSync(file).mtimeMs > statSync(made).mtimeMs;
if (!existsSync(made) || changed(contract) || changed(here('openapi-ts.config.ts'))) {
  execFileSync(process.execPath, [here('node_modules/@hey-api/openapi-ts/bin/run.js')], {
    cwd: here('.'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
