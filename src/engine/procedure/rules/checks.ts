import { canAllBeTrue } from '../../logic/can-all-be-true.js';
import { type Problem, problem, warning } from '../../problem.js';
import { pointer } from '../../workflow/object-reader.js';
import type { Check } from '../procedure.js';
import type { Folder } from './rule.js';

/** A check that lets nobody through, and one that lets everybody through. */
export function checkChecks({ form, workflow }: Folder): readonly Problem[] {
  if (!form) return [];
  const known = { scope: form.scope };
  const judge = (
    path: string,
    id: string,
    { source }: Check['expression'],
    level: Check['level'],
  ): readonly Problem[] => {
    if (!canAllBeTrue([{ source }], known))
      return [{ ...problem(path, 'check-never-passes', { id }), level }];
    const fails = { source: `not(${source})` };
    return canAllBeTrue([fails], known) ? [] : [warning(path, 'check-never-fails', { id })];
  };
  return [
    ...form.plan.checks.flatMap(({ check, place }) =>
      judge(pointer(place, 'expression'), check.id, check.expression, check.level),
    ),
    ...[...(workflow?.stages.values() ?? [])].flatMap((stage) =>
      stage.checks.flatMap(({ id, expression }, index) => {
        const path = ['stages', stage.name, 'checks', index, 'expression'];
        // An automatic check stops nothing by itself.
        return judge(path.reduce<string>(pointer, 'workflow.json#'), id, expression, 'warning');
      }),
    ),
  ];
}
