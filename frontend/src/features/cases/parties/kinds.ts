// SPDX-License-Identifier: EUPL-1.2
import type { CasePartyKind, CasePartyRole } from '@/api';

/** What a party may be, in the order of the form. */
export const PARTY_KINDS = ['person', 'organisation', 'authority', 'unknown'] as const satisfies readonly CasePartyKind[];

/** In which capacity. */
export const PARTY_ROLES = [
  'applicant',
  'complainant',
  'subject',
  'concerned',
  'neighbour',
  'representative',
  'sender',
] as const satisfies readonly CasePartyRole[];

/** Only people have protected personal data. */
export const canBeProtected = (kind: string) => kind === 'person' || kind === 'unknown';
