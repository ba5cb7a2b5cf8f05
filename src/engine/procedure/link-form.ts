import type { CheckPlan } from '../answers/plan.js';
import { PLAIN_PATTERNS } from '../expression/builtins/plain-pattern.js';
import {
  type Expression,
  isAtHand,
  linkExpression,
  type PackedExpression,
  type Parts,
  type Scope,
  supplyParts,
} from '../expression/index.js';
import type { Problem } from '../problem.js';
import { assembleForm } from './assemble-form.js';
import { buildNodes } from './build-plan.js';
import { FORM_PROGRAM_FORMAT, UNSAID } from './form-program-format.js';
import type { CheckProgram, FieldProgram, FormProgram, PartName } from './form-program.js';
import { deepFreeze } from './freeze.js';
import type { Field, Form, Page } from './procedure.js';
import { rowScopeAt } from './row-scope.js';

/**
 * The form that `packForm` packed, with the same verdicts; schemas of containers say nothing of what stands in them.
 *
 * @returns null for a program of another engine than this one
 */
export async function linkForm(program: FormProgram): Promise<Form | null> {
  if (program.format !== FORM_PROGRAM_FORMAT) return null;
  await Promise.all(program.parts.map(fetchPart));
  const linker = new Linker(program);
  const pages = program.pages.map((page): Page => ({
    ...page,
    askWhen: linker.link(page.askWhen, program.scope),
    fields: page.fields.map((field) => linker.field(field, program.scope)),
  }));
  const nodes = buildNodes(pages, []);
  const checks = program.checks.flatMap((check) =>
    linker.check(
      check,
      nodes.map((node) => node.step),
    ),
  );
  const problems: Problem[] = [];
  const { id, tables, scope } = program;
  const form = assembleForm({ id, pages, nodes, checks, tables, scope }, problems);
  return linker.failed || problems.length > 0 ? null : deepFreeze(form);
}

/** Fetched by name, so that a browser loads none that the form does not ask for. */
const PARTS: Readonly<Record<PartName, () => Promise<Partial<Parts>>>> = {
  patterns: async () => ({ patterns: (await import('../expression/builtins/pattern.js')).RE2_PATTERNS }),
  plainPatterns: () => Promise.resolve(isAtHand('patterns') ? {} : { patterns: PLAIN_PATTERNS }),
  rare: async () => ({ rare: (await import('../expression/rare.js')).RARE_WORDS }),
  workingDays: async () => ({
    workingDays: (await import('../expression/builtins/working-days-part.js')).WORKING_DAYS,
  }),
};

async function fetchPart(name: PartName): Promise<void> {
  supplyParts(await PARTS[name]());
}

class Linker {
  failed = false;

  constructor(private readonly program: FormProgram) {}

  link(packed: PackedExpression | null, scope: Scope): Expression | null {
    if (packed === null) return null;
    const expression = linkExpression(packed, scope);
    if (!expression) this.failed = true;
    return expression;
  }

  field(field: FieldProgram, scope: Scope): Field {
    const inside = field.kind === 'rows' ? rowScopeAt(this.program, field.path) : scope;
    return {
      ...UNSAID,
      ...field,
      default: field.default,
      askWhen: this.link(field.askWhen ?? null, scope),
      compute: this.link(field.compute ?? null, scope),
      fields: (field.fields ?? []).map((child) => this.field(child, inside)),
    };
  }

  check(
    { owner, targetStep, repeat, ...check }: CheckProgram,
    steps: readonly CheckPlan['owner'][],
  ): CheckPlan[] {
    const expression = this.link(check.expression, rowScopeAt(this.program, check.perRow));
    const at = (place: number | null): CheckPlan['owner'] => (place === null ? null : (steps[place] ?? null));
    if (!expression) return [];
    return [
      {
        check: { ...check, expression },
        place: '',
        owner: at(owner),
        target: at(targetStep),
        repeat: at(repeat),
      },
    ];
  }
}
