import type { Step } from '../answers/plan.js';
import { fieldPathAt } from '../answers/resolve-pointer.js';
import type { Form } from '../procedure/procedure.js';
import type { Change } from './change.js';
import type { Finding } from './outcome.js';
import { pathAfter } from './plan.js';
import type { VersionComparison } from './version-comparison.js';

/** Tells which changes brought a finding about: those of the question, of what holds it, and of all that it reads. */
export class ChangesBehind {
  private readonly known = new Map<string, readonly Change[]>();

  constructor(private readonly comparison: VersionComparison) {}

  of(finding: Finding): readonly Change[] {
    const key = findingKey(finding);
    const known = this.known.get(key);
    if (known) return known;
    const found = this.find(finding);
    this.known.set(key, found);
    return found;
  }

  private find(finding: Finding): readonly Change[] {
    const { changes, after, steps } = this.comparison;
    const effective = changes.filter(({ impact }) => impact !== 'words' && impact !== 'none');
    if (finding.outcome === 'stage-gone') {
      return effective.filter(({ subject }) => subject.kind === 'stage' && subject.name === finding.stage);
    }
    const isOld = finding.outcome === 'answers-lost';
    const path = fieldPathAt('problem' in finding ? finding.problem.path : finding.path);
    const { form } = after.procedure;
    const checkId =
      'problem' in finding && finding.problem.code === 'check' ? finding.problem.params?.['id'] : null;
    const check = form.plan.checks.find((plan) => plan.check.id === checkId);
    const start = check?.check.expression.reads.flatMap((read) => pathsRead(form, read)) ?? [];
    const paths = reached(form, [isOld ? pathAfter(path, steps) : path, ...start]);
    const tables = tablesRead(form, paths, check?.check.expression.reads ?? []);
    const named = new Set([...paths, ...(isOld ? containersOf(path) : [])]);
    return effective.filter(({ subject: { kind, name } }) => {
      if (kind === 'field' || kind === 'page') return named.has(name);
      if (kind === 'table') return tables.has(name);
      return kind === 'check' && name === checkId;
    });
  }
}

/** What makes two findings the same for counting: outcome, question without its row, and code. */
export function findingKey(finding: Finding): string {
  if (finding.outcome === 'stage-gone') return `${finding.outcome} ${finding.stage}`;
  if (!('problem' in finding)) return `${finding.outcome} ${fieldPathAt(finding.path)}`;
  const { path, code, params } = finding.problem;
  return `${finding.outcome} ${path === '' ? '' : fieldPathAt(path)} ${code} ${String(params?.['id'] ?? '')}`;
}

/** A path, what holds it, and everything their conditions and formulas need, however indirectly. */
function reached(form: Form, paths: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const steps = new Map([...form.plan.byPointer].map(([pointer, step]) => [step, pathOf(pointer)]));
  const visit = (path: string, step: Step | undefined): void => {
    if (found.has(path)) return;
    found.add(path);
    if (!step) return;
    for (const needed of form.plan.needs.get(step) ?? []) visit(steps.get(needed) ?? '', needed);
  };
  for (const path of paths.flatMap(containersOf)) visit(path, stepAt(form, path));
  return found;
}

function tablesRead(form: Form, paths: ReadonlySet<string>, reads: readonly string[]): ReadonlySet<string> {
  const all = [...paths].flatMap((path) => {
    const step = stepAt(form, path);
    return [...(step?.askWhen?.reads ?? []), ...(step?.compute?.reads ?? [])];
  });
  return new Set(
    [...all, ...reads].flatMap((read) => {
      const [root, table] = read.split('.');
      return root !== 'tables' ? [] : table === undefined ? Object.keys(form.tables) : [table];
    }),
  );
}

function pathsRead(form: Form, read: string): readonly string[] {
  return [...form.fields.keys()].filter((path) => path.replaceAll('[]', '') === read);
}

function stepAt(form: Form, path: string): Step | undefined {
  return form.plan.byPointer.get(`/${path.replaceAll('[]', '/*').replaceAll('.', '/')}`);
}

function pathOf(pointer: string): string {
  return pointer.slice(1).replaceAll('/*', '[]').replaceAll('/', '.');
}

/** `sales.rows[].yen` → `sales`, `sales.rows`, `sales.rows[].yen`. */
function containersOf(path: string): readonly string[] {
  const steps = path.split('.');
  return steps.map((_, index) =>
    steps
      .slice(0, index + 1)
      .join('.')
      .replace(/\[\]$/, ''),
  );
}
