import { perform, type ProcedureFiles } from '#engine';

/** What a folder calls itself; null where its procedure.json cannot be read or does not say. */
export function namesIn(files: ProcedureFiles): {
  readonly id: string | null;
  readonly title: string | null;
  readonly themeColor: string | null;
} | null {
  try {
    const info = JSON.parse((files['procedure.json'] ?? '').replace(/^\uFEFF/, '')) as unknown;
    if (typeof info !== 'object' || info === null || Array.isArray(info)) return null;
    const { id, title, themeColor } = info as Readonly<Record<string, unknown>>;
    return { id: textOr(id), title: textOr(title), themeColor: textOr(themeColor) };
  } catch {
    return null;
  }
}

function textOr(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The same folder under another id and title; whatever is not concerned keeps its bytes. Null where it cannot be. */
export function withNames(files: ProcedureFiles, id: string, title: string): ProcedureFiles | null {
  let renamed = files;
  for (const [keyword, value] of Object.entries({ id, title })) {
    const names = namesIn(renamed);
    if (!names) return null;
    if (names[keyword as 'id' | 'title'] === value) continue;
    const done = perform(renamed, { kind: 'set-info', keyword, value });
    if (!done.ok) return null;
    renamed = done.files;
  }
  return renamed;
}
