import { EvaluationError, type Expression, toJson } from '../expression/index.js';
import { type Problem, problem } from '../problem.js';
import type { Form } from '../procedure/procedure.js';
import type { AnswerContext, Answers } from './answers.js';
import { applicationProblem, factOf } from './known-applications.js';
import { FoundProblems } from './found-problems.js';
import { isUnanswered } from './is-unanswered.js';
import { isMembers, ownValue } from './members.js';
import type { CheckPlan, Step } from './plan.js';
import { isRowId, ROW_ID, rowIds } from './row-ids.js';
import { storable } from './storable.js';

type Members = Record<string, unknown>;

interface Withheld {
  readonly container: Members;
  readonly name: string;
  readonly value: unknown;
}

const EMPTY: Readonly<Members> = Object.freeze({});

/** One evaluation under way. What was given and what comes of it are kept by slot (see `Plan`). */
export class EvaluationRun {
  answers: Members = {};
  asked: ReadonlySet<string> = new Set<string>();
  found = new FoundProblems();

  private readonly facts: Members;
  /** By slot: the object given, or the objects given for each row. */
  private readonly given: unknown[] = [];
  /** By slot: the object made, or the objects made for each row; undefined where it is not asked. */
  private readonly made: unknown[] = [];
  /** By slot of a repeat: the pointers of its rows. */
  private readonly rowPointers: (readonly string[])[] = [];
  /** Values of the wrong kind: hidden from expressions, shown to Ajv. */
  private readonly unsound: Withheld[] = [];
  /** Values too large to look at. */
  private readonly large: Withheld[] = [];

  constructor(
    private readonly form: Form,
    private input: Answers,
    private readonly context: AnswerContext,
  ) {
    this.facts = { today: context.today, tables: form.tables };
  }

  /** Decides, copies and computes, step after step. */
  walk(): void {
    const { plan } = this.form;
    this.reportUnknown(this.input, plan.pageNames, '', null, -1);
    for (const step of plan.steps) {
      if (step.kind === 'page') this.openPage(step);
      else if (step.repeat) this.stepInRows(step, step.repeat);
      else this.step(step, this.made[step.parent], this.given[step.parent], step.pointer, -1);
    }
    this.found.keep();
  }

  /**
   * Takes some steps once more, with other answers; what was given out before stays as it is.
   *
   * @param steps questions outside of rows: all that may come out otherwise, each after what it reads
   * @returns false, with nothing done, where that is not enough
   */
  walkAgain(input: Answers, steps: readonly Step[]): boolean {
    // What was put back for Ajv, expressions would see; and a page of which nothing was given may be none at all.
    if (this.unsound.length + this.large.length > 0) return false;
    if (steps.some(({ parent }) => this.given[parent] === EMPTY)) return false;
    this.input = input;
    this.answers = { ...this.answers };
    this.found = this.found.keptWithout(steps);
    const renewed = new Set<number>();
    for (const step of steps) {
      const made = this.renew(step.parent, renewed);
      if (!made) continue;
      Reflect.deleteProperty(made, step.name);
      if (step.askWhen) this.asked = new Set([...this.asked].filter((pointer) => pointer !== step.pointer));
      this.step(step, made, this.given[step.parent], step.pointer, -1);
    }
    this.found.keep();
    return true;
  }

  /** Makes a page or group anew, with what is in it. */
  private renew(slot: number, renewed: Set<number>): Members | null {
    const made = this.made[slot];
    const container = this.form.plan.steps.find((step) => step.slot === slot);
    if (!container || !isMade(made) || renewed.has(slot)) return isMade(made) ? made : null;
    renewed.add(slot);
    const isPage = container.kind === 'page';
    const outside = isPage ? this.answers : this.renew(container.parent, renewed);
    const copy = { ...made };
    if (outside) outside[container.name] = copy;
    if (isPage) this.facts[container.name] = copy;
    this.given[slot] = ownValue(isPage ? this.input : this.given[container.parent], container.name);
    return (this.made[slot] = copy);
  }

  runChecks(): void {
    for (const item of this.form.plan.checks) {
      if (!item.repeat) this.runCheck(item, '', -1);
      else this.eachRow(item.repeat, (pointer, row) => this.runCheck(item, pointer, row));
    }
  }

  /** The object made for a page; undefined when the page is not asked. */
  page(name: string): Members | undefined {
    const page = this.answers[name];
    return isMade(page) ? page : undefined;
  }

  restoreUnsound(): void {
    for (const { container, name, value } of this.unsound) container[name] = value;
  }

  restoreOversize(): void {
    for (const { container, name, value } of this.large) container[name] = value;
  }

