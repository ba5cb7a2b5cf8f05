import { compileProcedure, type ProcedureFiles, type Problem, type RunnableVersion } from '#engine';
import { generateTypes, TYPES_FILE } from '../procedures/generate-types.js';
import { buildPageValidators } from '../procedures/page-validators.js';
import { contentHash } from '../procedures/version-hash.js';

export type Runnable = RunnableVersion & { readonly files: ProcedureFiles };

/** @param isPublished it met the rules of its day */
export function runnable(
  files: ProcedureFiles,
  isPublished: boolean,
):
  | { readonly ok: true; readonly version: Runnable }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const compiled = compileProcedure(files, { published: isPublished });
  if (!compiled.ok) return { ok: false, problems: compiled.problems };
  const { procedure } = compiled;
  const validators = buildPageValidators(procedure.form).functions;
  return { ok: true, version: { procedure, files, validators, hash: contentHash(files) } };
}

/** What is published: with the types of its form, and without plans that were made for another content. */
export async function publishable(files: ProcedureFiles): Promise<ProcedureFiles> {
  const withTypes = { ...files, [TYPES_FILE]: await generateTypes(files) };
  const hash = contentHash(withTypes);
  return Object.fromEntries(
    Object.entries(withTypes).filter(
      ([path, text]) => !path.startsWith('migrations/') || leadsTo(text, hash),
    ),
  );
}

function leadsTo(plan: string, hash: string): boolean {
  try {
    return (JSON.parse(plan) as { readonly to?: unknown } | null)?.to === hash;
  } catch {
    return false;
  }
}
