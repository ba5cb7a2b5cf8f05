import { lazy } from 'react';
import { useFieldsTexts } from '../../../texts/index.js';
import type { FieldType } from '../field-type.js';
import { lazyInput } from './lazy-input.js';

const Support: NonNullable<FieldType['Support']> = () => <>{useFieldsTexts().bank.support}</>;

export const bank: FieldType = {
  name: 'bank',
  fits: (field, hints) => field.kind === 'text' && hints.widget === 'bank',
  frame: 'label',
  Input: lazyInput(lazy(async () => ({ default: (await import('./BankInput.js')).BankInput }))),
  Support,
};

export const bankBranch: FieldType = {
  name: 'bank-branch',
  fits: (field, hints) => field.kind === 'text' && hints.widget === 'bank-branch',
  frame: 'label',
  Input: lazyInput(lazy(async () => ({ default: (await import('./BranchInput.js')).BranchInput }))),
  Support,
};
