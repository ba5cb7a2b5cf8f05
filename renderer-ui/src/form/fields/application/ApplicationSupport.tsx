import type { ReactNode } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import type { Field } from '../../engine.js';
import { useFormSession } from '../../session/form-session.js';
import { offeredFor } from './offered-for.js';

/** Where the number of an application comes from. */
export function ApplicationSupport({ field }: { readonly field: Field }): ReactNode {
  const texts = useFieldsTexts().application;
  const { applications } = useFormSession();
  const offered = offeredFor(field, applications);
  return (
    <>
      {offered.length > 0 ? texts.choose : texts.noneHere}
      {field.application?.elsewhere === true && texts.elsewhere}
    </>
  );
}
