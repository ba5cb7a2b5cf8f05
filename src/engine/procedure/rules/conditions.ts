import { canAllBeTrue, implies } from '../../logic/can-all-be-true.js';
import { noticeScope } from '../../notice/notice-scope.js';
import { type Problem, problem, warning } from '../../problem.js';
import { isObject } from '../../workflow/object-reader.js';
import type { Folder } from './rule.js';
import { membersIn } from './uses.js';

const IF = /^\s*\{\{\s*#if\s+(.*?)\s*\}\}\s*$/u;

/** Conditions of the review and of its papers that can never hold, that always do, or that come too late. */
export function checkConditions(folder: Folder): readonly Problem[] {
  const { files, form, workflow, messages, notices } = folder;
  if (!form || !workflow) return [];
  const known = { scope: noticeScope(form.scope, workflow) };
  const judge = (path: string, source: string): readonly Problem[] => {
    const condition = source.slice(0, 80);
    if (!canAllBeTrue([{ source }], known)) return [problem(path, 'condition-never-true', { condition })];
    return implies([], { source }, known) ? [warning(path, 'condition-always-true', { condition })] : [];
  };
  const members = membersIn(files, 'workflow.json');
  const inReview = members.flatMap(({ key, value, path }) =>
    key === 'when' && typeof value === 'string' ? judge(path, value) : [],
  );
  const shadowed = members.flatMap(({ key, value, path }) =>
    key === 'routes' && Array.isArray(value) ? shadowedRoutes(value, path, known) : [],
  );
  const inPapers = [...papers('messages', messages), ...papers('notices', notices)].flatMap((file) =>
    (files[file] ?? '').split('\n').flatMap((line, index) => {
      const source = IF.exec(line.trimEnd())?.[1];
      return source === undefined ? [] : judge(`${file}#${index + 1}`, source);
    }),
  );
  return [...inReview, ...shadowed, ...inPapers];
}

function papers(folder: string, templates: ReadonlyMap<string, unknown>): readonly string[] {
  return [...templates.keys()].map((name) => `${folder}/${name}.md`);
}

/** The first route that fits is taken: one whose condition holds only where an earlier one does is never. */
function shadowedRoutes(
  routes: readonly unknown[],
  path: string,
  known: Parameters<typeof implies>[2],
): readonly Problem[] {
  const before: string[] = [];
  return routes.flatMap((route, index) => {
    const source = isObject(route) && typeof route['when'] === 'string' ? route['when'] : undefined;
    if (source === undefined) return [];
    const earlier = before.map((one) => `(${one})`).join(' or ');
    const isShadowed =
      earlier !== '' && canAllBeTrue([{ source }], known) && implies({ source }, { source: earlier }, known);
    // A route by a table passes on what none of its rows fits.
    if (isObject(route) && 'to' in route) before.push(source);
    return isShadowed
      ? [problem(`${path}/${index}/when`, 'route-shadowed', { condition: source.slice(0, 80) })]
      : [];
  });
}
