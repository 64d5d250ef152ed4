// SPDX-License-Identifier: EUPL-1.2
import { Link, Outlet, useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, Suspense, useRef, useState } from 'react';
import { useMay, useMe } from '@/api';
import { useShortcut } from '@/shared/hooks/useShortcut';
import { ZoneContext } from '@/shared/i18n/format';
import { LocalizedText, useLanguage, usePick } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import type { NavItem } from '@/shared/nav';
import { remember, remembered } from '@/shared/remember';
import { Dialog, Icon, Loading, Mark } from '@/shared/ui';
import { navItems } from './features';
import { MeMenu } from './MeMenu';
import { SignInAgain } from './SignInAgain';
import { texts } from './texts';
import { Watermark } from './Watermark';
import './watermark.css';

const ON_THE_PHONE_BAR = 4;

/** The frame around every page for staff: rail, top bar, and on a phone a bar at the bottom. */
export function Frame() {
  const t = useTexts(texts);
  const me = useMe();
  const may = useMay();
  const items = navItems.filter((item) => !item.permission || may(item.permission));
  return (
    <ZoneContext value={me.authority.timeZone}>
      <a className="skip" href="#main">
        {t.skip}
      </a>
      <div className="app">
        <Rail items={items} />
        <div>
          <TopBar />
          <main className="main" id="main" tabIndex={-1}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </div>
      <BottomBar items={items} />
      <SignInAgain />
      <Watermark />
    </ZoneContext>
  );
}

/** Marks the part one is in, also on pages below its first. */
function useIsWithin(item: NavItem): 'page' | undefined {
  const pathname = useLocation({ select: (location) => location.pathname });
  const above = item.within ?? item.to;
  return pathname === above || (above !== '/' && pathname.startsWith(`${above}/`)) ? 'page' : undefined;
}

function NavLink({ item, onPress }: { item: NavItem; onPress?: () => void }) {
  const pick = usePick();
  return (
    <Link to={item.to} aria-current={useIsWithin(item)} title={pick(item.text)} {...(onPress ? { onClick: onPress } : {})}>
      <Icon name={item.icon} />
      {pick(item.text)}
      {item.Count && <item.Count />}
    </Link>
  );
}

function Rail({ items }: { items: readonly NavItem[] }) {
  const t = useTexts(texts);
  const me = useMe();
  const [narrow, setNarrow] = useState(remembered('rail') === 'narrow');
  const turn = () => {
    const next = narrow ? null : 'narrow';
    remember('rail', next);
    if (next) document.documentElement.dataset.rail = next;
    else delete document.documentElement.dataset.rail;
    setNarrow(!narrow);
  };
  return (
    <aside className="rail">
      <Link className="brand" to="/" aria-label="Målbild">
        <Mark />
        Målbild
      </Link>
      <p className="org">
        <LocalizedText text={me.authority.name} />
      </p>
      <nav className="nav" aria-label={t.mainMenu}>
        <ul className="plain">
          {items.map((item) => (
            <li key={item.to}>
              <NavLink item={item} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="rail__foot nav">
        <ul className="plain">
          <li>
            <a href="/api/v1/docs" title={t.api}>
              <Icon name="help" />
              {t.api}
            </a>
          </li>
          <li className="collapse">
            <button type="button" aria-pressed={narrow} title={narrow ? t.wide : t.narrow} onClick={turn}>
              <Icon name="collapse" />
              {narrow ? t.wide : t.narrow}
            </button>
          </li>
        </ul>
      </div>
    </aside>
  );
}

function TopBar() {
  const t = useTexts(texts);
  const { language, setLanguage } = useLanguage();
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header className="topbar">
      <Link className="brand m-brand only-s" to="/" aria-label="Målbild">
        <Mark />
      </Link>
      <UnitChoice />
      <Search />
      <PhoneSearch />
      <button type="button" className="iconbtn lang" lang={other} onClick={() => setLanguage(other)}>
        {t.otherLanguage}
      </button>
      <MeMenu />
    </header>
  );
}

/** Which of one's units one looks at; part of the URL, so that a link shows a colleague the same. */
function UnitChoice() {
  const t = useTexts(texts);
  const pick = usePick();
  const me = useMe();
  const navigate = useNavigate();
  const { unit } = useSearch({ strict: false });
  const units = [...new Map(me.grants.map((grant) => [grant.unitId, grant.unitName])).entries()];
  if (units.length === 0) return <span />;
  if (units.length === 1) {
    return (
      <span className="unit">
        <span className="muted full">{t.unit}:</span> <LocalizedText text={units[0]?.[1]} />
      </span>
    );
  }
  return (
    <label className="unit">
      <span className="muted full">{t.unit}:</span>
      <select
        value={unit ?? ''}
        aria-label={t.unit}
        onChange={(event) => navigate({ to: '.', search: (old) => ({ ...old, unit: event.target.value || undefined }) })}
      >
        <option value="">{t.allUnits}</option>
        {units.map(([id, name]) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Search() {
  const t = useTexts(texts);
  const may = useMay();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', () => input.current?.focus());
  if (!may('case:read')) return <span className="search" />;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const query = input.current?.value.trim();
    if (query) navigate({ to: '/cases', search: { query } });
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <search> around the form would be one box more
    <form className="search" role="search" onSubmit={onSubmit}>
      <Icon name="search" />
      <label className="vh" htmlFor="q">
        {t.search}
      </label>
      <input id="q" type="search" ref={input} placeholder={t.searchHint} maxLength={100} />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd takes no focus */}
      <kbd aria-hidden="true">/</kbd>
    </form>
  );
}

/** On a phone the search is a page of its own. */
function PhoneSearch() {
  const t = useTexts(texts);
  const may = useMay();
  if (!may('case:read')) return null;
  return (
    <Link className="iconbtn only-s" to="/cases" search={{}} aria-label={t.search}>
      <Icon name="search" />
    </Link>
  );
}

function BarLink({ item }: { item: NavItem }) {
  const pick = usePick();
  return (
    <Link to={item.to} aria-current={useIsWithin(item)}>
      <Icon name={item.icon} />
      {pick(item.text)}
    </Link>
  );
}

function BottomBar({ items }: { items: readonly NavItem[] }) {
  const t = useTexts(texts);
  const [open, setOpen] = useState(false);
  const [first, rest] = [items.slice(0, ON_THE_PHONE_BAR), items.slice(ON_THE_PHONE_BAR)];
  return (
    <nav className="bottombar" aria-label={t.phoneMenu}>
      {first.map((item) => (
        <BarLink key={item.to} item={item} />
      ))}
      {rest.length > 0 && (
        <button type="button" onClick={() => setOpen(true)}>
          <Icon name="more" />
          {t.more}
        </button>
      )}
      {open && (
        <Dialog title={t.mainMenu} onClose={() => setOpen(false)}>
          <ul className="sheetnav">
            {items.map((item) => (
              <li key={item.to}>
                <NavLink item={item} onPress={() => setOpen(false)} />
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </nav>
  );
}
