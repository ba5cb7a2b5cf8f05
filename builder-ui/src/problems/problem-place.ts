import type { AuthoredField, Problem, ProcedureFiles } from '#engine';
import { allFields, outlineOf } from '../form/use-outline.js';

/** What a problem is about: a question of the form and, where there is one, its keyword. */
export interface FormPlace {
  /** As in `Field.path`; '' for the form as a whole. */
  readonly path: string;
  /** `x-askWhen`, `title` …; null when it is about the question itself. */
  readonly keyword: string | null;
}

const FORM = 'form.schema.json#';
const UI = 'form.ui.json#';

/** Null for a place that is not in the form. */
export function formPlaceOf(files: ProcedureFiles, path: string): FormPlace | null {
  if (path.startsWith(FORM)) {
    const pointer = path.slice(FORM.length);
    const field = deepest(allFields(outlineOf(files)), ({ definition }) => definition, pointer);
    if (!field) return { path: '', keyword: pointer.split('/')[1] ?? null };
    const keyword = pointer.slice(field.definition.length).split('/')[1] ?? null;
    return { path: field.path, keyword };
  }
  if (path.startsWith(UI)) {
    const pointer = path.slice(UI.length);
    const field = deepest(allFields(outlineOf(files)), uiPointerOf, pointer);
    if (!field) return { path: '', keyword: null };
    return { path: field.path, keyword: pointer.slice(uiPointerOf(field).length).split('/')[1] ?? null };
  }
  return null;
}

/** Where in the builder a problem is mended: what follows the address of the draft. Null where no editor shows its file. */
export function addressOf(files: ProcedureFiles, problem: Pick<Problem, 'path'>): string | null {
  const place = formPlaceOf(files, problem.path);
  const query = (values: Readonly<Record<string, string>>): string => new URLSearchParams(values).toString();
  if (place)
    return `form?${query({ at: place.path, ...(place.keyword === null ? {} : { key: place.keyword }) })}`;
  const [file = '', pointer = ''] = problem.path.split('#');
  const area = EDITORS.find(([files]) => files.test(file))?.[1];
  return area === undefined ? null : `${area}?${query({ at: pointer === '' ? file : `${file}#${pointer}` })}`;
}

const EDITORS: readonly (readonly [file: RegExp, area: string])[] = [
  [/^procedure\.json$/, 'basics'],
  [/^workflow\.json$/, 'workflow'],
  [/^tables\//, 'tables'],
  [/^messages\//, 'messages'],
  [/^notices\//, 'notices'],
  [/^examples\//, 'examples'],
  [/^texts\//, 'english'],
];

function deepest(
  fields: readonly AuthoredField[],
  placeOf: (field: AuthoredField) => string,
  pointer: string,
): AuthoredField | null {
  const around = fields.filter((field) => {
    const place = placeOf(field);
    return pointer === place || pointer.startsWith(`${place}/`);
  });
  return around.toSorted((a, b) => placeOf(b).length - placeOf(a).length)[0] ?? null;
}

function uiPointerOf({ path }: AuthoredField): string {
  return path
    .split('.')
    .map((step) => (step.endsWith('[]') ? `/${step.slice(0, -2)}/items` : `/${step}`))
    .join('');
}
