import type { Plan, Step } from '../answers/plan.js';
import { ROW_ID } from '../answers/row-ids.js';
import { VALUE_RULES } from '../answers/value-rules.js';
import type { Expression } from '../expression/index.js';
import { FORMATS } from '../japanese/formats.js';
import { type Problem, problem } from '../problem.js';
import type { Field, Page } from './procedure.js';
import type { DraftField } from './read-field.js';
import type { DraftPage } from './read-form.js';

/** A step with what ordering needs to know. */
export interface Node {
  readonly step: Step;
  /** Dotted path as in `Field.path`. */
  readonly path: string;
  /** Where in the file its expressions stand. */
  readonly place: string;
  readonly parent: Node | null;
  readonly children: Node[];
  readonly draft: DraftField | null;
}

/** Every page and field as a node, in the order of the screen; without drafts, nothing is known of where it is written. */
export function buildNodes(pages: readonly Page[], drafts: readonly DraftPage[]): readonly Node[] {
  const nodes: Node[] = [];
  let slots = 0;

  function add(node: Omit<Node, 'children'>): Node {
    const added = { ...node, children: [] };
    node.parent?.children.push(added);
    nodes.push(added);
    return added;
  }

  function addPage(page: Page, draft: DraftPage | undefined): void {
    const step: Step = {
      ...NOTHING,
      kind: 'page',
      name: page.name,
      pointer: `/${page.name}`,
      place: nodes.length,
      slot: slots++,
      askWhen: page.askWhen,
      known: new Set(page.fields.map((field) => field.name)),
    };
    const node = add({ step, path: page.name, place: draft?.place ?? '', parent: null, draft: null });
    page.fields.forEach((field, index) => addField(field, draft?.fields[index], node));
  }

  function addField(field: Field, draft: DraftField | undefined, parent: Node): void {
    const kind = field.kind === 'group' || field.kind === 'rows' ? field.kind : 'field';
    const repeat = parent.step.kind === 'rows' ? parent.step : parent.step.repeat;
    const inRow = parent.step.kind === 'rows' ? '' : parent.step.pointer;
    const accepts = VALUE_RULES[field.kind].accepts(field);
    const oversize = VALUE_RULES[field.kind].oversize(field);
    const fixed = field.schema['const'];
    const step: Step = {
      kind,
      name: field.name,
      field,
      pointer: `${inRow}/${field.name}`,
      place: nodes.length,
      parent: parent.step.slot,
      slot: kind === 'field' ? -1 : slots++,
      repeat,
      askWhen: field.askWhen,
      compute: field.compute,
      required: field.required,
      consent: field.consent,
      known: new Set([...(kind === 'rows' ? [ROW_ID] : []), ...field.fields.map((child) => child.name)]),
      accepts: (value) => accepts(value) && !oversize(value) && (fixed === undefined || value === fixed),
      oversize,
      verify: field.format === null ? null : (FORMATS[field.format]?.verify ?? null),
    };
    const node = add({ step, path: field.path, place: draft?.place ?? '', parent, draft: draft ?? null });
    field.fields.forEach((child, index) => addField(child, draft?.fields[index], node));
  }

  pages.forEach((page, index) => addPage(page, drafts[index]));
  return nodes;
}

const NOTHING = {
  field: null,
  parent: -1,
  repeat: null,
  compute: null,
  required: false,
  consent: false,
  accepts: () => true,
  oversize: () => false,
  verify: null,
} as const;

/**
 * Orders the steps so that each comes after all that its expressions read, and otherwise as on the screen.
 * A circle is reported once, with the fields it runs through.
 */
export function orderSteps(nodes: readonly Node[], problems: Problem[]): Pick<Plan, 'steps' | 'needs'> {
  const byPath = new Map(nodes.map((node) => [node.path, node]));
  const done = new Set<Node>();
  const open: Node[] = [];
  const steps: Step[] = [];
  const needs = new Map<Step, ReadonlySet<Step>>();

  function visit(node: Node): void {
    if (done.has(node)) return;
    if (open.includes(node)) {
      const circle = open.slice(open.indexOf(node));
      problems.push(problem(circlePlace(circle), 'dependency-cycle', { fields: namesOf(circle) }));
      return;
    }
    open.push(node);
    const needed = [node.step.askWhen, node.step.compute].flatMap((expression) =>
      neededBy(expression, node, byPath),
    );
    const known = byPath.get(node.step.field?.fromApplication?.question ?? '');
    if (known) needed.push(known);
    if (node.parent) needed.unshift(node.parent);
    needed.forEach(visit);
    open.pop();
    if (done.has(node)) return;
    done.add(node);
    steps.push(node.step);
    needs.set(node.step, new Set(needed.map((one) => one.step)));
  }

  nodes.forEach(visit);
  return { steps, needs };
}

/** The nodes an expression must wait for: the field it names and everything under it. */
function neededBy(
  expression: Expression | null,
  node: Node,
  byPath: ReadonlyMap<string, Node>,
): readonly Node[] {
  return (expression?.reads ?? []).flatMap((read) => {
    const found = nodeRead(read, node, byPath);
    return found ? subtree(found) : [];
  });
}

/** Resolves a dotted path as an expression writes it: through `row`, and through lists without `[]`. */
export function nodeRead(read: string, from: Node, byPath: ReadonlyMap<string, Node>): Node | null {
  const [root = '', ...rest] = read.split('.');
  let node = root === 'row' ? repeatOf(from) : (byPath.get(root) ?? null);
  for (const name of rest) {
    const child = node?.children.find((candidate) => candidate.step.name === name);
    if (!child) break;
    node = child;
  }
  return node;
}

function repeatOf(node: Node): Node | null {
  if (node.step.kind === 'rows') return node;
  return node.parent ? repeatOf(node.parent) : null;
}

function subtree(node: Node): readonly Node[] {
  return [node, ...node.children.flatMap(subtree)];
}

function namesOf(circle: readonly Node[]): string {
  const names = circle.map((node) => node.path);
  return [...names, names[0]].join(' → ');
}

function circlePlace(circle: readonly Node[]): string {
  const node = circle.find((candidate) => candidate.step.askWhen ?? candidate.step.compute) ?? circle[0];
  if (!node) return '';
  return `${node.place}/${node.step.compute ? 'x-compute' : 'x-askWhen'}`;
}

/** Steps by pointer, rows written `*`, so that Ajv's errors find their question. */
export function stepsByPointer(nodes: readonly Node[]): Plan['byPointer'] {
  return new Map(
    nodes.map(({ step }) => [step.repeat ? `${step.repeat.pointer}/*${step.pointer}` : step.pointer, step]),
  );
}
