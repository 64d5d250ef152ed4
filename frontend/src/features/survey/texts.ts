// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

export const texts = defineTexts(
  { title: 'Enkät', noCode: 'Öppna länken i inbjudan. Den innehåller koden till din enkät.' },
  { title: 'Survey', noCode: 'Open the link in the invitation. It holds the code to your survey.' },
);
