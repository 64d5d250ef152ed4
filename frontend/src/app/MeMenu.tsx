// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deleteCurrentSession, useMe } from '@/api';
import { LocalizedText, useLanguage } from '@/shared/i18n/language';
import { useTexts } from '@/shared/i18n/texts';
import { remember, remembered } from '@/shared/remember';
import { roleTexts } from '@/shared/roles';
import { Button, Popover, Seg } from '@/shared/ui';
import { texts } from './texts';

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0])
    .filter((_, at, all) => at === 0 || at === all.length - 1)
    .join('')
    .toUpperCase();

/** Who one is, how it looks, and the way out. */
export function MeMenu() {
  const t = useTexts(texts);
  const me = useMe();
  return (
    <span className="pop--right me-slot">
      <Popover
        className="iconbtn"
        title={t.myAccount}
        label={
          <>
            <span className="vh">{t.account(me.user.displayName)}</span>
            <span className="me" aria-hidden="true">
              {initials(me.user.displayName)}
            </span>
          </>
        }
      >
        <Menu />
      </Popover>
    </span>
  );
}

function Menu() {
  const t = useTexts(texts);
  const roles = useTexts(roleTexts);
  const me = useMe();
  const { language, setLanguage } = useLanguage();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signOut = async () => {
    await deleteCurrentSession();
    queryClient.clear();
    await navigate({ to: '/login', search: {} });
  };
  return (
    <div className="menu">
      <div>
        <p>
          <b>{me.user.displayName}</b>
          {me.user.title && `, ${me.user.title}`}
        </p>
        <ul className="plain small muted">
          {me.grants.map((grant) => (
            <li key={grant.id}>
              {roles[grant.role]}, <LocalizedText text={grant.unitName} />
            </li>
          ))}
        </ul>
      </div>
      <Seg
        label={t.language}
        chosen={language}
        onChoose={setLanguage}
        options={[
          { key: 'sv', text: 'Svenska' },
          { key: 'en', text: 'English' },
        ]}
      />
      <Looks />
      <Link to="/password" search={{}}>
        {t.changePassword}
      </Link>
      <Button onClick={signOut}>{t.signOut}</Button>
    </div>
  );
}

type Look = 'auto' | 'light' | 'dark';

function setMark(name: 'theme' | 'contrast', value: string | null) {
  remember(name, value);
  if (value) document.documentElement.dataset[name] = value;
  else delete document.documentElement.dataset[name];
}

function Looks() {
  const t = useTexts(texts);
  const [look, setLook] = useState<Look>((remembered('theme') as Look | null) ?? 'auto');
  const [contrast, setContrast] = useState(remembered('contrast') === 'more');
  const [keys, setKeys] = useState(remembered('shortcuts') !== 'off');
  return (
    <>
      <Seg
        label={t.look}
        chosen={look}
        onChoose={(next) => {
          setMark('theme', next === 'auto' ? null : next);
          setLook(next);
        }}
        options={[
          { key: 'auto', text: t.lookAuto },
          { key: 'light', text: t.lookLight },
          { key: 'dark', text: t.lookDark },
        ]}
      />
      <div>
        <label className="check">
          <input
            type="checkbox"
            checked={contrast}
            onChange={(event) => {
              setMark('contrast', event.target.checked ? 'more' : null);
              setContrast(event.target.checked);
            }}
          />
          <span>{t.contrast}</span>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={keys}
            onChange={(event) => {
              remember('shortcuts', event.target.checked ? null : 'off');
              setKeys(event.target.checked);
            }}
          />
          <span>{t.shortcuts}</span>
        </label>
      </div>
    </>
  );
}
