// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { Mark, useTitle } from '@/shared/ui';
import { texts } from './texts';

/** A page without frame: one card in the middle. */
export function Bare({ title, children }: { title: string; children: ReactNode }) {
  const t = useTexts(texts);
  const { language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  useTitle(title);
  return (
    <div className="signin">
      <main id="main">
        <p className="brand">
          <Mark />
          Målbild
        </p>
        <h1 tabIndex={-1}>{title}</h1>
        {children}
        <div className="signin__foot">
          <Link to="/register">{t.register}</Link>
          <button type="button" className="linkbtn" lang={other} onClick={() => setLanguage(other)}>
            {t.otherLanguage}
          </button>
        </div>
      </main>
    </div>
  );
}
