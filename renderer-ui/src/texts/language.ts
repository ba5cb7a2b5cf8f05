import { use, useSyncExternalStore } from 'react';
import { fetchOnce } from '../fetch-once.js';

export type Language = 'ja' | 'en';

const STORAGE_KEY = 'tetsuzuki.language';
const listeners = new Set<() => void>();

/** Fetch the English of every area met so far; Japanese comes with the screens. */
const english = new Set<() => Promise<unknown>>();

/**
 * Words that must be there before anything is shown in English; now, when English is what is read.
 *
 * @param fetchWords may be called again when it failed
 */
export async function withEnglish(fetchWords: () => Promise<unknown>): Promise<void> {
  english.add(fetchWords);
  if (current === 'en') await fetchWords();
}

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

/**
 * Changes every text at once, the `lang` of the document with them, and remembers the choice on this device. Without a
 * line the words of the other language cannot come, and nothing changes.
 */
export async function setLanguage(language: Language): Promise<void> {
  if (!(await hasWords(language))) return;
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A browser that refuses storage still switches for this visit.
  }
  show(language);
}

/** Before the first screen is drawn: the language chosen on this device, or Japanese where its words do not come. */
export async function openInLanguage(): Promise<void> {
  show((await hasWords(current)) ? current : 'ja');
}

/** After an area was met late: its words in the language that is read. */
export async function bringWords(): Promise<void> {
  if (current === 'en') await Promise.all([...english].map((fetchWords) => fetchWords()));
}

/**
 * Draws in a language whatever is drawn now; for a server, which has no language of its own.
 *
 * @throws when words have not come
 */
export async function drawnIn<T>(language: Language, draw: () => T): Promise<T> {
  if (!(await hasWords(language))) throw new Error(`The words of ${language} did not come.`);
  // Nobody else draws before this has ended: nothing in it waits.
  const before = current;
  current = language;
  try {
    return draw();
  } finally {
    current = before;
  }
}

async function hasWords(language: Language): Promise<boolean> {
  if (language === 'ja') return true;
  try {
    await Promise.all([...english].map((fetchWords) => fetchWords()));
    return true;
  } catch {
    return false;
  }
}

function show(language: Language): void {
  current = language;
  // For the server, which draws the page of a draft before any program is there.
  document.cookie = `${STORAGE_KEY}=${language}; path=/; max-age=31536000; samesite=lax`;
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

/**
 * Two dictionaries of one shape become a hook that gives the one in use. The English must have every key of the
 * Japanese; it is fetched when somebody reads English.
 */
export function bilingual<T>(ja: T, fetchEn: () => Promise<NoInfer<T>>): () => T {
  const fetchWords = fetchOnce(fetchEn);
  english.add(fetchWords);
  return function useTexts(): T {
    // Never skipped once it was called: React knows the promises of a screen by their order, and where the first of
    // two were left out at the second attempt, it would give its words for those of the other.
    return useLanguage() === 'ja' ? ja : use(fetchWords());
  };
}
