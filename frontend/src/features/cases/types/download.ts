// SPDX-License-Identifier: EUPL-1.2
import { exportCaseTypes } from '@/api';

/** Hands the bundle of the types named, or of all in force, to the reader as a file. */
export async function downloadBundle(keys: readonly string[]): Promise<void> {
  const { data } = await exportCaseTypes({ query: keys.length > 0 ? { caseType: [...keys] } : {} });
  const address = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = keys.length === 1 ? `${keys[0]}.json` : 'arendetyper.json';
  link.click();
  URL.revokeObjectURL(address);
}
