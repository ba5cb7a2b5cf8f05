import type { FeelType, Scope } from '../expression/index.js';
import { staffFieldsOf, staffFieldType } from './staff-fields.js';
import type { JsonSchema } from '../procedure/procedure.js';

/** An action and the fields staff fill in with it; two stages may have an action of the same name. */
export type StaffFieldsByAction = readonly (readonly [action: string, fields: JsonSchema])[];

/**
 * What a workflow expression may read: everything the form's may, and what the review adds.
 *
 * @param known names of all teams, and paths of all answers that officials may set to another value; left out, texts
 *   compared with them are not checked
 */
export function workflowScope(
  answers: Scope,
  staffFields: StaffFieldsByAction,
  known: { readonly teams?: readonly string[]; readonly overridden?: readonly string[] } = {},
): Scope {
  const staff: Record<string, Record<string, FeelType>> = {};
  for (const [action, schema] of staffFields) {
    const fields = (staff[action] ??= {});
    for (const field of staffFieldsOf(schema)) fields[field.name] = staffFieldType(field);
  }
  const contexts = Object.entries(staff).map(
    ([action, fields]) => [action, { kind: 'context', fields }] as const,
  );
  return {
    ...answers,
    application: {
      kind: 'context',
      fields: {
        number: { kind: 'string' },
        submitted_on: { kind: 'date' },
        entered_on: { kind: 'date' },
        team: namesOf('team', known.teams),
      },
    },
    checks: {
      kind: 'context',
      fields: { all_passed: { kind: 'boolean' }, failed_count: { kind: 'number' } },
    },
    staff: { kind: 'context', fields: Object.fromEntries(contexts) },
    corrections: { kind: 'number' },
    warnings: { kind: 'number' },
    overridden: {
      kind: 'list',
      of: {
        kind: 'context',
        fields: {
          field: namesOf('question', known.overridden),
          title: { kind: 'string' },
          computed: { kind: 'string' },
          value: { kind: 'string' },
          public_reason: { kind: 'string' },
        },
      },
    },
  };
}

function namesOf(names: 'question' | 'team', options: readonly string[] | undefined): FeelType {
  return options && options.length > 0 ? { kind: 'string', names, options } : { kind: 'string', names };
}

/** Actions that name the same staff field with different types: an expression could not say which it reads. */
export function conflictingStaffFields(
  staffFields: StaffFieldsByAction,
): readonly { readonly action: string; readonly field: string }[] {
  const seen = new Map<string, string>();
  return staffFields.flatMap(([action, schema]) =>
    staffFieldsOf(schema).flatMap((field) => {
      const key = `${action}.${field.name}`;
      const type = staffFieldType(field).kind;
      const before = seen.get(key);
      seen.set(key, type);
      return before !== undefined && before !== type ? [{ action, field: field.name }] : [];
    }),
  );
}
