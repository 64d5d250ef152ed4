// SPDX-License-Identifier: EUPL-1.2
import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './Icon';

type Look = 'primary' | 'quiet' | 'danger';

/** The class of a button, for links that look like one. A page has one primary. */
export const buttonClass = (look?: Look, small = false) => ['btn', look && `btn--${look}`, small && 'btn--sm'].filter(Boolean).join(' ');

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: Look;
  small?: boolean;
  icon?: IconName;
  /** Work under way: the button keeps its focus, says so and takes no second press. */
  busy?: boolean;
};

/** A button. It is never disabled: what cannot be done now is explained where it is pressed. */
export function Button({ look, small = false, icon, busy = false, className, children, type = 'button', onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={[buttonClass(look, small), className].filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
