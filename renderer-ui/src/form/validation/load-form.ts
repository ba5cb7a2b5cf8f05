import { fetchFormBundle, fetchFormEnglish } from '../../api/procedures.js';
import type { FormBundle } from '../../api/types.js';
import { withEnglish, type Language } from '../../texts/index.js';
import { isRefused } from '../../api/request.js';
import { FORM_PROGRAM_FORMAT, type Form, linkForm } from '../engine.js';
import { FormUnreadable } from './form-unreadable.js';
import { PageChecks } from './page-checks.js';

/** A form ready to be filled: the published program, linked in this browser. */
export interface LoadedForm {
  readonly versionHash: string;
  /** What its questions are written in. */
  readonly language: Language;
  /** Of the procedure. */
  readonly title: string;
  readonly themeColor: string | null;
  readonly form: Form;
  readonly checks: PageChecks;
}

/**
 * The same questions and verdicts in either language; Japanese words where the procedure brings no English. The English
 * comes when somebody reads English, and is there before they do.
 */
export type SpokenForm = Readonly<Record<Language, LoadedForm>>;

const loaded = new Map<string, Promise<SpokenForm>>();

/** Versions never change, so each is fetched and linked once a visit. A failure is not remembered. */
export function loadForm(versionHash: string): Promise<SpokenForm> {
  const known = loaded.get(versionHash);
  if (known) return known;
  const loading = fetchFormBundle(versionHash, FORM_PROGRAM_FORMAT).then(readBundle, (failure: unknown) => {
    // The server knows the version, but speaks another format by now.
    throw isRefused(failure, 'not-found') ? new FormUnreadable() : failure;
  });
  loading.catch(() => loaded.delete(versionHash));
  loaded.set(versionHash, loading);
  return loading;
}

/** A form that is no published version: a draft's, as it is at this moment. */
export async function readBundle({
  versionHash,
  title,
  themeColor,
  program,
  english,
  validators,
}: FormBundle): Promise<SpokenForm> {
  const form = await linkForm(program);
  if (!form) throw new FormUnreadable();
  const checks = new PageChecks(validators);
  const ja: LoadedForm = { versionHash, language: 'ja', title, themeColor, form, checks };
  const spoken = { ja, en: ja };
  if (!english) return spoken;
  let coming: Promise<void> | undefined;
  await withEnglish(() => {
    coming ??= Promise.all([
      fetchFormEnglish(versionHash, FORM_PROGRAM_FORMAT),
      import('./speak-english.js'),
    ]).then(
      ([{ words }, { inEnglish }]) => void (spoken.en = inEnglish(ja, words)),
      (failure: unknown) => {
        coming = undefined;
        throw failure;
      },
    );
    return coming;
  });
  return spoken;
}
