// SPDX-License-Identifier: EUPL-1.2
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { remember, remembered } from '../remember';

/** The languages of the product. Swedish comes first. */
export type Language = 'sv' | 'en';

/** A text in its languages, as the API sends model texts; `sv` is there, but in the texts of a maturity model that has no Swedish. */
export type Localized = Record<string, string>;

let current: Language = remembered('language') === 'en' ? 'en' : 'sv';

/** The language now, for what stands outside React (the Accept-Language of requests). */
export const currentLanguage = (): Language => current;

type LanguageState = { language: Language; setLanguage: (language: Language) => void };

const LanguageContext = createContext<LanguageState>({ language: 'sv', setLanguage: () => {} });

/** Holds the one language of the page, and writes it to `<html lang>`. */
export function LanguageProvider({ children, onChange }: { children: ReactNode; onChange?: (language: Language) => void }) {
  const [language, set] = useState<Language>(current);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const state = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        current = next;
        remember('language', next);
        set(next);
        onChange?.(next);
      },
    }),
    [language, onChange],
  );
  return <LanguageContext value={state}>{children}</LanguageContext>;
}

export const useLanguage = (): LanguageState => useContext(LanguageContext);

/** The language a text is shown in: the reader's, otherwise Swedish, otherwise the one there is. */
const shownIn = (text: Localized, language: Language): string | undefined =>
  [language, 'sv', ...Object.keys(text)].find((each) => text[each] !== undefined);

/** The text in the reader's language, otherwise in Swedish, otherwise in the language there is. */
export function pick(text: Localized | undefined, language: Language): string {
  const found = text && shownIn(text, language);
  return found === undefined ? '' : (text?.[found] ?? '');
}

/** {@link pick} in the language of the page. */
export function usePick(): (text: Localized | undefined) => string {
  const { language } = useLanguage();
  return (text) => pick(text, language);
}

/** A text of the API, marked with its language where that is not the page's. */
export function LocalizedText({ text }: { text: Localized | undefined }) {
  const { language } = useLanguage();
  const found = text && shownIn(text, language);
  if (found === undefined) return null;
  return found === language ? text?.[found] : <span lang={found}>{text?.[found]}</span>;
}
