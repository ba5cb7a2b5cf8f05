import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import type { ReactNode } from 'react';
import { FieldErrors, FieldWarnings } from '../../ui/index.js';
import type { Page } from '../engine.js';
import { fieldPathOf, pointerOf } from '../pointer.js';
import { useFormSession, useMessagesAt } from '../session/form-session.js';

/** A page of more questions is drawn by the stretch. */
const LONG = 24;
const STRETCH = 12;

/** Page and row bring their own heading; a group of questions gets a fieldset. */
export function Group({ fieldPathId, properties }: ObjectFieldTemplateProps): ReactNode {
  const { form } = useFormSession();
  const id = fieldPathId.$id;
  const pointer = pointerOf(id);
  const field = form.fields.get(fieldPathOf(pointer));
  const { errors, warnings } = useMessagesAt(pointer);
  const page = form.pages.find(({ name }) => name === id);
  if (page && page.fields.length > LONG) return <Stretches page={page} properties={properties} />;
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

interface StretchesProps extends Pick<ObjectFieldTemplateProps, 'properties'> {
  readonly page: Page;
}

/**
 * A long page in stretches of a dozen: the browser lays out and paints those that are seen, and a key typed in one costs
 * nothing in the others. A question stays in its stretch whatever is asked around it, so that it keeps the cursor.
 */
function Stretches({ page, properties }: StretchesProps): ReactNode {
  const places = new Map(page.fields.map(({ name }, index) => [name, index]));
  const stretches = new Map<number, ReactNode[]>();
  for (const { name, content } of properties) {
    const stretch = Math.floor((places.get(name) ?? 0) / STRETCH);
    stretches.set(stretch, [...(stretches.get(stretch) ?? []), content]);
  }
  return [...stretches].map(([stretch, content]) => (
    <div key={stretch} className="tz-stretch">
      {content}
    </div>
  ));
}
