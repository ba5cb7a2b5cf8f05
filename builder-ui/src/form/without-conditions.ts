import type { FormProgram } from '#engine';

type Fields = FormProgram['pages'][number]['fields'];

/** The same form with everything asked of everybody: what an author wants to see. */
export function withoutConditions(program: FormProgram): FormProgram {
  const all = (fields: Fields): Fields =>
    fields.map((field) => ({
      ...field,
      askWhen: null,
      // What holds no questions says nothing of them.
      ...(field.fields && { fields: all(field.fields) }),
    }));
  return {
    ...program,
    checks: [],
    pages: program.pages.map((page) => ({ ...page, askWhen: null, fields: all(page.fields) })),
  };
}
