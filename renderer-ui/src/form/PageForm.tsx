import type { RJSFSchema } from '@rjsf/utils';
import { useMemo, type ReactNode } from 'react';
import { renderSchema, type Page } from './engine.js';
import { useFormSession } from './session/form-session.js';
import { rowsOf } from './theme/rows-of.js';
import { layoutOf, ThemedForm } from './theme/theme.js';
import { layoutValidator } from './validation/layout-validator.js';

/** The questions of one page that are asked now. Stands inside a FormSessionProvider and the caller's own `<form>`. */
export function PageForm({ page }: { readonly page: Page }): ReactNode {
  const { answers, evaluation } = useFormSession();
  const schema = renderSchema(page, evaluation) as RJSFSchema;
  const shape = rowsOf(page, answers[page.name]);
  // The shape changes with the number of rows alone; the same text gives the same object, and rjsf rests.
  const rows = useMemo(() => JSON.parse(shape) as Record<string, unknown>, [shape]);
  return (
    <ThemedForm
      key={page.name}
      tagName="div"
      className="tz-page-form"
      idPrefix={page.name}
      idSeparator="."
      schema={schema}
      uiSchema={layoutOf(page)}
      formData={rows}
      validator={layoutValidator}
      noValidate
      noHtml5Validate
      showErrorList={false}
      experimental_defaultFormStateBehavior={NO_DEFAULTS}
    >
      <></>
    </ThemedForm>
  );
}

/** Nothing is filled in by the layout: a consent that comes ticked is no consent. */
const NO_DEFAULTS = {
  constAsDefaults: 'never',
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const;
