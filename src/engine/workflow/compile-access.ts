import type { Problem } from '../problem.js';
import { ObjectReader } from './object-reader.js';
import type { FieldAccess } from './workflow.js';

/** How the matrix knows an office that was asked for an opinion (意見照会). */
export const OPINION_ROLE = 'office:opinion';

/** Those who look at applications without a role in the procedure. */
export const OFFICE_ROLES = ['office:auditor', 'office:call_centre', OPINION_ROLE];

/** Reads `access` of workflow.json: who sees which questions, at which stages. */
export function compileAccess(root: ObjectReader, problems: Problem[]): readonly FieldAccess[] {
  return root.list('access').map(({ value, path }): FieldAccess => {
    const reader = new ObjectReader(value, path, problems, ['fields', 'stages', 'roles', 'see']);
    if (!reader.has('fields')) reader.missing('fields');
    return {
      fields: reader.texts('fields'),
      stages: reader.texts('stages'),
      roles: reader.texts('roles'),
      see: reader.requiredOneOf('see', ['plain', 'masked', 'hidden'], 'masked'),
    };
  });
}
