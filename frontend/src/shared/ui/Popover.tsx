// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../i18n/texts';
import { Icon } from './Icon';
import { texts } from './texts';

/** A button that opens a small box beside it; Escape, the cross and a press outside close it. */
export function Popover({
  label,
  title,
  className = 'src',
  children,
}: {
  label: ReactNode;
  title: string;
  className?: string;
  children: ReactNode;
}) {
  const t = useTexts(texts);
  const box = useId();
  const whole = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    const onPress = (event: PointerEvent) => {
      if (!whole.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  }, [open]);
  return (
    <span className="pop" ref={whole}>
      <button
        type="button"
        className={className}
        ref={button}
        aria-expanded={open}
        aria-controls={open ? box : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset groups inputs; this is a note
        <div className="popover" id={box} role="group" aria-label={title}>
          <div className="popover__head">
            <b>{title}</b>
            <button
              type="button"
              className="iconbtn"
              aria-label={t.close}
              onClick={() => {
                setOpen(false);
                button.current?.focus();
              }}
            >
              <Icon name="cross" />
            </button>
          </div>
          {children}
        </div>
      )}
    </span>
  );
}

/** What a number stands on. */
export type SourceNote = { title: string; definition: string; formula?: string; sample?: string; period?: string; source?: ReactNode };

/** "Så räknas det": definition, n, period and source of a number. Every number has one. */
export function Source({ note, label }: { note: SourceNote; label?: string }) {
  const t = useTexts(texts);
  const lines = [
    [t.definition, note.definition],
    [t.formula, note.formula],
    [t.sample, note.sample],
    [t.period, note.period],
    [t.source, note.source],
  ] as const;
  return (
    <Popover label={label ?? t.howCounted} title={note.title}>
      <dl className="deflist">
        {lines
          .filter(([, text]) => text)
          .map(([word, text]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </Popover>
  );
}
