/** Puts params into a sentence: `{minutes}分` → `15分`. A param that is missing leaves nothing. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
