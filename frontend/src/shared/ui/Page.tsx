// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/texts';
import { texts } from './texts';
import { useTitle } from './title';

/** A step above the page: its words and, except for the page itself, where it leads. */
export type Crumb = { text: string; to: string };

/** Where one is: the steps above, then the page. */
export function Breadcrumb({ crumbs, here }: { crumbs: readonly Crumb[]; here: string }) {
  const t = useTexts(texts);
  return (
    <nav className="crumb" aria-label={t.breadcrumb}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.text}</Link>
          </li>
        ))}
        <li>
          <span aria-current="page">{here}</span>
        </li>
      </ol>
    </nav>
  );
}

type Props = {
  title: string;
  /** One sentence on what the page is for. */
  purpose?: string;
  crumbs?: readonly Crumb[];
  /** At most one primary button, last. */
  actions?: ReactNode;
  children: ReactNode;
};

/** A page: breadcrumb, h1, purpose, buttons, content. */
export function Page({ title, purpose, crumbs = [], actions, children }: Props) {
  useTitle(title);
  return (
    <>
      <Breadcrumb crumbs={crumbs} here={title} />
      <div className="pagehead">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {purpose && <p>{purpose}</p>}
        </div>
        {actions && <div className="pagehead__act">{actions}</div>}
      </div>
      {children}
    </>
  );
}
