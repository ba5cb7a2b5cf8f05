import type { RJSFSchema } from '@rjsf/utils';
import { useMemo, type ReactNode } from 'react';
import { renderSchema, type Page } from './engine.js';
import { useFormSession, useFormState } from './session/form-session.js';
import { layoutOf } from './theme/layout-of.js';
import { ThemedForm } from './theme/theme.js';
import { layoutValidator } from './validation/layout-validator.js';

/** The questions of one page that are asked now. Stands inside a FormSessionProvider and the caller's own `<form>`. */
export function PageForm({ page }: { readonly page: Page }): ReactNode {
  const asked = useFormState(({ evaluation }) => evaluation.asked);
  // The same questions give the same schema, and the same element lets rjsf rest while somebody types.
  const schema = useMemo(() => renderSchema(page, { asked }) as RJSFSchema, [page, asked]);
  const { inHand } = useFormSession();
  const questions = useMemo(
    () => (
      <ThemedForm
        key={page.name}
        tagName="div"
        className="tz-page-form"
        idPrefix={page.name}
        idSeparator="."
        schema={schema}
        uiSchema={layoutOf(page)}
        formData={NOTHING}
        validator={layoutValidator}
        noValidate
        noHtml5Validate
        showErrorList={false}
        experimental_defaultFormStateBehavior={NO_DEFAULTS}
      >
        <></>
      </ThemedForm>
    ),
    [page, schema],
  );
  return (
    <div onCompositionStart={() => inHand.compose(true)} onCompositionEnd={() => inHand.compose(false)}>
      {questions}
    </div>
  );
}

/** The answers live in the session: rjsf lays questions out and never holds what is personal. */
const NOTHING = {};

/** Nothing is filled in by the layout: a consent that comes ticked is no consent. */
const NO_DEFAULTS = {
  constAsDefaults: 'never',
  emptyObjectFields: 'skipDefaults',
  arrayMinItems: { populate: 'never' },
} as const;
