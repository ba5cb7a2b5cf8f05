import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';

const BOX = 'textarea.words__box';

interface LineKeys {
  readonly list: (list: HTMLOListElement | null) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Goes to the box of a line as soon as it is drawn. */
  readonly goTo: (line: number) => void;
}

/**
 * The lines of a letter as a page of text has them: the arrows lead from line to line past everything that stands beside
 * them, and Enter begins the next one.
 */
export function useLineKeys(onEnter: (line: number) => void): LineKeys {
  const lines = useRef<HTMLOListElement | null>(null);
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    const box = lines.current?.children[wanted.current ?? -1]?.querySelector<HTMLTextAreaElement>(BOX);
    if (!box) return;
    wanted.current = null;
    putCaret(box);
  });
  const list = useCallback((element: HTMLOListElement | null) => {
    lines.current = element;
  }, []);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const box = event.target;
    if (!(box instanceof HTMLTextAreaElement) || !box.matches(BOX) || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const row = box.closest('li');
    if (event.key === 'Enter' && row) return onEnter([...(lines.current?.children ?? [])].indexOf(row));
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !leaves(box, step)) return;
    const boxes = [...(lines.current?.querySelectorAll<HTMLTextAreaElement>(BOX) ?? [])];
    const next = boxes[boxes.indexOf(box) + step];
    if (!next) return;
    event.preventDefault();
    putCaret(next);
  }
  const goTo = (line: number): void => {
    wanted.current = line;
  };
  return { list, onKeyDown, goTo };
}

/** Within a box of several lines the arrow moves the caret until it stands at the very beginning or end. */
function leaves({ rows, selectionStart, selectionEnd, value }: HTMLTextAreaElement, step: number): boolean {
  if (selectionStart !== selectionEnd) return false;
  return rows === 1 || selectionStart === (step === 1 ? value.length : 0);
}

function putCaret(box: HTMLTextAreaElement): void {
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}
