import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { useUiTexts } from '../texts/index.js';
import { focusControl } from './ErrorSummary.js';

interface PageProps {
  /** The one h1, and the first half of the document's title. */
  readonly title: string;
  /** Small line above the h1: the procedure's name, for instance. */
  readonly over?: ReactNode;
  /** Second half of the document's title. */
  readonly site: string;
  readonly width?: 'wide' | 'narrow' | 'full';
  /** A new value moves the focus to the h1, as a new page would. */
  readonly focusKey: string;
  /** Draws the h1 inside the children (with `PageTitle`) instead of above them. */
  readonly ownTitle?: boolean;
  /** Colour of the procedure, dark enough for white text on it; null = that of the site. */
  readonly theme?: string | null;
  readonly children: ReactNode;
}

/** `<main>` with the title, the document's title, and the focus on arrival. */
export function Page(props: PageProps): ReactNode {
  const { title, over, site, width = 'wide', focusKey, ownTitle = false, theme = null, children } = props;
  const texts = useUiTexts();
  useEffect(() => {
    document.title = texts.pageTitle(title, site);
  }, [texts, title, site]);
  useFocusOnTitle(focusKey);
  return (
    <main
      id="main"
      className={`tz-main tz-main--${width}`}
      tabIndex={-1}
      data-quiet-focus
      style={themeStyle(theme)}
    >
      {!ownTitle && <PageTitle over={over}>{title}</PageTitle>}
      {children}
    </main>
  );
}

/** Set through the style object of the element, which the content policy allows, never as an attribute. */
function themeStyle(theme: string | null): CSSProperties | undefined {
  return theme === null ? undefined : ({ '--theme': theme } as CSSProperties);
}

export function PageTitle({
  over,
  children,
}: {
  readonly over?: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <h1 className="tz-title" tabIndex={-1}>
      {over !== undefined && <span className="tz-title__over">{over}</span>}
      {children}
    </h1>
  );
}

/**
 * The page a visitor opens first keeps the browser's own focus; every later one is announced by its h1, or starts at
 * the control its address names (`#permit.valid_to`).
 */
let firstPage = true;

function useFocusOnTitle(focusKey: string): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (last.current === focusKey) return;
    last.current = focusKey;
    const wanted = decodeURIComponent(window.location.hash.slice(1));
    if (wanted !== '' && focusControl(wanted)) return;
    if (firstPage) {
      firstPage = false;
      return;
    }
    window.scrollTo(0, 0);
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [focusKey]);
}
