// SPDX-License-Identifier: EUPL-1.2
import type { AssessmentPossibleAct, CriterionCard, MaturityModel, Scorecard } from '@/api';
import type { TargetMark } from '../queries';
import type { Scale } from './marks';

/** What every row of a scorecard needs besides itself. */
export type Board = {
  scorecard: Scorecard;
  model: MaturityModel;
  scale: Scale;
  targets: ReadonlyMap<string, TargetMark>;
  /** What the reader can do with the assessment, and why not. */
  acts: readonly AssessmentPossibleAct[];
};

/** The model's own words about a card's criterion. */
export const criterionOf = (board: Board, card: CriterionCard) => board.model.criteria.find((one) => one.code === card.criterion);

/** Whether there is something to be done, and why not if it cannot be done now. */
export const actOf = (board: Board, act: AssessmentPossibleAct['act']) => board.acts.find((one) => one.act === act);
