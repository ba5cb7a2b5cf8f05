import { type Explanation, toJson } from '../expression/index.js';
import type { Language } from '../problem-text/words.js';
import { fieldsRead } from './explain-computed.js';
import { functionName } from './formula-arguments.js';
import { type FieldOf, formulaInWords } from './formula-in-words.js';
import { valueInWords } from './value-in-words.js';

interface ConditionWords {
  /** 「事業の形」が「法人」 */
  readonly is: (title: string, value: string) => string;
  readonly holds: (formula: string) => string;
  readonly fails: (formula: string) => string;
  /** What is decided by nothing that anybody answered. */
  readonly fixed: string;
  readonly and: string;
}

const WORDS: Readonly<Record<Language, ConditionWords>> = {
  ja: {
    is: (title, value) => `「${title}」が「${value}」`,
    holds: (formula) => `「${formula}」に当てはまる`,
    fails: (formula) => `「${formula}」に当てはまらない`,
    fixed: 'この手続の決まり',
    and: '、かつ',
  },
  en: {
    is: (title, value) => `“${title}” is “${value}”`,
    holds: (formula) => `${formula} holds`,
    fails: (formula) => `${formula} does not hold`,
    fixed: 'this procedure says so',
    and: ' and ',
  },
};

/**
 * Why a condition came out as it did: only the parts that decided, each as a clause. Of 「A かつ B」 that failed it is
 * the part that failed; of 「A または B」 that held, the part that held.
 */
export function conditionInWords(node: Explanation, fieldOf: FieldOf, language: Language): readonly string[] {
  return [...new Set(deciders(node).map((leaf) => clause(leaf, fieldOf, language)))];
}

/** 「…が「法人」、かつ…が「はい」だから」, “because … is “Yes” and …”. */
export function because(clauses: readonly string[], language: Language): string {
  const text = clauses.join(WORDS[language].and);
  if (language === 'en') return `because ${text}`;
  return /[」り]$/u.test(text) ? `${text}だから` : `${text}から`;
}

function deciders(node: Explanation): readonly Explanation[] {
  const inner = (Object.hasOwn(DECIDERS, node.kind) ? DECIDERS[node.kind] : undefined)?.(node) ?? [];
  return inner.length === 0 ? [node] : inner.flatMap(deciders);
}

/** Node of the grammar → the parts that decided; none for a part that decides by itself. */
const DECIDERS: Readonly<Record<string, (node: Explanation) => readonly Explanation[]>> = {
  Conjunction: (node) => (node.value === true ? node.children : first(node, node.value)),
  Disjunction: (node) => (node.value === true ? first(node, true) : node.children),
  IfExpression: (node) => node.children.filter((child) => typeof child.value === 'boolean'),
  FunctionInvocation: (node) =>
    functionName(node) === 'not' && node.children.length === 1 ? node.children : [],
};

function first(node: Explanation, value: unknown): readonly Explanation[] {
  return node.children.filter((child) => child.value === value).slice(0, 1);
}

function clause(node: Explanation, fieldOf: FieldOf, language: Language): string {
  const words = WORDS[language];
  const read = fieldsRead(node, fieldOf);
  const [only] = read;
  if (!only) return words.fixed;
  const unanswered = read.find(({ node: part }) => part.value === null);
  if (unanswered) return words.is(unanswered.field.title, valueInWords(null, null, language));
  if (read.length === 1 && !isOrdered(node))
    return words.is(only.field.title, valueInWords(only.field, toJson(only.node.value), language));
  if (node.kind !== 'Comparison') {
    return read
      .map(({ field, node: part }) =>
        words.is(field.title, valueInWords(field, toJson(part.value), language)),
      )
      .join(words.and);
  }
  const formula = formulaInWords(node, TRUTH, fieldOf, language);
  return node.value === true ? words.holds(formula) : words.fails(formula);
}

const TRUTH = { kind: 'boolean', options: null, unit: null } as const;

/** More or less, rather than the same or not. */
function isOrdered({ kind, source, children }: Explanation): boolean {
  const signs = children.reduce((text, child) => text.replace(child.source, ''), source);
  return kind === 'Comparison' && /[<>]|\bbetween\b/.test(signs.replace(/"(?:[^"\\]|\\.)*"/g, ''));
}
