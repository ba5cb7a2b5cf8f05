import { type Answers, type Field, type Form, targetLabel } from '#engine';

/** Something that an applicant can be asked to correct. */
export interface CorrectionPlace {
  /** JSON Pointer; rows by number. */
  readonly path: string;
  /** As the applicant reads it: 「営業許可　有効期間のおわり」. */
  readonly label: string;
  readonly title: string;
}

/** Every question of the form outside its repeats, and each repeat as a whole: what can be said of many applications. */
export function commonPlaces(form: Form): readonly CorrectionPlace[] {
  return places(form, {}, 0);
}

/** Every place of these answers, with each row they have. */
export function placesIn(form: Form, answers: Answers): readonly CorrectionPlace[] {
  return places(form, answers, Infinity);
}

function places(form: Form, answers: Answers, mostRows: number): readonly CorrectionPlace[] {
  const from = (fields: readonly Field[], parent: string, values: unknown): CorrectionPlace[] =>
    fields.flatMap((field): CorrectionPlace[] => {
      const path = `${parent}/${field.name}`;
      const value = memberOf(values, field.name);
      if (field.kind === 'group') return from(field.fields, path, value);
      const own: CorrectionPlace[] =
        field.compute || field.fromApplication
          ? []
          : [{ path, label: targetLabel(form, path, answers), title: field.title }];
      const rows = field.kind === 'rows' && Array.isArray(value) ? value.slice(0, mostRows) : [];
      return [...own, ...rows.flatMap((row, index) => from(field.fields, `${path}/${index}`, row))];
    });
  return form.pages.flatMap((page) => from(page.fields, `/${page.name}`, answers[page.name]));
}

/**
 * Which place a table means: by label, by title where no other has it, by path with slashes or points.
 *
 * @returns the places that are meant; one, where it is clear
 */
export function placesNamed(all: readonly CorrectionPlace[], text: string): readonly CorrectionPlace[] {
  const key = plain(text);
  const ways: readonly ((place: CorrectionPlace) => string)[] = [
    ({ path }) => plain(path),
    ({ path }) => plain(path.slice(1).replaceAll('/', '.')),
    ({ label }) => plain(label),
    ({ title }) => plain(title),
  ];
  for (const way of ways) {
    const found = all.filter((place) => way(place) === key);
    if (found.length > 0) return found;
  }
  return [];
}

/** People write the parts of a label with any mark between them, or none. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s、,:・>＞]/g, '')
    .toLowerCase();
}

function memberOf(values: unknown, name: string): unknown {
  return typeof values === 'object' && values !== null && Object.hasOwn(values, name)
    ? (values as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
