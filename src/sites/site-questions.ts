import { type Field, type Form, questionsFrom } from '#engine';

/** One question about a site, as the first procedure that asks it words it. */
export interface SiteQuestion {
  /** Member of the site: `name`, `postal` … */
  readonly name: string;
  readonly field: Field;
  /** The form that the field stands in. */
  readonly form: Form;
}

/**
 * What procedures would take from a site, each member once. `name` comes first: it is what a site is listed by. Only
 * texts and single choices are asked here; anything else a site has was answered in a form, and is kept as it is.
 */
export function siteQuestions(forms: readonly Form[]): readonly SiteQuestion[] {
  const questions = new Map<string, SiteQuestion>();
  for (const form of forms) {
    for (const { name, field } of questionsFrom(form, 'site')) {
      const known = questions.get(name);
      const asked = field.kind === 'text' || (field.kind === 'choice' && hasTexts(field));
      // Of two that differ the one with choices says more exactly what is taken.
      if (asked && (!known || (known.field.options === null && field.options !== null)))
        questions.set(name, { name, field, form });
    }
  }
  const all = [...questions.values()];
  return [...all.filter(({ name }) => name === 'name'), ...all.filter(({ name }) => name !== 'name')];
}

function hasTexts({ options }: Field): boolean {
  return options?.every(({ value }) => typeof value === 'string') ?? false;
}
