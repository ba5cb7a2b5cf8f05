import type { ComponentProps, ReactNode } from 'react';
import { Link, type LinkProps } from '../router/index.js';

export interface ButtonLook {
  readonly look?: 'primary' | 'secondary' | 'danger' | 'text';
  readonly size?: 'large' | 'normal' | 'small';
}

function classes({ look = 'secondary', size = 'normal' }: ButtonLook): string {
  return `tz-button tz-button--${look} tz-button--${size}`;
}

type ButtonProps = ButtonLook &
  Omit<ComponentProps<'button'>, 'className' | 'disabled'> & {
    /** Stays focusable and readable; a click does nothing. Say why with `aria-describedby`. */
    readonly blocked?: boolean;
  };

/** At most one `primary` on a page. */
export function Button({ look, size, blocked, type = 'button', onClick, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      {...rest}
      type={blocked ? 'button' : type}
      className={classes({ ...(look && { look }), ...(size && { size }) })}
      aria-disabled={blocked || undefined}
      onClick={blocked ? undefined : onClick}
    />
  );
}

/** Looks like a button, goes to an address inside the application. */
export function ButtonLink({ look, size, ...rest }: ButtonLook & Omit<LinkProps, 'className'>): ReactNode {
  return <Link {...rest} className={classes({ ...(look && { look }), ...(size && { size }) })} />;
}

/** Looks like a button, fetches a file or leaves the application. */
export function ButtonAnchor({
  look,
  size,
  ...rest
}: ButtonLook & Omit<ComponentProps<'a'>, 'className'>): ReactNode {
  return <a {...rest} className={classes({ ...(look && { look }), ...(size && { size }) })} />;
}

/** A row of buttons; on a phone each takes the width. */
export function Buttons({ children }: { readonly children: ReactNode }): ReactNode {
  return <div className="tz-buttons">{children}</div>;
}
