// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../i18n/texts';
import { texts } from './texts';

/** Nothing to show: what this is, why it is empty and what to do. */
export function Empty({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}

const AFTER_MS = 300;
const WIDTHS = ['92%', '78%', '85%', '64%', '71%', '88%', '59%', '81%'];

/** A shape of what is coming, shown only when it takes so long that one would wonder. */
export function Loading({ lines = 5 }: { lines?: number }) {
  const t = useTexts(texts);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" aria-busy="true" className="stack">
      <span className="vh">{t.loading}</span>
      {late && WIDTHS.slice(0, lines).map((width) => <div className="skel" style={{ width }} key={width} />)}
    </div>
  );
}

type ProgressProps = {
  label: string;
  done: number;
  total?: number | undefined;
  text: string;
  onCancel?: (() => void) | undefined;
  stopping?: boolean;
};

/** How far long work has come, with a way to stop it. */
export function Progress({ label, done, total, text, onCancel, stopping = false }: ProgressProps) {
  const t = useTexts(texts);
  const share = total ? Math.min(1, done / total) : undefined;
  return (
    <div className="progress">
      <div className="progress__row">
        <b>{label}</b>
        <span>{text}</span>
      </div>
      <div
        className={share === undefined ? 'progress__bar progress__bar--open' : 'progress__bar'}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === undefined ? undefined : Math.round(share * 100)}
        aria-valuetext={text}
      >
        <i style={{ width: share === undefined ? '30%' : `${share * 100}%` }} />
      </div>
      {onCancel && (
        <div>
          <button type="button" className="btn btn--sm" aria-busy={stopping || undefined} onClick={stopping ? undefined : onCancel}>
            {stopping ? t.stopping : t.cancel}
          </button>
        </div>
      )}
    </div>
  );
}
