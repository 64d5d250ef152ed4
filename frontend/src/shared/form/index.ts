// SPDX-License-Identifier: EUPL-1.2
export { instantOf, readTime, timeIn } from './clock';
export { type DayReading, plusDays, readDay } from './day';
export { ChoiceField, Items, NumberField, TextsField } from './editor';
export { Form, focusField } from './Form';
export { FormDialog } from './FormDialog';
export { CheckField, CheckGroup, DateField, Field, isDay, type Option, RadioField, SelectField, TextArea, TextField } from './fields';
export { SignDialog } from './SignDialog';
export { type Fault, type Form as FormState, fieldId, useForm } from './useForm';
export { useStale } from './useStale';
