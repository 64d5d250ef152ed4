// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useRef } from 'react';
import { useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { useTitle } from '@/shared/ui/title';
import { texts } from './texts';

type Props = {
  title: string;
  /** Said above the heading, e.g. which question this is. */
  place?: ReactNode;
  actions?: ReactNode;
  /** How far one has come, 0–1. */
  progress?: number;
  /** The heading stands elsewhere, in the legend of the question. */
  ownHeading?: boolean;
  /** A sign above the heading. */
  sign?: ReactNode;
  children: ReactNode;
};

/** One page of the survey: a narrow column, and focus on its heading when it comes. */
export function SurveyFrame({ title, place, actions, progress, ownHeading = false, sign, children }: Props) {
  const t = useTexts(texts);
  const { language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  const main = useRef<HTMLElement>(null);
  useTitle(title);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new title is a new page
  useEffect(() => {
    scrollTo(0, 0);
    main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [title]);
  return (
    <main className="phone survey" id="main" ref={main}>
      <header className="survey__top small muted">
        <span>{place}</span>
        <span className="survey__acts">
          {actions}
          <button type="button" className="linkbtn" lang={other} onClick={() => setLanguage(other)}>
            {t.otherLanguage}
          </button>
        </span>
      </header>
      {progress !== undefined && (
        <div className="progress__bar survey__bar" aria-hidden="true">
          <i style={{ width: `${progress * 100}%` }} />
        </div>
      )}
      {sign}
      {!ownHeading && <h1 tabIndex={-1}>{title}</h1>}
      {children}
    </main>
  );
}
