import { type Explanation, toJson } from '../expression/index.js';
import { eraDate } from '../japanese/era-date.js';
import { groupedNumber } from '../japanese/grouped-number.js';
import type { Field } from '../procedure/procedure.js';
import { argumentsOf } from './formula-arguments.js';

type FieldOf = (name: string) => Field | null;
type Render = (node: Explanation) => string;

/** More rounds of a loop than this are given as their result. */
const MOST_ROUNDS = 6;

/** Signs of the expression language as people write sums. */
const SIGNS: Readonly<Record<string, string>> = {
  '+': '＋',
  '-': '−',
  '*': '×',
  '/': '÷',
  '=': '＝',
  '!=': '≠',
  '>': '＞',
  '<': '＜',
  '>=': '≧',
  '<=': '≦',
  and: 'かつ',
  or: 'または',
};
const TOKEN = /"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|[<>!]=|\p{L}[\p{L}\p{N}_.]*|\s+|./gu;

/**
 * How a value came about, as a sum that people can follow: fields by their titles and values, what was looked up as
 * the value found, an `if` as the branch that was taken, lower and upper limits in words.
 *
 * @param result the field that is computed
 */
export function formulaInWords(node: Explanation, result: Field, fieldOf: FieldOf): string {
  const render: Render = (inner) => {
    const field = fieldOf(inner.source.replace(/\s+/g, ''));
    if (field && !['rows', 'group'].includes(field.kind)) return fieldWords(field, inner);
    return (RENDERERS[inner.kind] ?? valueOf)(inner, render);
  };
  const words = render(node);
  return words === valueOf(node) ? valueInWords(result, toJson(node.value)) : words;
}

