import type { GoalKind } from '#engine';
import type { Words } from './command.js';

/** What is counted together, as `cover` heads it. */
export const GOAL_KINDS: Readonly<Record<GoalKind, Words>> = {
  asked: ['質問される', 'asked'],
  'not-asked': ['質問されない', 'not asked'],
  choice: ['選択肢', 'choices'],
  branch: ['式の枝分かれ', 'branches'],
  alone: ['条件の一つだけに当てはまる', 'one condition alone'],
  boundary: ['境目', 'boundaries'],
  'check-held': ['点検に合う', 'checks met'],
  'check-failed': ['点検に合わない', 'checks failed'],
  'stage-check': ['自動点検に合わない', 'automatic checks failed'],
  stage: ['段階', 'stages'],
  end: ['終わり方', 'ends'],
  route: ['行き先', 'routes'],
  action: ['操作', 'actions'],
  timer: ['期限', 'timers'],
  message: ['メッセージ', 'messages'],
  notice: ['通知', 'notices'],
};
