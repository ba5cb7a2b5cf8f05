import SchemaField from '@rjsf/core/lib/components/fields/SchemaField.js';
import { type RJSFSchema, toFieldPathId } from '@rjsf/utils';
import { useMemo, type ReactNode } from 'react';
import { renderSchema, type Page } from './engine.js';
import { useLatePieces } from './fields/late.js';
import { useFormSession, useFormState } from './session/form-session.js';
import { layoutOf } from './theme/layout-of.js';
import { registryOf } from './theme/theme.js';

/** The questions of one page that are asked now. Stands inside a FormSessionProvider and the caller's own `<form>`. */
export function PageForm({ page }: { readonly page: Page }): ReactNode {
  const asked = useFormState(({ evaluation }) => evaluation.asked);
  const registry = useMemo(() => registryOf(page.name), [page.name]);
  // The same questions give the same schema, and the same element lets rjsf rest while somebody types.
  const schema = useMemo(() => renderSchema(page, { asked }) as RJSFSchema, [page, asked]);
  const { inHand } = useFormSession();
  // A page with attachments asks for them by itself.
  const pieces = useLatePieces(false);
  const questions = useMemo(
    () => (
      <div key={page.name} className="tz-page-form">
        <SchemaField
          name=""
          schema={schema}
          uiSchema={layoutOf(page)}
          fieldPathId={toFieldPathId('', registry.globalFormOptions)}
          formData={NOTHING}
          registry={registry}
          onChange={ignore}
          onBlur={ignore}
          onFocus={ignore}
        />
      </div>
    ),
    [page, schema, registry],
  );
  return (
    <div onCompositionStart={() => inHand.compose(true)} onCompositionEnd={() => inHand.compose(false)}>
      {pieces && <pieces.ManyFiles page={page} asked={asked} />}
      {questions}
    </div>
  );
}

/** The answers live in the session: rjsf lays questions out and never holds what is personal. */
const NOTHING = {};

function ignore(): void {
  // What is typed goes to the session.
}
