// SPDX-License-Identifier: EUPL-1.2
export { PersonField as OwnerField } from '@/shared/people/PersonField';
