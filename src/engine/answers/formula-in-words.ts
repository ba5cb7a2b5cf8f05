import { type Explanation, toJson } from '../expression/index.js';
import type { Language } from '../problem-text/words.js';
import type { Field } from '../procedure/procedure.js';
import { durationInWords } from './duration-in-words.js';
import { argumentsOf, functionName } from './formula-arguments.js';
import { FORMULA_WORDS, type FormulaWords, type Limit, type Rounding } from './formula-words.js';
import { dateInWords, numberInWords, type ValueField, valueInWords } from './value-in-words.js';

/** A question, or a fact of the review, as a formula names it. */
export type Named = ValueField & Pick<Field, 'title' | 'path'>;
export type FieldOf = (name: string) => Named | null;

/** A part of a formula in words. */
interface Phrase {
  readonly text: string;
  /** An answer went into it; false for what is fixed or looked up. */
  readonly isNamed: boolean;
  /** It has a sign at its top, so that inside another sum it needs brackets. */
  readonly isSum: boolean;
  readonly limits?: { readonly of: string; readonly list: readonly Limit[] };
}

/** More rounds of a loop than this are given as their result. */
const MOST_ROUNDS = 6;
const TOKEN = /"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|[<>!]=|\p{L}[\p{L}\p{N}_.]*|\s+|./gu;

/**
 * How a value came about, as a sum that people can follow: fields by their titles and values, what was looked up as
 * the value found, an `if` as the branch that was taken, lower and upper limits in words.
 *
 * @param result what is computed; its unit is that of everything added to, rounded into or limiting it
 */
export function formulaInWords(
  node: Explanation,
  result: ValueField,
  fieldOf: FieldOf,
  language: Language,
): string {
  const writer = new FormulaWriter(fieldOf, language);
  const phrase = writer.render(node, result.unit);
  const plain = writer.valueOf(node, result.unit);
  return phrase.text === plain.text ? valueInWords(result, toJson(node.value), language) : phrase.text;
}

/** Writes one formula. `unit` is that of the value of the part being written; null where it is not known. */
class FormulaWriter {
  private readonly words: FormulaWords;

  constructor(
    private readonly fieldOf: FieldOf,
    private readonly language: Language,
  ) {
    this.words = FORMULA_WORDS[language];
  }

  render(node: Explanation, unit: string | null): Phrase {
    const field = this.fieldOf(node.source.replace(/\s+/g, ''));
    if (field && !['rows', 'group'].includes(field.kind)) {
      const value = valueInWords(field, toJson(node.value), this.language);
      return { text: this.words.answer(field.title, value), isNamed: true, isSum: false };
    }
    const writer = Object.hasOwn(WRITERS, node.kind) ? WRITERS[node.kind] : undefined;
    return writer?.(this, node, unit) ?? this.valueOf(node, unit);
  }

  valueOf(node: Explanation, unit: string | null): Phrase {
    const value = toJson(node.value);
    const text = valueInWords(unit === null ? null : { ...NUMBER, unit }, value, this.language);
    return { text, isNamed: false, isSum: false };
  }

  /** The source, with each sub-result in words and the signs between them as people write them. */
  spliced(node: Explanation, unit: string | null): Phrase {
    const { source, position } = node;
    const children = [...node.children].sort((a, b) => a.position - b.position);
    const own = this.unitWithin(node, children, unit);
    let text = '';
    let at = 0;
    let isNamed = false;
    for (const child of children) {
      const from = child.position - position;
      if (from < at) continue;
      const phrase = this.render(child, own);
      const [open, close] = bracketsAround(source, at, from, from + child.source.length);
      const needsBrackets = phrase.isSum && (open < from || child.kind !== 'ArithmeticExpression');
      text += this.literal(source.slice(at, open), own);
      text += needsBrackets ? this.words.inBrackets(phrase.text) : phrase.text;
      isNamed ||= phrase.isNamed;
      at = close;
    }
    return { text: text + this.literal(source.slice(at), own), isNamed, isSum: true };
  }

