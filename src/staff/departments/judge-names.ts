import type { FieldProblem } from '../../http/problem.dto.js';
import { done, type Outcome, refuse } from '../../http/refusal.js';

/** A name in both languages; without an English one the Japanese stands in for it. */
export interface Names {
  readonly nameJa: string;
  readonly nameEn: string;
}

export function judgeNames(entry: Names): Outcome<Names> {
  const nameJa = entry.nameJa.trim();
  if (nameJa === '') return refuse('answers-invalid', { problems: [missing] });
  return done({ nameJa, nameEn: entry.nameEn.trim() || nameJa });
}

const missing: FieldProblem = {
  path: '/nameJa',
  code: 'missing',
  level: 'error',
  text: { ja: '名前を入力してください。', en: 'Enter the name.' },
};
