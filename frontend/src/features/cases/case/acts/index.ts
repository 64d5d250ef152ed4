// SPDX-License-Identifier: EUPL-1.2
import type { ComponentType } from 'react';
import type { CaseAct } from '@/api';
import { MigrateDialog } from '../../types/MigrateDialog';
import type { ActProps } from './ActDialog';
import { AssignDialog, ReturnToUnitDialog } from './allocation';
import { DeclareConflictDialog, RuleOnConflictDialog } from './conflict';
import {
  AdoptDialog,
  CloseDialog,
  DecideDialog,
  DispatchDialog,
  DissentDialog,
  ProposeDialog,
  ReturnProposalDialog,
  WithdrawDialog,
} from './deciding';
import {
  AddTaskDialog,
  CompleteTaskDialog,
  DelayNoticeDialog,
  DelayRequestDialog,
  MoveDeadlineDialog,
  RefuseDelayRequestDialog,
} from './delay';
import { AdoptEnquiryDialog, DiscardEnquiryDialog } from './drafts';
import { EndWaitDialog, NoteDialog, RecordDialog, StartDialog, StartWaitDialog } from './handling';
import { CommunicateDialog, ReferDialog, RemindDialog, SettleDialog, SupplementDialog } from './outside';

/** The dialog of each act. */
export const DIALOGS: Record<CaseAct, ComponentType<ActProps>> = {
  assign: AssignDialog,
  return_to_unit: ReturnToUnitDialog,
  start: StartDialog,
  add_note: NoteDialog,
  add_record: RecordDialog,
  add_task: AddTaskDialog,
  complete_task: CompleteTaskDialog,
  request_supplement: SupplementDialog,
  communicate: CommunicateDialog,
  refer: ReferDialog,
  settle_recipient: SettleDialog,
  remind: RemindDialog,
  send_delay_notice: DelayNoticeDialog,
  register_delay_request: DelayRequestDialog,
  refuse_delay_request: RefuseDelayRequestDialog,
  move_deadline: MoveDeadlineDialog,
  note_dissent: DissentDialog,
  withdraw_decision: WithdrawDialog,
  declare_conflict: DeclareConflictDialog,
  rule_on_conflict: RuleOnConflictDialog,
  migrate_type: MigrateDialog,
  start_wait: StartWaitDialog,
  end_wait: EndWaitDialog,
  propose: ProposeDialog,
  adopt_draft: AdoptDialog,
  adopt_enquiry_draft: AdoptEnquiryDialog,
  discard_enquiry_draft: DiscardEnquiryDialog,
  return_proposal: ReturnProposalDialog,
  decide: DecideDialog,
  dispatch: DispatchDialog,
  close: CloseDialog,
};
