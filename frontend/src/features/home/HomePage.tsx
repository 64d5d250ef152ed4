// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { useMay, useMe } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { buttonClass, Page } from '@/shared/ui';
import { texts } from './texts';

/** The first page: who one is and where to begin. */
export function HomePage() {
  const t = useTexts(texts);
  const me = useMe();
  const may = useMay();
  return (
    <Page title={t.title(me.user.displayName)} purpose={t.purpose}>
      {may('case:read') && (
        <Link to="/cases/mine" className={buttonClass('primary')}>
          {t.myCases}
        </Link>
      )}
    </Page>
  );
}
