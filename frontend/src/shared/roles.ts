// SPDX-License-Identifier: EUPL-1.2
import { defineTexts } from './i18n/texts';

/** The eleven roles in words. */
export const roleTexts = defineTexts(
  {
    registrar: 'Registrator',
    officer: 'Handläggare',
    decision_maker: 'Beslutsfattare',
    unit_manager: 'Enhetschef',
    executive: 'Ledning',
    business_developer: 'Verksamhetsutvecklare',
    consultant: 'Konsult',
    archivist: 'Arkivarie',
    auditor: 'Revisor',
    administrator: 'Administratör',
    api_client: 'API-klient',
  },
  {
    registrar: 'Registrar',
    officer: 'Officer',
    decision_maker: 'Decision maker',
    unit_manager: 'Unit manager',
    executive: 'Executive',
    business_developer: 'Business developer',
    consultant: 'Consultant',
    archivist: 'Archivist',
    auditor: 'Auditor',
    administrator: 'Administrator',
    api_client: 'API client',
  },
);
