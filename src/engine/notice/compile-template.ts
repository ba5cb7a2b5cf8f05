import type { Facts, FeelType, Scope } from '../expression/index.js';
import type { Problem } from '../problem.js';
import { problem } from '../problem.js';
import { compileAt, compileConditionAt } from '../workflow/compile-at.js';
import { isSafeName } from '../workflow/safe-name.js';
import { canComeOutEmpty } from './can-come-out-empty.js';
import { styleOf } from './line-styles.js';
import { isPrintable } from './printed-text.js';
import { splitCells, splitPlaceholders } from './placeholder-syntax.js';
import type { SourceLine } from './template-lines.js';
import { splitTemplate } from './template-lines.js';
import type { SourceNode } from './template-tree.js';
import { nestControls } from './template-tree.js';
import { type Inline, type Line, type Node, NOTICE_LAYOUTS, type Template } from './template.js';

export type TemplateKind = 'message' | 'notice';

/** A condition that holds where a placeholder stands: its source, and the paths it reads. */
export interface Guard {
  readonly source: string;
  readonly reads: readonly string[];
}

/** What a template may read. `noticeContext` makes it from a form and a workflow. */
export interface TemplateContext {
  readonly scope: Scope;
  /** Can the value be missing although these guards hold? Rows are named with `[]`: `sales.rows[].amount`. */
  readonly mayBeEmpty: (path: string, guards: readonly Guard[], head: ReadonlyMap<string, string>) => boolean;
  /** Titles of a choice's values, for a path that is one. */
  readonly titlesOf: (path: string) => ReadonlyMap<string, string> | undefined;
  /** Facts that are the same for every application (the tables), for trying a placeholder out. */
  readonly samples: Facts;
}

const KEYS: Readonly<Record<TemplateKind, readonly string[]>> = {
  message: ['subject'],
  notice: ['title', 'layout', 'numbering', 'public', 'until'],
};
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  layout: NOTICE_LAYOUTS,
  numbering: ['yes', 'no'],
};

/**
 * Parses one message or notice and compiles its expressions. Parsing is done before anything is merged: what an
 * applicant wrote can never become syntax.
 *
 * @param name file name without folder and ending
 */
export function compileTemplate(
  name: string,
  kind: TemplateKind,
  text: string,
  context: TemplateContext,
): { readonly template?: Template; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const path = `${kind}s/${name}.md`;
  const { head, body } = splitTemplate(path, text, KEYS[kind], problems);
  const required = kind === 'message' ? ['subject'] : ['title', 'layout'];
  for (const key of problems.some((found) => found.code === 'front-matter-missing') ? [] : required) {
    if ((head.get(key)?.text ?? '') === '') problems.push(problem(`${path}#1`, 'missing-key', { key }));
  }
  for (const [key, choices] of Object.entries(CHOICES)) {
    const line = head.get(key);
    if (line && line.text !== '' && !choices.includes(line.text)) {
      const params = { value: line.text, choices: choices.join(', ') };
      problems.push(problem(`${path}#${line.number}`, 'unknown-choice', params));
    }
  }
  const plainHead = new Map([...head].map(([key, line]) => [key, line.text]));
  const compiler = new TemplateCompiler(path, context, plainHead, problems);
  const start: Place = { scope: context.scope, guards: [], rows: new Map() };
  const lines = [...head].map(([key, line]) => [key, compiler.line(line, line.text, start)] as const);
  const until = head.get('until');
  if (until)
    refuseNoDate(`${path}#${until.number}`, lines.find(([key]) => key === 'until')?.[1] ?? [], problems);
  const nodes = compiler.nodes(nestControls(path, body, problems), start);
  if (!body.some((line) => line.text.trim() !== '')) problems.push(problem(path, 'template-blank'));
  if (problems.length > 0) return { problems };
  return { template: { name, head: Object.fromEntries(lines), body: nodes, scope: context.scope }, problems };
}

/** The day until which a notice holds is one placeholder, and a date. */
function refuseNoDate(at: string, line: Line, problems: Problem[]): void {
  const [only, ...more] = line;
  if (only === undefined && problems.some(({ path }) => path === at)) return;
  const actual = only && 'expression' in only && more.length === 0 ? only.expression.type.kind : 'string';
  if (!['date', 'any'].includes(actual)) {
    problems.push(problem(at, 'expression-wrong-result', { expected: 'date', actual }));
  }
}

/** Where in the template we are: what may be read, what is known to hold, and which rows the loops stand for. */
interface Place {
  readonly scope: Scope;
  readonly guards: readonly Guard[];
  /** Name bound by `#each` → path of its rows (`sales.rows[]`); undefined when the list is made, not named. */
  readonly rows: ReadonlyMap<string, string | undefined>;
}

