import { isObject } from '../../workflow/object-reader.js';
import type { Field, Form, Page } from '../procedure.js';

/** A question with what stands around it. */
export interface Question {
  readonly field: Field;
  readonly page: Page;
  /** The groups and repeats it stands in, the outermost first. */
  readonly within: readonly Field[];
  /** Its part of form.ui.json. */
  readonly ui: Readonly<Record<string, unknown>>;
}

/** Every field of the form in the order of the screen, containers before what they hold. */
export function questionsOf(form: Form): readonly Question[] {
  const below = (field: Field, page: Page, within: readonly Field[], ui: unknown): readonly Question[] => {
    const own = membersOf(ui);
    const inside = field.kind === 'rows' ? membersOf(own['items']) : own;
    return [
      { field, page, within, ui: own },
      ...field.fields.flatMap((child) => below(child, page, [...within, field], inside[child.name])),
    ];
  };
  return form.pages.flatMap((page) =>
    page.fields.flatMap((field) => below(field, page, [], page.ui[field.name])),
  );
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
