// SPDX-License-Identifier: EUPL-1.2

/** The look of a verdict: a change in the right direction, one in the wrong, and all else. The words say the same. */
export function toneOf(verdict: { direction?: string } | undefined): string {
  if (verdict?.direction === 'as_expected') return 'verdict';
  return verdict?.direction === 'opposite' ? 'verdict verdict--against' : 'verdict verdict--none';
}
