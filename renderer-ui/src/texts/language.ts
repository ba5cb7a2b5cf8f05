import { useSyncExternalStore } from 'react';

export type Language = 'ja' | 'en';

const STORAGE_KEY = 'tetsuzuki.language';
const listeners = new Set<() => void>();

function stored(): Language {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'en' ? 'en' : 'ja';
  } catch {
    return 'ja';
  }
}

let current: Language = typeof localStorage === 'undefined' ? 'ja' : stored();

export function currentLanguage(): Language {
  return current;
}

/** Changes every text at once, the `lang` of the document with them, and remembers the choice on this device. */
export function setLanguage(language: Language): void {
  current = language;
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser that refuses storage still switches for this visit.
  }
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** @returns what ends it */
export function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage, currentLanguage);
}

/** Two dictionaries of one shape become a hook that gives the one in use. The second must have every key of the first. */
export function bilingual<T>(ja: T, en: NoInfer<T>): () => T {
  return () => (useLanguage() === 'ja' ? ja : en);
}
