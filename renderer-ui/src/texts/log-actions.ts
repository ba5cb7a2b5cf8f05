import { bilingual } from './language.js';
import { logActionsJa } from './log-actions-ja.js';

const useLogActionsTexts = bilingual(
  logActionsJa,
  async () => (await import('./log-actions-en.js')).logActionsEn,
);

/** The word for an action; its code where the log holds one that is older or newer than these words. */
export function useLogAction(): (action: string) => string {
  const words: Readonly<Record<string, string>> = useLogActionsTexts();
  return (action) => words[action] ?? action;
}
