// SPDX-License-Identifier: EUPL-1.2
import './parties.css';
import type { CaseFile } from '@/api';
import { useTexts } from '@/shared/i18n/texts';
import { Icon } from '@/shared/ui';
import { partyTexts } from './texts';

/** Stands over every view of a case in which somebody has protected personal data, on paper too. */
export function ProtectedBanner({ file }: { file: CaseFile }) {
  const t = useTexts(partyTexts);
  if (!file.parties.some((party) => party.protectedIdentity && party.protectedIdentity !== 'none')) return null;
  return (
    <section className="protected" aria-label={t.banner}>
      <Icon name="lock" />
      <p>
        <b>{t.banner}.</b> {t.bannerWhat}
      </p>
    </section>
  );
}
