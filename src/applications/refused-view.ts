import type { Refusal } from '#engine';
import { fill } from '../http/fill.js';
import { refusalText } from '../http/refusal-texts.js';

/** Why something is shown that cannot be done now, in both languages. */
export function refusedView({ code, params }: Refusal): {
  code: string;
  text: { ja: string; en: string };
} {
  const text = refusalText(code);
  return { code, text: { ja: fill(text.ja, params), en: fill(text.en, params) } };
}
