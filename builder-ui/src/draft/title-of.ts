import type { ProcedureFiles } from '#engine';

let last: { readonly text: string | undefined; readonly title: string | null } = {
  text: undefined,
  title: null,
};

/** What procedure.json calls the procedure; null while it does not say. */
export function titleOf(files: ProcedureFiles): string | null {
  const text = files['procedure.json'];
  if (text !== last.text) last = { text, title: read(text ?? '') };
  return last.title;
}

function read(text: string): string | null {
  try {
    const { title } = JSON.parse(text) as { readonly title?: unknown };
    return typeof title === 'string' && title !== '' ? title : null;
  } catch {
    return null;
  }
}