  private openPage(step: Step): void {
    if (!this.isAsked(step, step.pointer, -1)) return;
    this.facts[step.name] = this.answers[step.name] = this.open(
      step,
      this.input,
      step.pointer,
      -1,
      (made, given) => {
        this.made[step.slot] = made;
        this.given[step.slot] = given;
      },
    );
  }

  /** Makes the object of a page or group from what was given for it. */
  private open(
    step: Step,
    from: unknown,
    pointer: string,
    row: number,
    keep: (made: Members, given: Readonly<Members>) => void,
  ): Members {
    const value = isMembers(from) && Object.hasOwn(from, step.name) ? from[step.name] : undefined;
    const isObject = isMembers(value);
    if (!isObject && value !== undefined && value !== null) {
      this.found.add(step, row, problem(pointer, 'wrong-type', { type: 'object' }));
    }
    const given = isObject ? value : EMPTY;
    this.reportUnknown(given, step.known, pointer, step, row);
    const made: Members = {};
    keep(made, given);
    return made;
  }

  private stepInRows(step: Step, repeat: Step): void {
    const [madeRows, givenRows] = [this.made[step.parent], this.given[step.parent]];
    if (!Array.isArray(madeRows) || !Array.isArray(givenRows)) return;
    if (step.kind === 'group') {
      this.made[step.slot] = [];
      this.given[step.slot] = [];
    }
    this.eachRow(repeat, (pointer, row) => {
      this.step(step, madeRows[row], givenRows[row], pointer + step.pointer, row);
    });
  }

  /** Calls back with each row in `row`, the fact of that name. */
  private eachRow(repeat: Step, visit: (pointer: string, row: number) => void): void {
    const rows = this.made[repeat.slot];
    if (!Array.isArray(rows)) return;
    this.rowPointers[repeat.slot]?.forEach((pointer, row) => {
      this.facts['row'] = rows[row];
      visit(pointer, row);
    });
    this.facts['row'] = undefined;
  }

  private step(step: Step, made: unknown, given: unknown, pointer: string, row: number): void {
    if (!isMade(made) || !this.isAsked(step, pointer, row)) return;
    if (step.kind === 'field') this.answer(step, made, given, pointer, row);
    else if (step.kind === 'rows') this.openRows(step, made, given, pointer);
    else {
      made[step.name] = this.open(step, given, pointer, row, (inside, from) => {
        if (row < 0) {
          this.made[step.slot] = inside;
          this.given[step.slot] = from;
          return;
        }
        (this.made[step.slot] as unknown[])[row] = inside;
        (this.given[step.slot] as unknown[])[row] = from;
      });
    }
  }

  private openRows(step: Step, made: Members, given: unknown, pointer: string): void {
    const value = ownValue(given, step.name);
    if (value === undefined || value === null) {
      if (step.required) this.found.add(step, -1, problem(pointer, 'required'));
      return;
    }
    const most = Number(step.field?.schema['maxItems']);
    if (!Array.isArray(value)) {
      this.found.add(step, -1, problem(pointer, 'wrong-type', { type: 'array' }));
      return;
    }
    if (value.length > most) {
      this.found.add(step, -1, problem(pointer, 'too-many', { limit: most }));
      this.large.push({ container: made, name: step.name, value });
      return;
    }
    if (value.length === 0 && step.required) this.found.add(step, -1, problem(pointer, 'required'));
    const pointers = value.map((_, row) => `${pointer}/${row}`);
    const from = value.map((item: unknown, row) => {
      const at = pointers[row] ?? pointer;
      this.ask(at);
      if (!isMembers(item)) this.found.add(step, row, problem(at, 'wrong-type', { type: 'object' }));
      else this.reportUnknown(item, step.known, at, step, row);
      return isMembers(item) ? item : EMPTY;
    });
    const ids = rowIds(from);
    from.forEach((row, index) => this.reportRowId(step, row, ids[index], pointers[index] ?? pointer, index));
    const rows = ids.map((id): Members => ({ [ROW_ID]: id }));
    made[step.name] = rows;
    this.made[step.slot] = rows;
    this.given[step.slot] = from;
    this.rowPointers[step.slot] = pointers;
  }

  /** A row whose id is not used, though it brought one, is not the row that somebody may have named. */
  private reportRowId(
    step: Step,
    given: unknown,
    used: string | undefined,
    pointer: string,
    row: number,
  ): void {
    const id = ownValue(given, ROW_ID);
    if (id === undefined || id === used) return;
    if (isRowId(id)) this.found.add(step, row, problem(pointer, 'duplicate-row-id', { id }));
    else this.found.add(step, row, problem(pointer, 'wrong-row-id'));
  }

