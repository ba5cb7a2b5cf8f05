import type { FieldProblem } from '../../http/problem.dto.js';

export const reasonProblem: FieldProblem = {
  path: '/reason',
  code: 'missing',
  level: 'error',
  text: { ja: '理由を入力してください。記録に残ります。', en: 'Enter the reason. It stays in the record.' },
};
