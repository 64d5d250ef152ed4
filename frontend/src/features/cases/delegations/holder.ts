// SPDX-License-Identifier: EUPL-1.2
import type { Delegation } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { roleTexts } from '@/shared/roles';

/** Key of the delegation register. */
export const DELEGATIONS = ['delegations'] as const;

/** Functions that may hold a delegation. */
export const HOLDER_ROLES = ['officer', 'decision_maker', 'unit_manager', 'executive', 'archivist'] as const;

/** Who holds a delegation, in words: the person, or the function. */
export function useHolder(): (delegation: Delegation) => string {
  const roles = useTexts(roleTexts);
  return ({ holder, holderRole }) => holder?.displayName ?? (holderRole ? roles[holderRole] : '–');
}
