import type { JsonSchema, Procedure, WorkflowState } from '#engine';
import type { StaffEntry } from './desk.dto.js';

/**
 * What officials recorded with their actions, in the order of the workflow file, with the titles of the version that
 * the application was made in. A choice shows its title; every other value stays as it is stored.
 */
export function staffEntries(procedure: Procedure, state: WorkflowState): StaffEntry[] {
  const actions = [...procedure.workflow.stages.values()].flatMap((stage) => [...stage.actions.values()]);
  const seen = new Set<string>();
  return actions.flatMap((action): StaffEntry[] => {
    const given = Object.hasOwn(state.staff, action.name) ? state.staff[action.name] : undefined;
    if (!given || !action.requires.fields || seen.has(action.name)) return [];
    seen.add(action.name);
    const properties = objectAt(action.requires.fields, 'properties');
    const fields = Object.keys(properties)
      .filter((name) => Object.hasOwn(given, name) && given[name] !== null)
      .map((name) => {
        const field = objectAt(properties, name);
        return { name, title: String(field['title'] ?? name), value: staffValueInWords(field, given[name]) };
      });
    return fields.length === 0 ? [] : [{ action: action.name, title: action.title, fields }];
  });
}

/** A choice by its title; every other value stays as it is stored. */
export function staffValueInWords(field: JsonSchema, value: unknown): unknown {
  const options: unknown[] = Array.isArray(field['oneOf']) ? field['oneOf'] : [];
  const chosen = options.find((option) => isObject(option) && option['const'] === value);
  return isObject(chosen) ? chosen['title'] : value;
}

function objectAt(schema: JsonSchema, key: string): JsonSchema {
  const value = schema[key];
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
