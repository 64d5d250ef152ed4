// SPDX-License-Identifier: EUPL-1.2
/** What a measure needs of the mapping: at least one class of each group, and for some that it is known what ends a case. */
export type Need = { measure: string; classes: readonly (readonly string[])[]; end?: true };

const HANDLING = ['work', 'review', 'draft', 'decide'] as const;
const DISPATCH = ['dispatch_digital', 'dispatch_post'] as const;

/** The measures that build on classes, in the order they are told (FRICTION §3). */
export const NEEDS: readonly Need[] = [
  { measure: 'time_to_registration', classes: [['receive'], ['register']] },
  { measure: 'time_to_handling', classes: [['receive'], HANDLING] },
  { measure: 'time_to_decision', classes: [['receive'], ['decide']] },
  { measure: 'decision_to_dispatch', classes: [['decide'], DISPATCH] },
  { measure: 'dispatch_to_close', classes: [DISPATCH, ['close']] },
  { measure: 'complete_at_submission', classes: [['request_info']] },
  { measure: 'supplement_wait', classes: [['request_info'], ['info_received']] },
  { measure: 'referral_wait', classes: [['refer'], ['statement_received']] },
  { measure: 'waiting_split', classes: [['receive', 'register', 'allocate', 'request_info', 'refer'], HANDLING] },
];

/** The groups of which no class is mapped. */
export function missing(need: Need, mapped: ReadonlySet<string>): (readonly string[])[] {
  return need.classes.filter((group) => !group.some((code) => mapped.has(code)));
}
