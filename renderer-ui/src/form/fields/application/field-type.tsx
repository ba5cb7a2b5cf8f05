import { lazy } from 'react';
import { lazyInput } from '../bank/lazy-input.js';
import type { FieldType } from '../field-type.js';
import { lateSupport } from '../late.js';

export const application: FieldType = {
  name: 'application',
  fits: (field) => field.application !== null,
  frame: 'label',
  Input: lazyInput(lazy(async () => ({ default: (await import('./ApplicationInput.js')).ApplicationInput }))),
  Support: lateSupport((pieces) => pieces.ApplicationSupport),
};
