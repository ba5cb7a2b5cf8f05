import { type AnsweredFacts, compileExpression, type FeelType, type Scope } from '../../expression/index.js';
import { implies } from '../../logic/can-all-be-true.js';
import type { Form } from '../procedure.js';
import { type Question, questionsOf } from './questions.js';

/** What is known of facts that are no answers: true and false as in `AnsweredFacts`, null for what is none of them. */
export type OtherFacts = (path: string) => boolean | null;

const TABLE = /^tables\.([^.[\]]+)(?:\[\](?:\.(.+))?)?$/;

/**
 * Which answers are never null, once a page is complete: those that are required and asked whenever the expression that
 * reads them runs, and computed ones that always come out. What is asked follows from the conditions that hold there.
 */
export class AnsweredForm {
  private readonly questions: ReadonlyMap<string, Question>;
  private readonly reads = new Map<string, readonly string[]>();
  private readonly proved = new Map<string, boolean>();
  /** Computed fields that are being looked at, so that a circle comes to an end. */
  private readonly open = new Set<string>();

  private readonly held = new Map<string, boolean>();

  constructor(private readonly form: Form) {
    this.questions = new Map(questionsOf(form).map((question) => [question.field.path, question]));
  }

  /**
   * The facts as an expression meets them that runs where all these conditions hold, in a row of that repeat if any.
   *
   * @param other what is known of facts beside the answers
   */
  where(
    conditions: readonly string[],
    repeat: string | null = null,
    other: OtherFacts = () => null,
  ): AnsweredFacts {
    return {
      isThere: (path, given) => {
        // Inside a list written out by its path, `row` is a row of that list and no longer of the repeat around.
        const around = path.includes('[]')
          ? conditions.filter((condition) => !ROW.test(condition))
          : conditions;
        const named = /^row(?:\.|$)/.test(path) && repeat !== null ? `${repeat}[]${path.slice(3)}` : path;
        return other(path) ?? this.isThere(named, [...around, ...given]);
      },
      fewest: (path) => this.fewest(path),
    };
  }

  /** The conditions under which a question is asked, its containers' included. */
  conditionsOf({ page, within, field }: Question): readonly string[] {
    return [page.askWhen, ...within.map((one) => one.askWhen), field.askWhen].flatMap(
      (condition) => condition?.source ?? [],
    );
  }

  /** The names that an expression may read in a row of that repeat. */
  scopeIn(repeat: string | null): Scope {
    const { scope } = this.form;
    const type = repeat === null ? null : typeAt(scope, repeat);
    return type?.kind === 'list' ? { ...scope, row: type.of } : scope;
  }

  private isThere(path: string, given: readonly string[]): boolean {
    const [root = ''] = path.split('.');
    if (root === 'today' || path === 'tables') return true;
    if (root === 'tables') return this.cellsAreThere(path);
    const page = this.form.pages.find(({ name }) => name === path);
    if (page) return this.hold(page.askWhen ? [page.askWhen.source] : [], given, null);
    const question = this.questions.get(path);
    // What the form does not know of was reported as an unknown field.
    if (!question) return true;
    const repeat = path.includes('[]') ? path.slice(0, path.lastIndexOf('[]')) : null;
    const conditions = repeat === null ? this.conditionsOf(question) : this.conditionsInRow(question);
    return this.hold(conditions, given, repeat) && (this.isAnswered(question) || this.comesOut(question));
  }

  /** A row that exists shows that its repeat was asked; no repeat stands in another. */
  private conditionsInRow({ within, field }: Question): readonly string[] {
    const rows = within.findIndex((one) => one.kind === 'rows');
    return [...within.slice(rows + 1), field].flatMap((one) => one.askWhen?.source ?? []);
  }

  private isAnswered({ field }: Question): boolean {
    return field.required || field.consent || field.kind === 'group';
  }

  private comesOut(question: Question): boolean {
    const { field, within } = question;
    if (!field.compute) return false;
    const known = this.proved.get(field.path);
    if (known !== undefined) return known;
    if (this.open.has(field.path)) return true;
    this.open.add(field.path);
    const repeat = within.find((one) => one.kind === 'rows')?.path ?? null;
    const needsValue = this.where(this.conditionsOf(question), repeat);
    const { ok } = compileExpression(field.compute.source, this.scopeIn(repeat), { needsValue });
    this.open.delete(field.path);
    this.proved.set(field.path, ok);
    return ok;
  }

