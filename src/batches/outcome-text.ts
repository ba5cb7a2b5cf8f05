import { fill } from '../http/fill.js';
import type { Bilingual } from '../http/refusal.js';
import { type RefusalCode, refusalText, refusalTexts } from '../http/refusal-texts.js';
import type { RowOutcome } from './batch-row.entity.js';

const ours: Readonly<Record<string, Bilingual>> = {
  done: { ja: '実行', en: 'Done' },
  stopped: { ja: '取りやめたため、実行しませんでした。', en: 'Not done: it was stopped.' },
  failed: {
    ja: '思わぬ誤りのため実行できませんでした。申請を開いて、1件ずつ操作してください。',
    en: 'An unexpected error kept it from being done. Open the application and act there.',
  },
};

/** What became of an application, or what would, in words. */
export function outcomeText({ code, params = {} }: RowOutcome): Bilingual {
  const own = ours[code];
  if (own) return own;
  if (!isRefusal(code)) return { ja: code, en: code };
  const { ja, en } = refusalText(code);
  return { ja: fill(ja, params), en: fill(en, params) };
}

function isRefusal(code: string): code is RefusalCode {
  return Object.hasOwn(refusalTexts, code);
}
