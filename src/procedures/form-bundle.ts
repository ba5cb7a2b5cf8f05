import { englishOf, type Form, packForm, type Procedure, type ProcedureFiles, translateForm } from '#engine';
import type { CompiledVersion } from './procedure-library.js';
import type { FormBundle, FormEnglish } from './procedure.dto.js';

const bundles = new WeakMap<Procedure, FormBundle>();

/** What a browser needs to fill in a version; the review and its words stay here. Made once. */
export function formBundle(version: CompiledVersion): FormBundle {
  const known = bundles.get(version.procedure);
  if (known) return known;
  const { hash, modules, procedure } = version;
  const bundle: FormBundle = {
    procedureId: procedure.info.id,
    versionHash: hash,
    title: procedure.info.title,
    themeColor: procedure.info.themeColor,
    program: packForm(procedure.form),
    english: hasEnglish(version),
    validators: Object.fromEntries(
      Object.entries(modules).map(([page, module]) => [page, `/api/validators/${module}.mjs`]),
    ),
  };
  bundles.set(procedure, bundle);
  return bundle;
}

function hasEnglish({ files }: CompiledVersion): boolean {
  return 'texts/en.json' in files;
}

const words = new WeakMap<Procedure, FormEnglish>();

/** The sentences of the form and nothing else. Made once. */
export function formEnglish(version: CompiledVersion): FormEnglish {
  const known = words.get(version.procedure);
  if (known) return known;
  const english = {
    words: hasEnglish(version)
      ? englishWords(version.procedure.info.title, version.procedure.form, version.files)
      : {},
  };
  words.set(version.procedure, english);
  return english;
}

/** Japanese → English of a form's title and questions, where there is English. */
export function englishWords(title: string, form: Form, files: ProcedureFiles): Record<string, string> {
  const translate = englishOf(files);
  const english: Record<string, string> = {};
  const collect = (japanese: string): string => {
    const translated = translate(japanese);
    if (translated !== japanese) english[japanese] = translated;
    return japanese;
  };
  collect(title);
  translateForm(form, collect);
  return english;
}
