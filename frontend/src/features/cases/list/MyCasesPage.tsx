// SPDX-License-Identifier: EUPL-1.2
import { useTexts } from '@/shared/i18n/texts';
import { Page } from '@/shared/ui';
import { texts } from '../texts';

export function MyCasesPage() {
  const t = useTexts(texts);
  return <Page title={t.myCases}>{null}</Page>;
}
