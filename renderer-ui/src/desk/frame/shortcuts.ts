import { useEffect, useRef, useSyncExternalStore } from 'react';
import { isTyping } from '../queue/row-cursor.js';

const KEY = 'tetsuzuki.desk.letters';
const listeners = new Set<() => void>();

/** Letters can be switched off, for people whose speech input types them (WCAG 2.1.4). */
export function lettersEnabled(): boolean {
  return localStorage.getItem(KEY) !== 'off';
}

export function enableLetters(enabled: boolean): void {
  localStorage.setItem(KEY, enabled ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export function useLettersEnabled(): boolean {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, lettersEnabled);
}

/** Key → what it does on this screen. Nothing happens while typing, in a dialog, or with a modifier held. */
export type Shortcuts = Readonly<Record<string, () => void>>;

export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      if (isTyping(event.target) || (event.key.length === 1 && !lettersEnabled())) return;
      const run = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (!run) return;
      event.preventDefault();
      run();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
