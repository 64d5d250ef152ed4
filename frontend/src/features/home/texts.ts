// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

export const texts = defineTexts(
  { title: (name: string) => `Hej, ${name}`, purpose: 'Välj var du vill börja.', myCases: 'Mina ärenden' },
  { title: (name: string) => `Hello, ${name}`, purpose: 'Choose where to begin.', myCases: 'My cases' },
);
