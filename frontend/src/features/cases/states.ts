// SPDX-License-Identifier: EUPL-1.2
import type { CaseAct, CaseState, ProjectionAudience, ProjectionBasis } from '@/api';

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
  mine?: true;
  unit?: string;
  sort?: 'due';
};

/** Acts on a case, in the order of the law. */
export const ACTS = [
  'assign',
  'return_to_unit',
  'start',
  'add_note',
  'add_record',
  'add_task',
  'complete_task',
  'request_supplement',
  'communicate',
  'refer',
  'settle_recipient',
  'remind',
  'start_wait',
  'end_wait',
  'send_delay_notice',
  'register_delay_request',
  'refuse_delay_request',
  'move_deadline',
  'propose',
  'adopt_draft',
  'adopt_enquiry_draft',
  'discard_enquiry_draft',
  'decide',
  'return_proposal',
  'note_dissent',
  'withdraw_decision',
  'dispatch',
  'declare_conflict',
  'rule_on_conflict',
  'migrate_type',
  'close',
] as const satisfies readonly CaseAct[];

/** Which events the timeline shows. */
export const EVENT_KINDS = ['records', 'decisions'] as const;

/** What the address of a case holds: which events are shown, which act's dialog is open, and on what (a recipient, a task …). */
export type CaseSearch = { events?: (typeof EVENT_KINDS)[number]; act?: CaseAct; of?: string } & Preview;

/** Whose eyes a case can be seen through. */
export const AUDIENCES = ['officer', 'party', 'public', 'authority'] as const satisfies readonly ProjectionAudience[];

/** On what grounds another authority may get a case. */
export const BASES = ['osl_10_2', 'osl_10_15a', 'osl_10_17', 'osl_10_27', 'osl_10_28'] as const satisfies readonly ProjectionBasis[];

/** Whose eyes the case is seen through now; nobody else's where nothing is said. */
export type Preview = { as?: ProjectionAudience; party?: string; basis?: ProjectionBasis };

/** Opens the dialog of an act, on something where it is about one of several. */
export type OnAct = (act: CaseAct, of?: string) => void;
