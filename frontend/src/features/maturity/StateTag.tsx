// SPDX-License-Identifier: EUPL-1.2
import type { AssessmentState } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Tag } from '@/shared/ui';
import { words as catalogue } from './words';

const MOODS = { planned: undefined, collecting: 'info', analysing: 'warn', deciding: 'warn', decided: 'ok' } as const;

/** The state of an assessment. */
export function StateTag({ state }: { state: AssessmentState }) {
  const words = useTexts(catalogue);
  return <Tag mood={MOODS[state]}>{words.state[state]}</Tag>;
}
