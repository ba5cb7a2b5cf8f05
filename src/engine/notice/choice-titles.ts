import type { Form } from '../procedure/procedure.js';
import { isObject } from '../workflow/object-reader.js';
import { staffFieldsOf } from '../workflow/staff-fields.js';
import type { Workflow } from '../workflow/workflow.js';

/** Titles by value of a choice named by its path: an answer (`store.city`) or a staff field (`staff.report.method`), or the team. */
export function choiceTitles(
  form: Form,
  workflow: Workflow | undefined,
  path: string,
): ReadonlyMap<string, string> | undefined {
  const options = form.fields.get(path)?.options;
  if (options) return new Map(options.map((option) => [String(option.value), option.title]));
  if (path === 'application.team' && workflow) {
    return new Map([...workflow.teams].map(([name, team]) => [name, team.title]));
  }
  return workflow && staffTitles(workflow, path);
}

function staffTitles(workflow: Workflow, path: string): ReadonlyMap<string, string> | undefined {
  const [root, name = '', fieldName = ''] = path.split('.');
  if (root !== 'staff') return undefined;
  for (const stage of workflow.stages.values()) {
    const fields = stage.actions.get(name)?.requires.fields;
    const options =
      fields && staffFieldsOf(fields).find((field) => field.name === fieldName)?.schema['oneOf'];
    if (!Array.isArray(options)) continue;
    const titles = options
      .filter(isObject)
      .map((option) => [String(option['const']), String(option['title'])] as const);
    return new Map(titles);
  }
  return undefined;
}
