// SPDX-License-Identifier: EUPL-1.2
import type { CaseAct, CaseState } from '@/api';

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

/** Acts on a case, in the order of the law. */
export const ACTS = [
  'assign',
  'return_to_unit',
  'start',
  'add_note',
  'add_record',
  'start_wait',
  'end_wait',
  'propose',
  'decide',
  'return_proposal',
  'dispatch',
  'close',
] as const satisfies readonly CaseAct[];

/** Which events the timeline shows. */
export const EVENT_KINDS = ['records', 'decisions'] as const;

/** What the address of a case holds: which events are shown, and which act's dialog is open. */
export type CaseSearch = { events?: (typeof EVENT_KINDS)[number]; act?: CaseAct };