  rounded(node: Explanation, unit: string | null, how: Rounding): Phrase {
    const [first, scale] = argumentsOf(node);
    if (!first?.node) return this.valueOf(node, unit);
    const what = this.render(first.node, unit);
    const digits = Number(scale?.source ?? 0);
    const size = digits > 0 ? Number(`1e-${digits}`) : 10 ** -digits;
    const [number, suffix] = [
      numberInWords(size, null, 'en'),
      numberInWords(size, unit, this.language).replace(/^[\d,.]+/, ''),
    ];
    const text = this.words.rounded(this.enclosed(what), how, this.words.step(size, number, suffix));
    return { text, isNamed: what.isNamed, isSum: false };
  }

  /** A limit is what no answer goes into: `min(x, 75000)` is x with 75,000 as its upper limit. */
  limited(node: Explanation, unit: string | null, kind: Limit['kind']): Phrase {
    const given = argumentsOf(node).map((one): Phrase => {
      if (one.node) return this.render(one.node, unit);
      return { text: this.literal(one.source, unit), isNamed: false, isSum: false };
    });
    const [first, second] = given;
    if (!first) return this.valueOf(node, unit);
    const isNamed = given.some((one) => one.isNamed);
    // A list from a loop of one round is that round.
    if (!second) {
      const several = node.children.some((child) => Array.isArray(child.value) && child.value.length > 1);
      return several ? { text: this.words.chosen([first.text], kind), isNamed, isSum: false } : first;
    }
    if (given.length > 2 || first.isNamed === second.isNamed) {
      return {
        text: this.words.chosen(
          given.map((one) => one.text),
          kind,
        ),
        isNamed,
        isSum: false,
      };
    }
    const [what, bound] = first.isNamed ? [first, second] : [second, first];
    const of = what.limits?.of ?? this.enclosed(what);
    const list = [...(what.limits?.list ?? []), { kind, text: bound.text }];
    return { text: this.words.limited(of, list), isNamed: true, isSum: false, limits: { of, list } };
  }

  total(node: Explanation, unit: string | null): Phrase {
    const [list] = node.children;
    if (!list) return this.valueOf(node, unit);
    const rounds = list.kind === 'ForExpression' ? this.roundsOf(list, unit) : null;
    if (rounds) {
      const text = rounds.map((round) => round.text).join(` ${this.words.signs['+'] ?? '+'} `);
      return { text, isNamed: rounds.some((round) => round.isNamed), isSum: rounds.length > 1 };
    }
    const inner = this.render(list, unit);
    if (!inner.isNamed) return this.valueOf(node, unit);
    return { text: this.words.total(inner.text), isNamed: true, isSum: false };
  }

  /** What each round of a loop came to; null when there are too many, or when a round is a plain value. */
  roundsOf(node: Explanation, unit: string | null): readonly Phrase[] | null {
    const body = node.position + node.source.search(/\breturn\b/);
    const rounds = node.children.filter((child) => child.position > body);
    if (rounds.length === 0 || rounds.length > MOST_ROUNDS) return null;
    return rounds.map((round) => this.render(round, unit));
  }

  listed(phrases: readonly Phrase[]): Phrase {
    const text = phrases.map((phrase) => phrase.text).join(this.words.and);
    return { text, isNamed: phrases.some((phrase) => phrase.isNamed), isSum: false };
  }

  private enclosed(phrase: Phrase): string {
    return phrase.isSum ? this.words.inBrackets(phrase.text) : phrase.text;
  }

  /** Of a product the parts have their own units; of what is compared, that of the answer in it. */
  private unitWithin(
    node: Explanation,
    children: readonly Explanation[],
    unit: string | null,
  ): string | null {
    if (node.kind === 'Comparison') return unitOf(children, this.fieldOf);
    const signs = children.reduce((source, child) => source.replace(child.source, ''), node.source);
    return /[*/]/.test(signs) ? null : unit;
  }

