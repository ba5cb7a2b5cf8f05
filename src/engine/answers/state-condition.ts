import {
  compileExpression,
  EvaluationError,
  type Expression,
  type Scope,
  toJson,
} from '../expression/index.js';
import type { FeelValue } from '../expression/values.js';
import type { Formula, Leaf } from '../logic/formula.js';
import { ConditionReader } from '../logic/read-condition.js';
import { Term, type Region } from '../logic/variables.js';
import type { Language } from '../problem-text/words.js';
import type { Field, Form } from '../procedure/procedure.js';
import { fieldNamer } from './explained-place.js';
import { CONDITION_WORDS, type StatedWords } from './stated-words.js';
import { valueInWords } from './value-in-words.js';

/** Choices that a condition counts out one by one; of more it names those that are left. */
const MOST_VALUES = 200;

export interface StatedCondition {
  /** `always` and `never` where it depends on nobody's answers. */
  readonly holds: 'always' | 'never' | 'sometimes';
  /** 「事業の形」が「法人」のとき, when “Kind” is “Corporation”; empty unless it holds sometimes. */
  readonly text: string;
}

/**
 * A condition in words before anybody has answered. What no words are known for is told by the questions that it depends on.
 *
 * @param repeat dotted path of the repeat whose rows it is asked in (`sales.rows`); null elsewhere
 */
export function stateCondition(
  form: Form,
  condition: Expression,
  repeat: string | null,
  language: Language,
): StatedCondition {
  return new ConditionStater(form, repeat, language).state(condition);
}

type Phrase = { readonly text: string; readonly joins: 'and' | 'or' | null };

class ConditionStater {
  private readonly words: StatedWords;
  private readonly fieldOf: (name: string) => Field | null;
  private readonly scope: Scope;

  constructor(
    private readonly form: Form,
    repeat: string | null,
    private readonly language: Language,
  ) {
    this.words = CONDITION_WORDS[language];
    const namer = fieldNamer(form, repeat);
    this.fieldOf = (name) => {
      const path = namer(name)?.path;
      return path === undefined ? null : (form.fields.get(path) ?? null);
    };
    this.scope = repeat === null ? form.scope : { ...form.scope, row: { kind: 'any' } };
  }

  state(condition: Expression): StatedCondition {
    const formula = new ConditionReader({ scope: this.scope, tables: this.form.tables }).read(
      condition.source,
    ).holds;
    if (formula.kind !== 'leaf' && formula.parts.length === 0)
      return { holds: formula.kind === 'all' ? 'always' : 'never', text: '' };
    const phrase = this.phrase(formula);
    const text = phrase ? this.words.when(phrase.text) : this.words.depends(this.titles(condition.reads));
    return { holds: 'sometimes', text };
  }

  /** Null where a part has no words. */
  private phrase(formula: Formula): Phrase | null {
    if (formula.kind === 'leaf') return this.leaf([formula], 'all');
    const kind = formula.kind;
    const groups = new Map<unknown, Leaf[]>();
    for (const part of formula.parts) {
      const key = part.kind === 'leaf' ? part.variable : part;
      groups.set(key, [...(groups.get(key) ?? []), ...(part.kind === 'leaf' ? [part] : [])]);
    }
    const phrases = [...groups].map(([key, leaves]) =>
      leaves.length > 0 ? this.leaf(leaves, kind) : this.phrase(key as Formula),
    );
    const known = phrases.filter((one) => one !== null);
    if (known.length < phrases.length || known.length === 0) return null;
    const unique = [...new Map(known.map((one) => [one.text, one])).values()];
    const [only] = unique;
    if (only && unique.length === 1) return only;
    const joins = kind === 'all' ? 'and' : 'or';
    const text = unique
      .map((one) => (one.joins !== null && one.joins !== joins ? this.words.inBrackets(one.text) : one.text))
      .join(this.words[joins]);
    return { text, joins };
  }

  /** Conditions on one and the same fact, all of which must hold, or any. */
  private leaf(leaves: readonly Leaf[], kind: 'all' | 'any'): Phrase | null {
    const [first] = leaves;
    if (!first) return null;
    const { variable } = first;
    const holds = (region: Region) =>
      kind === 'all' ? leaves.every((one) => one.holds(region)) : leaves.some((one) => one.holds(region));
    const field = variable instanceof Term ? this.fieldOf(variable.key) : null;
    if (field) return plain(this.ofField(field, variable.regions(), holds));
    return this.ofChoiceBehind(variable.key.replace(/^\? /, ''), holds) ?? this.sameness(variable.key, holds);
  }

