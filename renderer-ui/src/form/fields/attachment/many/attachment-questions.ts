import type { Field, Page } from '../../../engine.js';
import { pointerOf, type Pointer } from '../../../pointer.js';

export interface AttachmentQuestion {
  readonly pointer: Pointer;
  readonly field: Field;
}

/** Questions of a page that take files; those of rows are left to their rows. */
export function attachmentQuestions(page: Pick<Page, 'fields'>): readonly AttachmentQuestion[] {
  const found = (fields: readonly Field[]): readonly AttachmentQuestion[] =>
    fields.flatMap((field) => {
      if (field.kind === 'attachment') return [{ pointer: pointerOf(field.path), field }];
      return field.kind === 'group' ? found(field.fields) : [];
    });
  return found(page.fields);
}