  private literal(source: string, unit: string | null): string {
    const dated = source.replace(
      /\b(date|duration)\("([^"]+)"\)/g,
      (_call, kind: string, iso: string) =>
        `"${kind === 'date' ? dateInWords(iso, this.language) : durationInWords(iso, this.language)}"`,
    );
    return (dated.match(TOKEN) ?? [])
      .map((token) => {
        if (/^\d/.test(token)) return numberInWords(Number(token), unit, this.language);
        if (token.startsWith('"')) return token.slice(1, -1);
        return (Object.hasOwn(this.words.signs, token) ? this.words.signs[token] : undefined) ?? token;
      })
      .join('');
  }
}

const NUMBER = { kind: 'number', options: null } as const;

/** Node of the grammar → how it is written; every other is written as its value. */
const WRITERS: Readonly<
  Record<string, (writer: FormulaWriter, node: Explanation, unit: string | null) => Phrase | null>
> = {
  IfExpression: (writer, node, unit) => {
    // A branch that is a plain number or text is not among the sub-results; the value of the whole says it.
    const taken = node.children.at(-1);
    return node.children.length > 1 && taken ? writer.render(taken, unit) : null;
  },
  // Texts put together explain themselves.
  ArithmeticExpression: (writer, node, unit) =>
    typeof node.value === 'string' ? null : writer.spliced(node, unit),
  Comparison: (writer, node, unit) => writer.spliced(node, unit),
  Conjunction: (writer, node, unit) => writer.spliced(node, unit),
  Disjunction: (writer, node, unit) => writer.spliced(node, unit),
  ForExpression: (writer, node, unit) => {
    const rounds = writer.roundsOf(node, unit);
    return rounds && writer.listed(rounds);
  },
  PathExpression: (writer, node, unit) => {
    // `{ rate: …, daily: … }.daily`: only the entry that gave the value is of interest.
    const [context] = node.children;
    const entries = context?.kind === 'Context' ? [...context.children].reverse() : [];
    const entry = entries.find((one) => one.value === node.value);
    return entry ? writer.render(entry, unit) : null;
  },
  FunctionInvocation: (writer, node, unit) => {
    const name = functionName(node);
    return (Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined)?.(writer, node, unit) ?? null;
  },
};

const FUNCTIONS: Readonly<
  Record<string, (writer: FormulaWriter, node: Explanation, unit: string | null) => Phrase>
> = {
  'round up': (writer, node, unit) => writer.rounded(node, unit, 'up'),
  'round down': (writer, node, unit) => writer.rounded(node, unit, 'down'),
  'round half up': (writer, node, unit) => writer.rounded(node, unit, 'half'),
  decimal: (writer, node, unit) => writer.rounded(node, unit, 'even'),
  ceiling: (writer, node, unit) => writer.rounded(node, unit, 'up'),
  floor: (writer, node, unit) => writer.rounded(node, unit, 'down'),
  min: (writer, node, unit) => writer.limited(node, unit, 'most'),
  max: (writer, node, unit) => writer.limited(node, unit, 'least'),
  sum: (writer, node, unit) => writer.total(node, unit),
  count: (writer, node) => writer.valueOf(node, '件'),
  'overlap days': (writer, node) => writer.valueOf(node, '日'),
  'days in month': (writer, node) => writer.valueOf(node, '日'),
};

function unitOf(nodes: readonly Explanation[], fieldOf: FieldOf): string | null {
  for (const node of nodes) {
    const unit = fieldOf(node.source.replace(/\s+/g, ''))?.unit ?? unitOf(node.children, fieldOf);
    if (unit !== null) return unit;
  }
  return null;
}

/** The part of the source that a child fills together with the brackets around it alone. */
function bracketsAround(
  source: string,
  least: number,
  from: number,
  to: number,
): readonly [from: number, to: number] {
  const before = source.slice(least, from).trimEnd();
  const after = /^\s*\)/.exec(source.slice(to));
  if (!before.endsWith('(') || !after) return [from, to];
  return bracketsAround(source, least, least + before.length - 1, to + after[0].length);
}
