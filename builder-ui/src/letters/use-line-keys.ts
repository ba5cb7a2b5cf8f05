import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';

const LINE = '[data-line]';

interface LineKeys {
  readonly list: (list: HTMLOListElement | null) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Goes to a line as soon as it is drawn; without a place, to the end of what stands there. */
  readonly goTo: (line: number, place?: number) => void;
}

interface LineKeyActions {
  /** What is behind the caret becomes the next line. */
  readonly split: (line: number, place: number) => void;
  /** The line goes to the end of the one before. */
  readonly join: (line: number) => void;
}

/**
 * The lines of a letter as a page of text has them: the arrows lead from line to line, Enter parts a line where the caret
 * is, and Backspace at its beginning joins it to the one before. For Tab all lines are one stop.
 *
 * @param start the line that is gone to first, and whenever it becomes another; -1: none
 */
export function useLineKeys(start: number, { split, join }: LineKeyActions): LineKeys {
  const lines = useRef<HTMLOListElement | null>(null);
  const wanted = useRef<{ readonly line: number; readonly place: number | undefined } | null>(null);
  useEffect(() => {
    if (start >= 0) wanted.current = { line: start, place: undefined };
  }, [start]);
  useEffect(() => {
    if (!wanted.current) return;
    const { line, place } = wanted.current;
    const there = lines.current?.children[line]?.querySelector<HTMLElement>(LINE);
    if (!there) return;
    wanted.current = null;
    putCaret(there, place);
  });
  const list = useCallback((element: HTMLOListElement | null) => {
    lines.current = element;
  }, []);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const at = event.target;
    if (!(at instanceof HTMLElement) || !at.matches(LINE) || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = [...(lines.current?.querySelectorAll<HTMLElement>(LINE) ?? [])];
    const index = all.indexOf(at);
    if (at instanceof HTMLTextAreaElement && at.selectionStart === at.selectionEnd) {
      if (event.key === 'Enter') return split(index, at.selectionStart);
      if (event.key === 'Backspace' && at.selectionStart === 0) {
        event.preventDefault();
        return join(index);
      }
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const next = all[index + step];
    if (step === 0 || !next || !leaves(at, step)) return;
    event.preventDefault();
    putCaret(next);
  }
  const goTo = (line: number, place?: number): void => {
    wanted.current = { line, place };
  };
  return { list, onKeyDown, goTo };
}

/** Within a line that is broken on the page the arrow moves the caret, until it stands on its first or last part. */
function leaves(at: HTMLElement, step: number): boolean {
  if (!(at instanceof HTMLTextAreaElement)) return true;
  const { selectionStart, selectionEnd, value, previousElementSibling: behind } = at;
  if (selectionStart !== selectionEnd) return false;
  const end = step === 1 ? value.length : 0;
  return !behind || Math.abs(topOf(behind, selectionStart) - topOf(behind, end)) < 4;
}

/** How far down a place of the text stands, in pixels, measured in the same text that lies behind the box. */
function topOf(behind: Element, place: number): number {
  const walker = document.createTreeWalker(behind, NodeFilter.SHOW_TEXT);
  let left = place;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.textContent ?? '';
    if (left <= length) {
      const range = document.createRange();
      range.setStart(node, left);
      return range.getBoundingClientRect().top;
    }
    left -= length;
  }
  return 0;
}

function putCaret(line: HTMLElement, place?: number): void {
  line.focus();
  if (!(line instanceof HTMLTextAreaElement)) return;
  const at = place ?? line.value.length;
  line.setSelectionRange(at, at);
}
