import { useState, type ReactNode } from 'react';
import { Link, useLocation } from '../router/index.js';
import { useUiTexts } from '../texts/index.js';
import { Icon } from './Icon.js';
import { LanguageSwitch } from './LanguageSwitch.js';
import { Mark } from './Mark.js';

export interface HeaderLink {
  readonly to: string;
  readonly label: string;
}

interface HeaderProps {
  readonly site: string;
  /** Under the name, in small letters: 審査デスク. */
  readonly sub?: string;
  readonly home: string;
  readonly navLabel: string;
  readonly links: readonly HeaderLink[];
  /** Name of who is signed in, sign-out, a search box: at the end of the bar. */
  readonly children?: ReactNode;
}

/** Skip link, name of the site, navigation (behind a button on a phone), language. */
export function Header({ site, sub, home, navLabel, links, children }: HeaderProps): ReactNode {
  const texts = useUiTexts();
  const { pathname, search } = useLocation();
  const [openAt, setOpenAt] = useState<string | null>(null);
  // Open for the page it was opened on; going anywhere closes it.
  const open = openAt === pathname;
  return (
    <header className="tz-header">
      <a className="tz-skip" href="#main">
        {texts.skipToContent}
      </a>
      <div className="tz-header__bar">
        <Link className="tz-header__home" to={home}>
          <Mark />
          <span>
            {site}
            {sub !== undefined && <span className="tz-header__sub">{sub}</span>}
          </span>
        </Link>
        <LanguageSwitch />
        <button
          type="button"
          className="tz-header__link tz-header__menu"
          aria-expanded={open}
          aria-controls="header-navigation"
          onClick={() => setOpenAt(open ? null : pathname)}
        >
          <Icon name={open ? 'close' : 'menu'} />
          {texts.menu}
        </button>
        <nav id="header-navigation" className="tz-header__nav" data-open={open} aria-label={navLabel}>
          {links.map((link) => (
            <Link
              key={link.to}
              className="tz-header__link"
              to={link.to}
              aria-current={link.to === pathname + search ? 'page' : undefined}
            >
              {link.label}
            </Link>
          ))}
          {children}
        </nav>
      </div>
    </header>
  );
}
