// SPDX-License-Identifier: EUPL-1.2
import { TextsField } from '@/shared/form';
import type { Both, Definition } from '../definition';

/** What every part of the editor is given. */
export type PartProps = {
  definition: Definition;
  set: <K extends keyof Definition>(key: K, value: Definition[K]) => void;
  replace: (definition: Definition) => void;
};

type BothProps = { at: string; label: string; value: Both; onValue: (value: Both) => void; long?: boolean; maxLength?: number };

/** A text in both languages, side by side. */
export function BothField({ value, onValue, ...field }: BothProps) {
  return <TextsField {...field} locales={['sv', 'en']} value={value} onValue={({ sv = '', en = '' }) => onValue({ ...value, sv, en })} />;
}
