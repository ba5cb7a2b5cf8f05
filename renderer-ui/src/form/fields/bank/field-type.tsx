import { lazy } from 'react';
import type { FieldType } from '../field-type.js';
import { lateSupport } from '../late.js';
import { lazyInput } from './lazy-input.js';

export const bank: FieldType = {
  name: 'bank',
  fits: (field, hints) => field.kind === 'text' && hints.widget === 'bank',
  frame: 'label',
  Input: lazyInput(lazy(async () => ({ default: (await import('./BankInput.js')).BankInput }))),
  Support: lateSupport((pieces) => pieces.BankSupport),
};

export const bankBranch: FieldType = {
  name: 'bank-branch',
  fits: (field, hints) => field.kind === 'text' && hints.widget === 'bank-branch',
  frame: 'label',
  Input: lazyInput(lazy(async () => ({ default: (await import('./BranchInput.js')).BranchInput }))),
  Support: lateSupport((pieces) => pieces.BankSupport),
};
