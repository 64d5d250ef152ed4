// SPDX-License-Identifier: EUPL-1.2
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { LanguageProvider } from '@/shared/i18n/language';

/** Renders as the page does, in Swedish, with somebody at the keyboard. */
export function show(content: ReactNode) {
  return { user: userEvent.setup(), ...render(<LanguageProvider>{content}</LanguageProvider>) };
}
