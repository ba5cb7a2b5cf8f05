import { toFieldPathId, type FieldProps } from '@rjsf/utils';
import { useCallback, type ReactNode } from 'react';
import { fieldPathOf, pointerOf } from '../pointer.js';
import { useLatePieces } from '../fields/late.js';
import { useFormSession } from '../session/form-session.js';
import { Spinner } from '../../ui/index.js';

/**
 * A repeat, in the place of rjsf's own array field: that one would name its rows anew whenever their number changes,
 * and with the name the cursor goes. How many rows there are is the session's knowledge; rjsf draws what is inside one.
 */
export function RowsField(props: FieldProps): ReactNode {
  const { fieldPathId, schema, uiSchema, registry, onChange, onBlur, onFocus } = props;
  const { form } = useFormSession();
  const { SchemaField } = registry.fields;
  const drawRow = useCallback(
    (index: number) =>
      SchemaField && (
        <SchemaField
          name={String(index)}
          schema={schema.items as FieldProps['schema']}
          uiSchema={uiSchema?.items as FieldProps['uiSchema']}
          fieldPathId={toFieldPathId(index, registry.globalFormOptions, fieldPathId)}
          formData={NOTHING}
          registry={registry}
          onChange={onChange}
          onBlur={onBlur}
          onFocus={onFocus}
        />
      ),
    [SchemaField, schema, uiSchema, registry, fieldPathId, onChange, onBlur, onFocus],
  );
  const pointer = pointerOf(fieldPathId.$id);
  const field = form.fields.get(fieldPathOf(pointer));
  const pieces = useLatePieces(true);
  if (!field) return null;
  return pieces === null ? <Spinner /> : <pieces.Rows field={field} pointer={pointer} drawRow={drawRow} />;
}

const NOTHING = {};