  private cellsAreThere(path: string): boolean {
    const [, table = '', column] = TABLE.exec(path) ?? [];
    const rows = Object.hasOwn(this.form.tables, table) ? this.form.tables[table] : undefined;
    if (!rows || column === undefined) return true;
    return rows.every((row) => (row[column] ?? null) !== null);
  }

  private fewest(path: string): number {
    const table = TABLE.exec(path)?.[1];
    if (table !== undefined)
      return Object.hasOwn(this.form.tables, table) ? (this.form.tables[table]?.length ?? 0) : 0;
    const field = this.questions.get(path)?.field;
    const least = field?.schema['minItems'];
    return Math.max(typeof least === 'number' ? least : 0, field?.required ? 1 : 0);
  }

  private hold(conditions: readonly string[], given: readonly string[], repeat: string | null): boolean {
    const open = conditions.filter((condition) => !given.includes(condition));
    if (open.length === 0) return true;
    const question = JSON.stringify([repeat, open, given]);
    const held = this.held.get(question) ?? this.prove(open, given, repeat);
    this.held.set(question, held);
    return held;
  }

  private prove(open: readonly string[], given: readonly string[], repeat: string | null): boolean {
    const known = { scope: this.scopeIn(repeat), tables: this.form.tables, repeat };
    const shown = this.withWhatTheyShow(given, known);
    const all = [...shown, ...this.answersIn([...shown, ...open], shown, known)].map((source) => ({
      source,
    }));
    return open.every((source) => implies(all, { source }, known));
  }

  /** A condition that only an answer can make true shows that this was asked. */
  private withWhatTheyShow(given: readonly string[], known: Known): readonly string[] {
    const all = [...given];
    for (const condition of all) {
      if (all.length > MOST_CONDITIONS) break;
      for (const [path, question] of this.questionsIn(condition, known)) {
        const more = this.conditionsOfRead(path, question).filter((one) => !all.includes(one));
        if (more.length > 0 && implies([{ source: condition }], { source: `${path} != null` }, known))
          all.push(...more);
      }
    }
    return all;
  }

  /** The answers in these conditions that were asked for certain and are required, as conditions themselves. */
  private answersIn(
    conditions: readonly string[],
    shown: readonly string[],
    known: Known,
  ): readonly string[] {
    return conditions.flatMap((condition) =>
      this.questionsIn(condition, known)
        .filter(([, question]) => this.isAnswered(question))
        .filter(([path, question]) =>
          this.conditionsOfRead(path, question).every((one) => shown.includes(one)),
        )
        .map(([path]) => `${path} != null`),
    );
  }

  /** What conditions read of the form, as they name it. */
  private questionsIn(condition: string, { scope, repeat }: Known): readonly (readonly [string, Question])[] {
    return this.readsOf(condition, scope, repeat).flatMap((path) => {
      const question = this.questions.get(ofRow(path) ? `${repeat ?? ''}[]${path.slice(3)}` : path);
      return question ? [[path, question] as const] : [];
    });
  }

  private conditionsOfRead(path: string, question: Question): readonly string[] {
    return ofRow(path) ? this.conditionsInRow(question) : this.conditionsOf(question);
  }

  private readsOf(condition: string, scope: Scope, repeat: string | null): readonly string[] {
    const key = `${repeat ?? ''} ${condition}`;
    const known = this.reads.get(key);
    if (known) return known;
    const compiled = compileExpression(condition, scope);
    const reads = compiled.ok ? compiled.expression.reads : [];
    this.reads.set(key, reads);
    return reads;
  }
}

interface Known {
  readonly scope: Scope;
  /** Whose row is `row`. */
  readonly repeat: string | null;
}

function ofRow(path: string): boolean {
  return path.startsWith('row.');
}

const ROW = /(?<![\p{L}\p{N}_.])row(?![\p{L}\p{N}_])/u;
const MOST_CONDITIONS = 60;

function typeAt(scope: Scope, path: string): FeelType | null {
  const [root = '', ...rest] = path.split('.');
  let type: FeelType | undefined = Object.hasOwn(scope, root) ? scope[root] : undefined;
  for (const name of rest)
    type = type?.kind === 'context' && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
  return type ?? null;
}