  private answer(step: Step, made: Members, given: unknown, pointer: string, row: number): void {
    if (step.compute) {
      this.compute(step, step.compute, made, pointer, row);
      return;
    }
    const { applications } = this.context;
    const fact = step.field?.fromApplication ?? null;
    const value =
      fact && applications ? factOf(fact, this.answers, applications) : ownValue(given, step.name);
    if (isUnanswered(value)) {
      if (step.consent && step.required) this.found.add(step, row, problem(pointer, 'consent-required'));
      else if (step.required) this.found.add(step, row, problem(pointer, 'required'));
      // An empty list says that there is nothing to count; nothing at all would make every sum null.
      if (Array.isArray(value)) made[step.name] = value;
      return;
    }
    if (step.oversize(value)) {
      this.found.add(step, row, oversizeProblem(step, pointer));
      this.large.push({ container: made, name: step.name, value });
      return;
    }
    if (step.consent && value === false && step.required) {
      this.found.add(step, row, problem(pointer, 'consent-required'));
    }
    if (step.verify && typeof value === 'string' && !step.verify(value)) {
      this.found.add(step, row, problem(pointer, 'wrong-format', { format: step.field?.format ?? '' }));
    }
    const wrong = step.field?.application
      ? applicationProblem(step.field.application, value, pointer, applications)
      : null;
    if (wrong) this.found.add(step, row, wrong);
    if (step.accepts(value)) made[step.name] = value;
    // What another form took for an answer is none of this one's.
    else if (fact) return;
    else this.unsound.push({ container: made, name: step.name, value });
  }

  private compute(step: Step, expression: Expression, made: Members, pointer: string, row: number): void {
    const value = storable(this.evaluate(expression, step, pointer, row), step);
    if (value !== null && value !== undefined) made[step.name] = value;
    else if (step.required && !this.found.has(pointer))
      this.found.add(step, row, problem(pointer, 'not-computed'));
  }

  private isAsked(step: Step, pointer: string, row: number): boolean {
    if (step.askWhen && this.evaluate(step.askWhen, step, pointer, row) !== true) return false;
    this.ask(pointer);
    return true;
  }

  private ask(pointer: string): void {
    (this.asked as Set<string>).add(pointer);
  }

  private evaluate(expression: Expression, step: Step | null, pointer: string, row: number): unknown {
    try {
      return toJson(expression.evaluate(this.facts));
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      this.found.add(step, row, problem(pointer, 'cannot-compute', { ...error.params, reason: error.code }));
      return null;
    }
  }

  private runCheck({ check, owner, target, repeat }: CheckPlan, rowPointer: string, row: number): void {
    const ownerPointer = pointerOf(owner, repeat, rowPointer);
    if (owner && !this.asked.has(ownerPointer)) return;
    const targetPointer = pointerOf(target, repeat, rowPointer);
    const isTargetAsked = target !== null && this.asked.has(targetPointer);
    const [step, pointer] = isTargetAsked ? [target, targetPointer] : [owner, ownerPointer];
    if (this.evaluate(check.expression, step, pointer, row) !== false) return;
    const { id, level, message } = check;
    this.found.add(step, step?.repeat || step === repeat ? row : -1, {
      path: pointer,
      code: 'check',
      level,
      params: check.criterion === null ? { id } : { id, criterion: check.criterion },
      message,
    });
  }

  private reportUnknown(
    given: Readonly<Members>,
    known: ReadonlySet<string>,
    pointer: string,
    step: Step | null,
    row: number,
  ): void {
    if (given === EMPTY) return;
    for (const name of Object.keys(given)) {
      if (!known.has(name))
        this.found.add(step, row, problem(`${pointer}/${escapeName(name)}`, 'unknown-field'));
    }
  }
}

function oversizeProblem(step: Step, pointer: string): Problem {
  const schema = step.field?.schema ?? {};
  const format = step.field?.format ?? null;
  if (format !== null) return problem(pointer, 'wrong-format', { format });
  return schema['type'] === 'array'
    ? problem(pointer, 'too-many', { limit: Number(schema['maxItems']) })
    : problem(pointer, 'too-long', { limit: Number(schema['maxLength']) });
}

function pointerOf(step: Step | null, repeat: Step | null, rowPointer: string): string {
  if (!step) return '';
  if (step === repeat) return rowPointer;
  return step.repeat ? rowPointer + step.pointer : step.pointer;
}

/** An object this run made itself, still open for writing. */
function isMade(value: unknown): value is Members {
  return isMembers(value);
}

/** Names come from whoever sent the answers: long ones are cut, the pointer stays a pointer. */
function escapeName(name: string): string {
  return name.slice(0, 64).replaceAll('~', '~0').replaceAll('/', '~1');
}
