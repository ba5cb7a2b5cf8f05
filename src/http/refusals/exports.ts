import type { RefusalText } from './refusal-text.js';

/** About tables that officials take out. */
export const exportsRefusals = {
  'too-many-exports': {
    status: 429,
    title: 'Too many exports',
    ja: '作成中の書き出しが{max}件あります。終わるのを待つか、どれかを取り消してから、もう一度作成してください。',
    en: '{max} of your exports are under way. Wait for them, or stop one, and try again.',
  },
  'export-ended': {
    status: 409,
    title: 'Export ended',
    ja: 'この書き出しは、もう終わっています。',
    en: 'This export has ended already.',
  },
  'too-many-definitions': {
    status: 409,
    title: 'Too many definitions',
    ja: '保存できる書き出しの定義は{max}件までです。使わないものを削除してから、もう一度保存してください。',
    en: 'You can save {max} definitions. Remove one that you no longer need, and try again.',
  },
} as const satisfies Record<string, RefusalText>;
