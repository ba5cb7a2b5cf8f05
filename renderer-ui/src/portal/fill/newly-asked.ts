import { type Field, type Page, type Pointer } from '../../form/index.js';

/** Titles of the page's questions that are asked now and were not before. Rows announce themselves. */
export function newlyAsked(page: Page, before: ReadonlySet<Pointer>, now: ReadonlySet<Pointer>): string[] {
  const titles: string[] = [];
  const look = (fields: readonly Field[]): void => {
    for (const field of fields) {
      const pointer = `/${field.path.replaceAll('.', '/')}`;
      if (
        field.compute === null &&
        field.fromApplication === null &&
        now.has(pointer) &&
        !before.has(pointer)
      )
        titles.push(field.title);
      else if (field.kind === 'group') look(field.fields);
    }
  };
  look(page.fields);
  return titles;
}
