import type { Answers, Field, Form } from '#engine';

/** The answers that people give: computed values are made anew from them, and may not come out the same. */
export function withoutComputed(form: Form, answers: Answers): Answers {
  const pages = form.pages.flatMap(({ name, fields }) =>
    Object.hasOwn(answers, name) ? [[name, given(fields, answers[name])] as const] : [],
  );
  return Object.fromEntries(pages);
}

function given(fields: readonly Field[], value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((row: unknown) => given(fields, row));
  const byName = new Map(fields.map((field) => [field.name, field]));
  const kept = Object.entries(value).filter(([name]) => byName.get(name)?.compute == null);
  return Object.fromEntries(
    kept.map(([name, inside]) => {
      const field = byName.get(name);
      const holdsFields = field?.kind === 'group' || field?.kind === 'rows';
      return [name, holdsFields ? given(field.fields, inside) : inside];
    }),
  );
}