class TemplateCompiler {
  constructor(
    private readonly path: string,
    private readonly context: TemplateContext,
    private readonly head: ReadonlyMap<string, string>,
    private readonly problems: Problem[],
  ) {}

  nodes(sources: readonly SourceNode[], place: Place): readonly Node[] {
    return sources.flatMap((source) => this.node(source, place));
  }

  private node(source: SourceNode, place: Place): readonly Node[] {
    const at = `${this.path}#${source.line.number}`;
    if (source.kind === 'line') return [this.lineOrRow(source.line, place)];
    if (source.kind === 'if') {
      const condition =
        source.condition === '' ? null : compileConditionAt(at, source.condition, place.scope, this.problems);
      const guard = condition && { source: condition.source, reads: this.realPaths(condition.reads, place) };
      const inside = guard ? { ...place, guards: [...place.guards, guard] } : place;
      const [then, otherwise] = [this.nodes(source.then, inside), this.nodes(source.else, inside)];
      return condition ? [{ kind: 'if', condition, then, else: otherwise }] : [];
    }
    return this.each(source, at, place);
  }

  private each(source: SourceNode & { readonly kind: 'each' }, at: string, place: Place): readonly Node[] {
    const { name } = source;
    if (name === '') return [];
    if (!isSafeName(name) || Object.hasOwn(place.scope, name)) {
      this.problems.push(problem(at, 'each-name-taken', { name }));
      return [];
    }
    const list = compileAt(at, source.list, place.scope, this.problems);
    const item: FeelType = list?.type.kind === 'list' ? list.type.of : { kind: 'any' };
    if (list && list.type.kind !== 'list' && list.type.kind !== 'any') {
      this.problems.push(problem(at, 'each-needs-list', { source: list.source, actual: list.type.kind }));
    }
    const read = list?.reads[0];
    const named =
      read !== undefined && (list?.source === read || list?.source.startsWith(`${read}[`) === true);
    const body = this.nodes(source.body, {
      scope: { ...place.scope, [name]: item },
      guards: place.guards,
      rows: new Map([...place.rows, [name, named ? `${this.realPath(read, place)}[]` : undefined]]),
    });
    return list ? [{ kind: 'each', name, list, body }] : [];
  }

  private lineOrRow(line: SourceLine, place: Place): Node {
    if (/^\s*\|.*\|\s*$/u.test(line.text)) {
      return { kind: 'row', cells: splitCells(line.text).map((cell) => this.line(line, cell, place)) };
    }
    const { style, text } = styleOf(line.text);
    return { kind: 'line', style, content: this.line(line, text, place) };
  }

  line(line: SourceLine, text: string, place: Place): Line {
    const at = `${this.path}#${line.number}`;
    return splitPlaceholders(text, at, this.problems).flatMap((piece): readonly Inline[] => {
      if ('text' in piece) return [piece];
      const expression = compileAt(at, piece.source, place.scope, this.problems);
      if (!expression) return [];
      if (!isPrintable(expression.type)) {
        this.problems.push(problem(at, 'placeholder-not-printable', { source: piece.source }));
        return [];
      }
      const optional = expression.reads.filter((read) => this.mayBeEmpty(read, place));
      if (optional.length > 0 && canComeOutEmpty(expression, optional, place.scope, this.context.samples)) {
        this.problems.push(
          problem(at, 'placeholder-may-be-empty', { source: piece.source, name: optional[0] ?? '' }),
        );
      }
      const titles =
        expression.reads[0] === expression.source ? this.titlesOf(expression.source, place) : undefined;
      return [titles ? { expression, titles } : { expression }];
    });
  }

  private mayBeEmpty(read: string, place: Place): boolean {
    const path = this.realPath(read, place);
    return path !== undefined && this.context.mayBeEmpty(path, place.guards, this.head);
  }

  private titlesOf(read: string, place: Place): ReadonlyMap<string, string> | undefined {
    const path = this.realPath(read, place);
    return path === undefined ? undefined : this.context.titlesOf(path);
  }

  private realPaths(reads: readonly string[], place: Place): readonly string[] {
    return reads.flatMap((read) => this.realPath(read, place) ?? []);
  }

  /** `item.amount` → `sales.rows[].amount`; undefined for an item of a list that has no name. */
  private realPath(read: string, { rows }: Place): string | undefined {
    const [root = '', ...rest] = read.split('.');
    if (!rows.has(root)) return read;
    const row = rows.get(root);
    return row === undefined ? undefined : [row, ...rest].join('.');
  }
}
