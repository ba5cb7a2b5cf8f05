import { nearestName } from '../nearest-name.js';
import { type Problem, problem } from '../problem.js';
import type { Field, Procedure } from '../procedure/procedure.js';
import { pointer } from '../workflow/object-reader.js';
import type { Rename } from './change.js';
import { type FormNode, formTree, inputsWithin } from './form-tree.js';
import type { Outcome } from './outcome.js';
import { isWithin, pathAfter, type Plan, type PlanStep, type Treatment } from './plan.js';
import type { PlanVersions } from './read-plan.js';

/** What may be done with each; the rest would leave answers behind that the new version refuses. */
const POSSIBLE: Readonly<Record<Outcome, readonly Treatment[]>> = {
  'stage-gone': ['pin'],
  'answers-lost': ['pin', 'ask-again', 'migrate'],
  'now-refused': ['pin', 'ask-again'],
  'must-answer-again': ['pin', 'ask-again'],
  'result-changed': ['pin', 'ask-again', 'migrate'],
  unaffected: ['pin', 'migrate'],
};

export function possibleTreatments(outcome: Outcome): readonly Treatment[] {
  return POSSIBLE[outcome];
}

/** Whether a plan fits its two versions, and loses no answer without saying so. */
export function checkPlan(file: string, plan: Plan, versions: PlanVersions): readonly Problem[] {
  return new PlanCheck(file, plan, versions).problems;
}

class PlanCheck {
  readonly problems: Problem[] = [];
  private readonly before: ReadonlyMap<string, FormNode>;
  private readonly after: ReadonlyMap<string, FormNode>;

  constructor(
    private readonly file: string,
    private readonly plan: Plan,
    private readonly versions: PlanVersions,
  ) {
    this.before = formTree(versions.before.procedure.form).nodes;
    this.after = formTree(versions.after.procedure.form).nodes;
    this.hash('from', plan.from, versions.before.hash);
    this.hash('to', plan.to, versions.after.hash);
    plan.steps.forEach((step, index) => this.step(step, `${file}#/steps/${index}`));
    this.twice();
    plan.rules.forEach((_, index) => this.rule(index));
    if (this.problems.length === 0) this.losses();
  }

  private hash(key: 'from' | 'to', named: string, hash: string): void {
    if (named !== hash) this.report(`${this.file}#/${key}`, 'plan-other-version', { key, hash });
  }

  private step(step: PlanStep, place: string): void {
    if ('rename' in step) this.rename(step.rename, `${place}/rename`);
    else if ('stage' in step) {
      const { before, after } = this.versions;
      this.stage(before.procedure, step.stage.from, 'before', `${place}/stage/from`);
      this.stage(after.procedure, step.stage.to, 'after', `${place}/stage/to`);
    } else if ('drop' in step) this.node(this.before, step.drop, 'before', `${place}/drop`);
    else if ('map' in step) {
      const field = this.node(this.after, step.map.field, 'after', `${place}/map/field`)?.field;
      for (const [name, value] of Object.entries(step.map.values)) {
        if (field) this.value(field, value, pointer(`${place}/map/values`, name));
      }
    } else {
      const field = this.node(this.after, step.default.field, 'after', `${place}/default/field`)?.field;
      if (!field) return;
      if (field.consent || field.compute)
        this.report(place, 'plan-default-not-allowed', { name: field.path });
      else this.value(field, step.default.value, `${place}/default/value`);
    }
  }

  private rename({ from, to }: Rename, place: string): void {
    const old = this.node(this.before, from, 'before', `${place}/from`);
    const now = this.node(this.after, to, 'after', `${place}/to`);
    if (!old || !now) return;
    if (old.field?.compute || now.field?.compute)
      this.report(place, 'plan-rename-computed', { name: old.field?.compute ? from : to });
    const repeat = old.repeat === null ? null : pathAfter(old.repeat.path, this.plan.steps);
    if (repeat !== (now.repeat?.path ?? null)) this.report(place, 'plan-rename-repeat', { from, to });
    const staysThere = this.before.get(to);
    const isTaken =
      staysThere !== undefined &&
      inputsWithin(staysThere).length > 0 &&
      pathAfter(to, this.plan.steps) === to &&
      !this.isDropped(to);
    if (isTaken && from !== to) this.report(place, 'plan-target-taken', { from, to });
  }

