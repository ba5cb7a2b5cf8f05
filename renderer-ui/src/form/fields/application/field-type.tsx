import { lazy } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import { useFormSession } from '../../session/form-session.js';
import { lazyInput } from '../bank/lazy-input.js';
import type { FieldType } from '../field-type.js';
import { offeredFor } from './offered-for.js';

const Support: NonNullable<FieldType['Support']> = ({ field }) => {
  const texts = useFieldsTexts().application;
  const { applications } = useFormSession();
  const offered = offeredFor(field, applications);
  return (
    <>
      {offered.length > 0 ? texts.choose : texts.noneHere}
      {field.application?.elsewhere === true && texts.elsewhere}
    </>
  );
};

export const application: FieldType = {
  name: 'application',
  fits: (field) => field.application !== null,
  frame: 'label',
  Input: lazyInput(lazy(async () => ({ default: (await import('./ApplicationInput.js')).ApplicationInput }))),
  Support,
};
