import { dirname, join, resolve } from 'node:path';
import { checkOtherForms, compileForm, type Form, type Problem, proceduresReferredTo } from '#engine';
import { readFolder, UnreadableFolder } from './read-folder.js';

/** What a form takes from the applications of procedures whose folders lie beside its own; all of them warnings. */
export async function checkAgainstOthers(folder: string, form: Form): Promise<readonly Problem[]> {
  const beside = dirname(resolve(folder));
  const others = new Map<string, Form>([[form.id, form]]);
  for (const id of proceduresReferredTo(form)) {
    const other = others.has(id) ? null : await formIn(join(beside, id));
    if (other) others.set(id, other);
  }
  return checkOtherForms(form, others);
}

/** Null for a folder that is not there, or that has problems of its own. */
async function formIn(folder: string): Promise<Form | null> {
  try {
    const compiled = compileForm(await readFolder(folder));
    return compiled.ok ? compiled.form : null;
  } catch (error) {
    if (error instanceof UnreadableFolder) return null;
    throw error;
  }
}
