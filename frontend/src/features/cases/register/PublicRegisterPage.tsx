// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from '@/shared/i18n/texts';
import { Page } from '@/shared/ui';
import { texts } from '../texts';

export function PublicRegisterPage() {
  const t = useTexts(texts);
  return <Page title={t.register}>{null}</Page>;
}
