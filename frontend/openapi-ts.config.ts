// SPDX-License-Identifier: EUPL-1.2
import { defineConfig } from '@hey-api/openapi-ts';

type Loose = Record<string, unknown>;

/** Eight-byte integers are plain numbers here: versions and counters never reach 2^53. */
function plainNumbers(node: unknown): void {
  if (node === null || typeof node !== 'object') return;
  const object = node as Loose;
  if (object.format === 'int64') delete object.format;
  for (const value of Object.values(object)) plainNumbers(value);
}

/** The client makes Idempotency-Key itself (src/api/client.ts), so no caller has to give one. */
function withoutKeys(node: unknown): void {
  if (node === null || typeof node !== 'object') return;
  const object = node as Loose;
  if (Array.isArray(object.parameters)) object.parameters = object.parameters.filter((p: Loose) => !isKey(p));
  for (const value of Object.values(object)) withoutKeys(value);
}

const isKey = (parameter: Loose) => parameter.name === 'Idempotency-Key' || String(parameter.$ref ?? '').endsWith('/IdempotencyKey');

/** The TypeScript client, made of the bundled contract at every build and never committed. */
export default defineConfig({
  input: process.env.MALBILD_CONTRACT ?? '../api-spec/build/malbild.yaml',
  output: 'src/api/gen',
  logs: { level: 'error' },
  parser: {
    patch: {
      input: (document) => {
        withoutKeys(document);
        plainNumbers(document);
      },
    },
  },
  plugins: [{ name: '@hey-api/client-fetch', throwOnError: true }, '@hey-api/typescript', '@hey-api/sdk', '@tanstack/react-query'],
});
