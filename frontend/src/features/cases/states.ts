// SPDX-License-Identifier: EUPL-1.2
import type { CaseState } from '@/api';

/** Every state of a case, in the order of its life. */
export const CASE_STATES = [
  'registered',
  'assigned',
  'in_progress',
  'decided',
  'dispatched',
  'closed',
  'archived',
  'delivered',
  'disposed',
  'voided',
  'transferred',
] as const satisfies readonly CaseState[];

/** Filters of the case list, as they stand in the URL. */
export type CaseListSearch = {
  query?: string;
  state?: CaseState[];
  openOnly?: true;
  caseType?: string;
  officer?: string;
  sort?: 'due';
};
