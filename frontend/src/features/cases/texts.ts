// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from '@/shared/i18n/texts';

export const texts = defineTexts(
  {
    cases: 'Ärenden',
    myCases: 'Mina ärenden',
    register: 'Offentligt diarium',
  },
  {
    cases: 'Cases',
    myCases: 'My cases',
    register: 'Public register',
  },
);