const RENDERERS: Readonly<Record<string, (node: Explanation, render: Render) => string>> = {
  IfExpression: (node, render) => {
    // A branch that is a plain number or text is not among the sub-results; the value of the whole says it.
    const taken = node.children.at(-1);
    return node.children.length > 1 && taken ? render(taken) : valueOf(node);
  },
  // Texts put together explain themselves.
  ArithmeticExpression: (node, render) =>
    typeof node.value === 'string' ? valueOf(node) : spliced(node, render),
  Comparison: spliced,
  Conjunction: spliced,
  Disjunction: spliced,
  FunctionInvocation: (node, render) => {
    const name = /^[^(]*/.exec(node.source)?.[0].trim() ?? '';
    return (Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined)?.(node, render) ?? valueOf(node);
  },
  ForExpression: (node, render) => roundsOf(node, render)?.join('、') ?? valueOf(node),
  PathExpression: (node, render) => {
    // `{ rate: …, daily: … }.daily`: only the entry that gave the value is of interest.
    const [context] = node.children;
    const entries = context?.kind === 'Context' ? [...context.children].reverse() : [];
    const entry = entries.find((one) => one.value === node.value);
    return entry ? render(entry) : valueOf(node);
  },
};

const FUNCTIONS: Readonly<Record<string, (node: Explanation, render: Render) => string>> = {
  'round up': (node, render) => rounded(node, render, '切上げ'),
  'round down': (node, render) => rounded(node, render, '切捨て'),
  'round half up': (node, render) => rounded(node, render, '四捨五入'),
  ceiling: (node, render) => rounded(node, render, '切上げ'),
  floor: (node, render) => rounded(node, render, '切捨て'),
  min: (node, render) => limited(node, render, '上限', '小さいほう'),
  max: (node, render) => limited(node, render, '下限', '大きいほう'),
  sum: (node, render) => {
    const [list] = node.children;
    const rounds = list?.kind === 'ForExpression' ? roundsOf(list, render) : null;
    if (rounds) return rounds.join(' ＋ ');
    return list && render(list) !== valueOf(list) ? `${render(list)}の合計` : valueOf(node);
  },
  count: (node) => `${valueOf(node)}件`,
  'overlap days': (node) => `${valueOf(node)}日`,
  'days in month': (node) => `${valueOf(node)}日`,
};

function rounded(node: Explanation, render: Render, how: string): string {
  const [what, scale] = argumentsOf(node, render, literal);
  if (!what) return valueOf(node);
  const digits = Number(scale?.text.replace('−', '-') ?? 0);
  const unit =
    digits < 0 ? `${groupedNumber(10 ** -digits)}未満` : digits > 0 ? `小数点以下${digits + 1}桁` : '1未満';
  return `${enclosed(what.text)}の${unit}${how}`;
}

/** A limit is what no answer goes into: `min(x, 75000)` is x with 75,000 as its upper limit. */
function limited(node: Explanation, render: Render, limit: string, choice: string): string {
  const given = argumentsOf(node, render, literal);
  const [first, second] = given;
  if (!first) return valueOf(node);
  // A list from a loop of one round is that round.
  if (!second) return first.text.includes('、') ? `${first.text}の${choice}` : first.text;
  if (given.length === 2 && first.isComputed !== second.isComputed) {
    const [what, bound] = first.isComputed ? [first, second] : [second, first];
    const [, inner, other] = /^(.*)（((?:上限|下限) [^（）]*)）$/u.exec(what.text) ?? [];
    if (inner !== undefined) return `${inner}（${String(other)}・${limit} ${bound.text}）`;
    return `${enclosed(what.text)}（${limit} ${bound.text}）`;
  }
  return `${given.map((one) => one.text).join('と')}の${choice}`;
}

/** What each round of a loop came to; null when there are too many, or when a round is a plain value. */
function roundsOf(node: Explanation, render: Render): readonly string[] | null {
  const body = node.position + node.source.search(/\breturn\b/);
  const rounds = node.children.filter((child) => child.position > body);
  if (rounds.length === 0 || rounds.length > MOST_ROUNDS) return null;
  return rounds.map(render);
}

/** The source, with each sub-result in words and the signs between them as people write them. */
function spliced(node: Explanation, render: Render): string {
  let text = '';
  let at = 0;
  for (const child of [...node.children].sort((a, b) => a.position - b.position)) {
    const from = child.position - node.position;
    if (from < at) continue;
    const words = render(child);
    text +=
      literal(node.source.slice(at, from)) +
      (child.kind === 'ArithmeticExpression' ? words : enclosed(words));
    at = from + child.source.length;
  }
  text += literal(node.source.slice(at));
  return text.replace(/\((（[^()]*）|[^()＋−×÷]*)\)/g, '$1');
}

/** A sum inside a sum needs brackets; what stands in brackets already does not. */
function enclosed(text: string): string {
  let outside = text.replace(/「[^」]*」/gu, '');
  for (let before = ''; before !== outside;) {
    before = outside;
    outside = outside.replace(/（[^（）]*）/gu, '');
  }
  return /[＋−×÷]/u.test(outside) ? `（${text}）` : text;
}

function literal(source: string): string {
  const dated = source.replace(
    /\bdate\("(\d{4}-\d{2}-\d{2})"\)/g,
    (_call, iso: string) => `"${eraDate(iso)}"`,
  );
  const tokens = dated.match(TOKEN) ?? [];
  return tokens
    .map((token) => {
      if (/^\d/.test(token)) return groupedNumber(Number(token));
      if (token.startsWith('"')) return token.slice(1, -1);
      return (Object.hasOwn(SIGNS, token) ? SIGNS[token] : undefined) ?? token;
    })
    .join('');
}

function fieldWords(field: Field, node: Explanation): string {
  const value = toJson(node.value);
  return `「${field.title}」（${valueInWords(field, value)}）`;
}

function valueOf(node: Explanation): string {
  return valueInWords(null, toJson(node.value));
}

/** A value as it is printed: 1,517,000, 令和3年10月1日, はい, the title of an option. */
export function valueInWords(field: Field | null, value: unknown): string {
  if (value === null || value === undefined) return '未入力';
  if (Array.isArray(value)) return value.map((item) => valueInWords(field, item)).join('、');
  const option = field?.options?.find((candidate) => candidate.value === value);
  if (option) return option.title;
  if (typeof value === 'boolean') return value ? 'はい' : 'いいえ';
  if (typeof value === 'number') return groupedNumber(value);
  if (typeof value === 'object') return '…';
  const text = String(value);
  return field?.kind === 'date' || /^\d{4}-\d{2}-\d{2}$/.test(text) ? eraDate(text) : text;
}
