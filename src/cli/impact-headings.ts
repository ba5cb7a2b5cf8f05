import type { Impact } from '#engine';
import type { Words } from './command.js';

/** What a group of changes does, above the group. */
export const IMPACT_HEADINGS: Readonly<Record<Impact, Words>> = {
  'loses-answer': ['これまでの回答の行き場がなくなることがある変更', 'Answers may lose their place'],
  'stage-gone': ['申請のある段階がなくなる変更', 'Applications may stand in a stage that is gone'],
  stricter: ['これまでの回答が通らなくなることがある変更', 'Answers given before may be refused'],
  'asks-more': ['新しく必ず答えるもの', 'New answers are required'],
  'changes-result': ['額・行き先・結果が変わることがある変更', 'Amounts, routes or results may differ'],
  looser: ['緩やかになるもの', 'More is allowed than before'],
  words: ['言葉だけの変更', 'Nothing but words'],
  none: ['回答にも申請にも影響のない変更', 'Neither answers nor applications are touched'],
};
