import type { ValidatorType } from '@rjsf/utils';

/**
 * rjsf asks its validator which alternative of a schema the data fits. Pages have no alternatives beyond plain lists
 * of choices, and the verdict over answers is the engine's alone, so this one only compares constants.
 */
export const layoutValidator: ValidatorType = {
  isValid: (schema, data) => !('const' in schema) || schema.const === data,
  rawValidation: () => ({}),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
};
