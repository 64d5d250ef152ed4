// SPDX-License-Identifier: EUPL-1.2
import type { ComponentType } from 'react';
import type { CaseAct } from '@/api';
import type { ActProps } from './ActDialog';
import { AssignDialog, ReturnToUnitDialog } from './allocation';
import { CloseDialog, DecideDialog, DispatchDialog, ProposeDialog, ReturnProposalDialog } from './deciding';
import { EndWaitDialog, NoteDialog, RecordDialog, StartDialog, StartWaitDialog } from './handling';

/** The dialog of each act. */
export const DIALOGS: Record<CaseAct, ComponentType<ActProps>> = {
  assign: AssignDialog,
  return_to_unit: ReturnToUnitDialog,
  start: StartDialog,
  add_note: NoteDialog,
  add_record: RecordDialog,
  start_wait: StartWaitDialog,
  end_wait: EndWaitDialog,
  propose: ProposeDialog,
  return_proposal: ReturnProposalDialog,
  decide: DecideDialog,
  dispatch: DispatchDialog,
  close: CloseDialog,
};
