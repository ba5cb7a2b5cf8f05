import {
  compileForm,
  compileProcedure,
  editJson,
  type Form,
  type FormProgram,
  packForm,
  type Problem,
  type ProcedureFiles,
} from '#engine';

/** What the compiler says of a draft, and the form as far as it can be shown. */
export interface Checked {
  readonly problems: readonly Problem[];
  /** Null where not even the questions can be read. */
  readonly program: FormProgram | null;
  /** Conditions and computed values that had to be left out for it to be shown, as in `Problem.path`. */
  readonly leftOut: readonly string[];
}

/** All problems, errors and warnings, in the order of the files; and the form although some of its expressions are wrong. */
export function checkDraft(files: ProcedureFiles): Checked {
  const compiled = compileProcedure(files);
  if (compiled.ok)
    return { problems: compiled.warnings, program: packForm(compiled.procedure.form), leftOut: [] };
  const { form, leftOut } = formAsFarAsPossible(files);
  return { problems: compiled.problems, program: form && packForm(form), leftOut };
}

/** Rounds, each of which leaves out what the last has found wrong: a check may hang on a value that has gone. */
const ROUNDS = 6;
const SCHEMA = 'form.schema.json';
const UI = 'form.ui.json';

function formAsFarAsPossible(files: ProcedureFiles): { form: Form | null; leftOut: readonly string[] } {
  let now = files;
  const leftOut: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const result = compileForm(now);
    if (result.ok) return { form: result.form, leftOut };
    const wrong = [...new Set(result.problems.flatMap(({ path }) => removable(path)))];
    if (wrong.length === 0) break;
    for (const place of wrong.toSorted((a, b) => b.length - a.length || (a < b ? 1 : -1))) {
      const [file = '', pointer = ''] = place.split('#');
      const edited = editJson(now[file] ?? '', [{ kind: 'remove', pointer }]);
      if (!edited.ok) continue;
      now = { ...now, [file]: edited.text };
      leftOut.push(place);
    }
  }
  return { form: null, leftOut: [] };
}

/** What a form can do without: its conditions, computed values and checks, and all that says how it looks. */
function removable(path: string): readonly string[] {
  const [file, pointer = ''] = path.split('#');
  if (file === UI) {
    const key = /^(.*?\/ui:[a-z]+)(?:\/|$)/.exec(pointer)?.[1] ?? pointer;
    return key === '' ? [] : [`${UI}#${key}`];
  }
  if (file !== SCHEMA) return [];
  const keyword =
    /^(.*\/(?:x-askWhen|x-compute|x-prefill|x-from-application|x-application|x-unit|pattern|default|examples))(?:\/|$)/;
  const found = keyword.exec(pointer)?.[1] ?? /^(.*\/x-check)(?:\/|$)/.exec(pointer)?.[1];
  return found === undefined ? [] : [`${SCHEMA}#${found}`];
}