  /** An answer goes to one place, and one place takes one answer. */
  private twice(): void {
    const named = this.plan.steps.flatMap((step, index) => {
      const place = `${this.file}#/steps/${index}`;
      if ('rename' in step) {
        return [
          { key: `from ${step.rename.from}`, name: step.rename.from, place },
          { key: `to ${step.rename.to}`, name: step.rename.to, place },
        ];
      }
      if ('stage' in step) return [{ key: `stage ${step.stage.from}`, name: step.stage.from, place }];
      if ('drop' in step) return [{ key: `from ${step.drop}`, name: step.drop, place }];
      const [key, name] =
        'map' in step
          ? [`map ${step.map.field}`, step.map.field]
          : [`default ${step.default.field}`, step.default.field];
      return [{ key, name, place }];
    });
    const seen = new Set<string>();
    for (const { key, name, place } of named) {
      if (seen.has(key)) this.report(place, 'plan-step-twice', { name });
      seen.add(key);
    }
  }

  private rule(index: number): void {
    const rule = this.plan.rules[index];
    if (!rule) return;
    const place = `${this.file}#/rules/${index}`;
    const choices = possibleTreatments(rule.when);
    if (!choices.includes(rule.do))
      this.report(`${place}/do`, 'plan-cannot-move', { when: rule.when, choices: choices.join(', ') });
    if (rule.field !== undefined && !this.before.has(rule.field))
      this.node(this.after, rule.field, 'after', `${place}/field`);
    if (rule.stage !== undefined)
      this.stage(this.versions.before.procedure, rule.stage, 'before', `${place}/stage`);
  }

  /** Every question of the old version has a place in the new one, or is said to be given up. */
  private losses(): void {
    for (const old of this.before.values()) {
      if (!old.field || old.children.length > 0 || old.field.compute || this.isDropped(old.path)) continue;
      const now = this.after.get(pathAfter(old.path, this.plan.steps));
      if (now?.field && !now.field.compute) continue;
      this.report(`${this.file}#/steps`, 'plan-loses-answer', { name: old.path, title: old.title });
    }
  }

  private isDropped(path: string): boolean {
    return this.plan.steps.some((step) => 'drop' in step && isWithin(path, step.drop));
  }

  private value(field: Field, value: string | number | boolean, place: string): void {
    const { plan } = this.versions.after.procedure.form;
    const step = plan.byPointer.get(`/${field.path.replaceAll('[]', '/*').replaceAll('.', '/')}`);
    const fits = field.kind === 'choices' ? step?.accepts([value]) : step?.accepts(value);
    if (!fits) this.report(place, 'plan-value-not-allowed', { name: field.path, value: String(value) });
  }

  private node(
    nodes: ReadonlyMap<string, FormNode>,
    name: string,
    version: 'before' | 'after',
    place: string,
  ): FormNode | undefined {
    const found = nodes.get(name);
    if (!found)
      this.unknown(
        version === 'before' ? 'plan-old-field-unknown' : 'plan-new-field-unknown',
        name,
        [...nodes.keys()],
        place,
      );
    return found;
  }

  private stage({ workflow }: Procedure, name: string, version: 'before' | 'after', place: string): void {
    if (!workflow.stages.has(name))
      this.unknown(
        version === 'before' ? 'plan-old-stage-unknown' : 'plan-new-stage-unknown',
        name,
        [...workflow.stages.keys()],
        place,
      );
  }

  private unknown(code: string, name: string, known: readonly string[], place: string): void {
    const suggestion = nearestName(name, known);
    this.report(place, code, { name, ...(suggestion === undefined ? {} : { suggestion }) });
  }

  private report(place: string, code: string, params: Problem['params']): void {
    this.problems.push(problem(place, code, params));
  }
}
