// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '../i18n/texts';

export const texts = defineTexts(
  { hint: 'Skriv början av namnet och välj ur listan.', none: 'Ingen med det namnet.' },
  { hint: 'Write the beginning of the name and choose from the list.', none: 'Nobody by that name.' },
);
