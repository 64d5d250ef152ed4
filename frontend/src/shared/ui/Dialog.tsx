// SPDX-License-Identifier: EUPL-1.2
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../i18n/texts';
import { Icon } from './Icon';
import { texts } from './texts';

/** A modal dialog; Escape and the cross close it, and focus goes back to what opened it. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string;
  wide?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const t = useTexts(texts);
  const heading = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog--wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog__head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="iconbtn" aria-label={t.close} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
