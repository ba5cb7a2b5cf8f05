import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { FieldErrors, FieldWarnings } from '../../ui/index.js';
import { fieldPathOf, pointerOf } from '../pointer.js';
import { useFormSession, useMessagesAt } from '../session/form-session.js';

/** Page and row bring their own heading; a group of questions gets a fieldset. */
export function Group({ fieldPathId, properties }: ObjectFieldTemplateProps): ReactNode {
  const { form } = useFormSession();
  const id = fieldPathId.$id;
  const pointer = pointerOf(id);
  const field = form.fields.get(fieldPathOf(pointer));
  const { errors, warnings } = useMessagesAt(pointer);
  const content = properties.map((property) => property.content);
  if (field?.kind !== 'group') return <>{content}</>;
  const describedBy = [
    field.description !== null && `${id}-support`,
    errors.length > 0 && `${id}-error`,
    warnings.length > 0 && `${id}-warning`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset id={id} className="tz-group" tabIndex={-1} aria-describedby={describedBy || undefined}>
      <legend className="tz-group__title">{field.title}</legend>
      {field.description !== null && (
        <p id={`${id}-support`} className="tz-field__support">
          {field.description}
        </p>
      )}
      {content}
      {errors.length > 0 && <FieldErrors id={`${id}-error`} errors={errors} />}
      {warnings.length > 0 && <FieldWarnings id={`${id}-warning`} warnings={warnings} />}
    </fieldset>
  );
}
