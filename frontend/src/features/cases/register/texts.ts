// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

export const texts = defineTexts(
  { notADay: 'Skriv dagen som 2026-03-31, 31/3 eller idag.' },
  { notADay: 'Write the day as 2026-03-31, 31/3 or today.' },
);
