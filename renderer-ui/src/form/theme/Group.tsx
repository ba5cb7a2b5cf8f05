import type { ReactNode } from 'react';
import { FieldErrors, FieldWarnings } from '../../ui/index.js';
import { idOf } from '../pointer.js';
import { useFormSession } from '../session/form-session.js';
import type { ContainerProps } from './container-props.js';

/** Page and row bring their own heading; a group of questions gets a fieldset. */
export function Group({ field, pointer, Inside }: ContainerProps): ReactNode {
  const { errors, warnings } = useFormSession().messages(pointer);
  const id = idOf(pointer);
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
      <Inside fields={field.fields} at={pointer} />
      {errors.length > 0 && <FieldErrors id={`${id}-error`} errors={errors} />}
      {warnings.length > 0 && <FieldWarnings id={`${id}-warning`} warnings={warnings} />}
    </fieldset>
  );
}
