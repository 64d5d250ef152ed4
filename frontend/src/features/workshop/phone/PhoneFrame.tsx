// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { useTitle } from '@/shared/ui/title';
import { texts } from '../texts';

type Props = {
  title: string;
  /** Said above the heading: which question this is, and the time left. */
  place?: ReactNode;
  /** The heading stands elsewhere, in the legend of the question. */
  ownHeading?: boolean;
  isLost?: boolean;
  /** Changes when this is another page: then focus goes to its heading. */
  page: string;
  children: ReactNode;
};

/** One page on a phone: a narrow column. */
export function PhoneFrame({ title, place, ownHeading = false, isLost = false, page, children }: Props) {
  const t = useTexts(texts);
  const { language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  const main = useRef<HTMLElement>(null);
  useTitle(title);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page takes focus to its heading
  useEffect(() => {
    scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [page]);
  return (
    <main className="phone ws" id="main" ref={main}>
      <header className="ws__top small muted">
        <span className="ws__place num">{place}</span>
        <button type="button" className="linkbtn" lang={other} onClick={() => setLanguage(other)}>
          {t.otherLanguage}
        </button>
      </header>
      <div role="status">{isLost && <p className="ws__lost small">{t.lost}</p>}</div>
      {!ownHeading && <h1 tabIndex={-1}>{title}</h1>}
      {children}
    </main>
  );
}
