import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import type { Form, ProcedureInfo } from './procedure.js';

/** Every criterion that a check names must be one of procedure.json's. */
export function checkCriteria(form: Form, info: ProcedureInfo, problems: Problem[]): void {
  const known = info.criteria.map((criterion) => criterion.id);
  for (const { check, place } of form.plan.checks) {
    const { criterion: name } = check;
    if (name === null || known.includes(name)) continue;
    const suggestion = nearestName(name, known);
    const at = `${place}/criterion`;
    problems.push(
      problem(at, 'criterion-unknown', suggestion === undefined ? { name } : { name, suggestion }),
    );
  }
}
