import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { useNavigate } from './place.js';

export interface LinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  /** An address of the application, from its root. */
  readonly to: string;
}

/** A link without loading the page anew. Whatever else the browser does with links (a new tab, a download) stays its own. */
export function Link({ to, onClick, target, ...rest }: LinkProps): ReactNode {
  const navigate = useNavigate();
  const go = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainClick(event) || (target !== undefined && target !== '_self'))
      return;
    event.preventDefault();
    // The link to where somebody already is adds nothing that “back” would have to undo.
    const replace = new URL(to, window.location.href).href === window.location.href;
    void navigate(to, { replace });
  };
  return <a {...rest} {...(target !== undefined && { target })} href={to} onClick={go} />;
}

function isPlainClick({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean {
  return button === 0 && !(metaKey || altKey || ctrlKey || shiftKey);
}