  private ofField(
    field: Field,
    regions: readonly Region[],
    holds: (region: Region) => boolean,
  ): string | null {
    const options = this.valuesOf(field);
    if (options) {
      const chosen = options.filter((value) => holds({ kind: 'is', value }));
      return this.oneOf(field, options, chosen, holds({ kind: 'null' }));
    }
    const answered = regions.filter((region) => region.kind === 'is' || region.kind === 'between');
    const inside = answered.filter(holds);
    if (inside.length === answered.length)
      return holds({ kind: 'null' }) ? null : this.words.answered(field.title);
    if (inside.length === 0) return holds({ kind: 'null' }) ? this.words.unanswered(field.title) : null;
    return this.bounds(field, inside);
  }

  /** One stretch of numbers or days; anything else has no short words. */
  private bounds(field: Field, inside: readonly Region[]): string | null {
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last) return null;
    const word = (value: FeelValue) => valueInWords(field, toJson(value), this.language);
    const [from, to] = [lowOf(first), highOf(last)];
    const { title } = field;
    if (inside.length === 1 && first.kind === 'is') return this.words.is(title, [word(first.value)]);
    const low = from === undefined ? null : this.words.from(word(from), first.kind === 'is');
    const high = to === undefined ? null : this.words.to(word(to), last.kind === 'is');
    const limits = [low, high].filter((one) => one !== null);
    return limits.length === 0 ? null : this.words.within(title, limits);
  }

  private valuesOf(field: Field): readonly FeelValue[] | null {
    if (field.kind === 'boolean') return [true, false];
    if (!field.options || field.kind !== 'choice' || field.options.length > MOST_VALUES) return null;
    const values = field.options.map(({ value }) => value);
    return values.every((value) => typeof value === 'string') ? values : null;
  }

  private oneOf(
    field: Field,
    all: readonly FeelValue[],
    chosen: readonly FeelValue[],
    orUnanswered: boolean,
  ): string | null {
    const titled = (values: readonly FeelValue[]) =>
      values.map((value) => valueInWords(field, value, this.language));
    if (chosen.length === all.length) return orUnanswered ? null : this.words.answered(field.title);
    if (chosen.length === 0) return orUnanswered ? this.words.unanswered(field.title) : null;
    const rest = all.filter((value) => !chosen.includes(value));
    // Of two it is said which; of many, by the shorter list.
    if (all.length > 2 && rest.length < chosen.length) return this.words.isNot(field.title, titled(rest));
    return this.words.is(field.title, titled(chosen));
  }

  /** What is looked up by one choice alone holds for some of its values: each is tried. */
  private ofChoiceBehind(source: string, holds: (region: Region) => boolean): Phrase | null {
    const compiled = compileExpression(source, this.scope, { checkTypes: false });
    if (!compiled.ok) return null;
    const fields = compiled.expression.reads.filter((name) => !name.startsWith('tables'));
    const [name] = fields;
    const field = fields.length === 1 && name !== undefined ? this.fieldOf(name) : null;
    const values = field && name !== undefined ? this.valuesOf(field) : null;
    if (!field || !values || name === undefined) return null;
    const chosen = values.filter((value) => {
      const got = evaluated(compiled.expression, {
        ...nested(name.split('.'), value),
        tables: this.form.tables,
      });
      return got !== undefined && holds(got === null ? { kind: 'null' } : { kind: 'is', value: got });
    });
    return plain(this.oneOf(field, values, chosen, false));
  }

  /** `same name(a, b)`: two answers that are, or are not, the same. */
  private sameness(key: string, holds: (region: Region) => boolean): Phrase | null {
    const source = key.replace(/^\? /, '');
    if (!/^same (?:name|address)\(/.test(source)) return null;
    const compiled = compileExpression(source, this.scope, { checkTypes: false });
    const titles = compiled.ok ? this.titles(compiled.expression.reads) : [];
    const [first, ...others] = titles;
    if (first === undefined || others.length === 0) return null;
    return plain(this.words.same(first, others, holds({ kind: 'is', value: true })));
  }

  private titles(reads: readonly string[]): readonly string[] {
    return [...new Set(reads.flatMap((name) => this.fieldOf(name)?.title ?? []))];
  }
}

function plain(text: string | null): Phrase | null {
  return text === null ? null : { text, joins: null };
}

function lowOf(region: Region): FeelValue | undefined {
  return region.kind === 'is' ? region.value : region.kind === 'between' ? region.after : undefined;
}

function highOf(region: Region): FeelValue | undefined {
  return region.kind === 'is' ? region.value : region.kind === 'between' ? region.before : undefined;
}

function evaluated(expression: Expression, facts: Readonly<Record<string, unknown>>): FeelValue | undefined {
  try {
    return expression.evaluate(facts);
  } catch (error) {
    if (error instanceof EvaluationError) return undefined;
    throw error;
  }
}

function nested([step = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  return { [step]: rest.length === 0 ? value : nested(rest, value) };
}
