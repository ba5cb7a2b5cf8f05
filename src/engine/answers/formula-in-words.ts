import type { Explanation } from '../expression/index.js';
import type { Field } from '../procedure/procedure.js';

/** Words and signs of the expression language as people write sums. */
const SIGNS: Readonly<Record<string, string>> = {
  '*': '×',
  '/': '÷',
  '-': '−',
  '>=': '≧',
  '<=': '≦',
  '!=': '≠',
  and: 'かつ',
  or: 'または',
};
const FUNCTIONS: Readonly<Record<string, string>> = {
  'round up': '切上げ',
  'round down': '切捨て',
  'round half up': '四捨五入',
  ceiling: '切上げ',
  floor: '切捨て',
  min: '小さいほう',
  max: '大きいほう',
  sum: '合計',
  count: '件数',
  'overlap days': '重なる日数',
  'days in month': '月の日数',
  lookup: '表',
};
const TOKEN =
  /"(?:[^"\\]|\\.)*"|\d+(?:\.\d+)?|\p{L}[\p{L}\p{N}_]*(?:\s*\.\s*\p{L}[\p{L}\p{N}_]*)*|[<>!]=|[^\s]|\s+/gu;
const SPACED = /\b(round up|round down|round half up|overlap days|days in month)\b/g;

/**
 * The text of a formula as it was used this time: names of fields become their titles, an `if` becomes the branch
 * that was taken.
 */
export function formulaInWords(node: Explanation, fieldOf: (name: string) => Field | null): string {
  return words(withTakenBranches(node), fieldOf);
}

/** The source with each outermost `if` replaced by what it came to. */
function withTakenBranches(node: Explanation): string {
  if (node.kind === 'IfExpression') {
    const taken = node.children.at(-1);
    return taken && node.children.length > 1 ? withTakenBranches(taken) : lastBranch(node);
  }
  const found: Explanation[] = [];
  const collect = (inner: Explanation): void => {
    if (inner.kind === 'IfExpression') found.push(inner);
    else inner.children.forEach(collect);
  };
  node.children.forEach(collect);
  const inOrder = found.sort((a, b) => b.position - a.position);
  return inOrder.reduce((text, inner) => {
    const from = inner.position - node.position;
    return `${text.slice(0, from)}(${withTakenBranches(inner)})${text.slice(from + inner.source.length)}`;
  }, node.source);
}

/** A branch that is a plain number or text is not among the sub-results; its value says it all. */
function lastBranch(node: Explanation): string {
  return String(node.value ?? '');
}

function words(source: string, fieldOf: (name: string) => Field | null): string {
  const tokens = source.replace(SPACED, (name) => FUNCTIONS[name] ?? name).match(TOKEN) ?? [];
  return tokens
    .map((token) => {
      if (/^\s+$/.test(token)) return ' ';
      const field = fieldOf(token.replace(/\s+/g, ''));
      if (field) return `「${field.title}」`;
      if (/^\d/.test(token))
        return token.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
      return own(SIGNS, token) ?? own(FUNCTIONS, token) ?? token;
    })
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

function own(table: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
