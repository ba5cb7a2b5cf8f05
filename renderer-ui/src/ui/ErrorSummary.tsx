import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useUiTexts } from '../texts/index.js';

export interface SummaryLine {
  /** DOM id of the control that cures it; null when nothing on this page does. */
  readonly controlId: string | null;
  readonly text: string;
}

interface ErrorSummaryProps {
  readonly lines: readonly SummaryLine[];
  /** A new value moves the focus here; give it one at every failed attempt. */
  readonly attempt: number;
  readonly title?: string;
}

/** Everything wrong on the page, in the order of the page, each line leading to its control. */
export function ErrorSummary({ lines, attempt, title }: ErrorSummaryProps): ReactNode {
  const texts = useUiTexts();
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [attempt]);
  if (lines.length === 0) return null;
  return (
    <div ref={box} className="tz-summary" role="group" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId} className="tz-summary__title">
        {title ?? texts.errorSummary(lines.length)}
      </h2>
      <ul className="tz-summary__list">
        {lines.map((line, index) => (
          <li key={index}>
            {line.controlId === null ? line.text : <SummaryLink id={line.controlId} text={line.text} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function SummaryLink({ id, text }: { readonly id: string; readonly text: string }): ReactNode {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        focusControl(id);
      }}
    >
      {text}
    </a>
  );
}

/** Focuses a control by id, or the first control inside a group of that id, and shows it. */
export function focusControl(id: string): boolean {
  const element = document.getElementById(id);
  if (!element) return false;
  const target = element.matches(CONTROLS)
    ? element
    : (element.querySelector<HTMLElement>(CONTROLS) ?? element);
  target.focus();
  element.scrollIntoView({ block: 'center' });
  return true;
}

const CONTROLS = 'input,select,textarea,button,a[href],[tabindex]';
