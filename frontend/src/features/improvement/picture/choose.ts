// SPDX-License-Identifier: EUPL-1.2
import type { TargetPictureVersionHead } from '@/api';

/** Who takes part in the target picture, and so works with it rather than reads it. */
export const WORK = ['target:propose', 'target:decide', 'target-picture:write', 'target-picture:sign'] as const;

/** The version to show: the one the address names, otherwise the newest signed one. */
export const chosenVersion = (all: readonly TargetPictureVersionHead[], wanted: string | undefined): TargetPictureVersionHead | undefined =>
  all.find((each) => each.id === wanted) ?? all.find((each) => each.state === 'signed');

/** The signed version that counts now for an assessment. */
export const inForce = (all: readonly TargetPictureVersionHead[], assessmentId: string): TargetPictureVersionHead | undefined =>
  all.filter((each) => each.assessmentId === assessmentId && each.state === 'signed').sort((a, b) => b.number - a.number)[0];

/** For each assessment with a signed version, the one that counts now. */
export const pictures = (all: readonly TargetPictureVersionHead[]): TargetPictureVersionHead[] =>
  [...new Set(all.map((each) => each.assessmentId))].flatMap((id) => inForce(all, id) ?? []);
