import { eraDate } from '../japanese/era-date.js';
import type { Language } from '../problem-text/words.js';
import type { Field, Form } from '../procedure/procedure.js';
import { fieldHints } from './field-hints.js';
import { isUnanswered } from './is-unanswered.js';
import { dateInWords, numberInWords, valueInWords } from './value-in-words.js';

const WORDS = {
  ja: { none: '未入力', and: '、', bracket: (text: string) => `（${text}）` },
  en: { none: 'not answered', and: ', ', bracket: (text: string) => ` (${text})` },
} as const;

/**
 * One answer as people read it, the same on screens, at the desk and in the PDF of the answers: `〒540-0008`,
 * `令和3年11月1日（2021年）`, `26:00（翌日の午前2時）`, `1,200円`, the title of a choice. What is half typed or of the wrong kind
 * is given as it is.
 *
 * @param field a question; groups and repeats have answers of their own
 * @param fileName name of an attachment by its id; without it they are counted
 */
export function answerText(
  form: Pick<Form, 'pages'>,
  field: Field,
  value: unknown,
  language: Language,
  fileName: (id: string) => string | null = () => null,
): string {
  const words = WORDS[language];
  if (isUnanswered(value)) return words.none;
  if (field.kind === 'attachment' && Array.isArray(value)) {
    const names = value.map((id) => fileName(String(id)));
    return names.every((name) => name !== null)
      ? names.join(words.and)
      : filesCounted(value.length, language);
  }
  if (typeof value === 'number' && field.options === null) {
    const isMoney = fieldHints(form, field).widget === 'money';
    return numberInWords(value, field.unit ?? (isMoney ? '円' : null), language);
  }
  if (typeof value !== 'string' || field.options !== null) return valueInWords(field, value, language);
  if (field.kind === 'date') return dateAnswer(value, language);
  const printed = PRINTED[field.format ?? '']?.(value) ?? value;
  const time = field.format === 'hours' ? clockInWords(value, language) : null;
  return time === null ? printed : `${printed}${words.bracket(time)}`;
}

/** How codes are grouped where people read them. */
const PRINTED: Readonly<Record<string, (text: string) => string>> = {
  'postal-jp': (text) => text.replace(/^(\d{3})(\d{4})$/, '〒$1-$2'),
  // Where the area code ends is sure for mobile telephones, free calls, 東京 and 大阪 alone.
  'tel-jp': (text) =>
    text
      .replace(/^(0[5-9]0)(\d{4})(\d{4})$/, '$1-$2-$3')
      .replace(/^(0120)(\d{3})(\d{3})$/, '$1-$2-$3')
      .replace(/^(0[36])(\d{4})(\d{4})$/, '$1-$2-$3'),
};

function filesCounted(count: number, language: Language): string {
  if (language === 'ja') return `ファイル${count}件`;
  return count === 1 ? '1 file' : `${count} files`;
}

/** `2021-11-05` → 令和3年11月5日（2021年）, 5 November 2021; what is no day stays. */
function dateAnswer(value: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  return language === 'en' ? dateInWords(value, 'en') : `${eraDate(value)}（${value.slice(0, 4)}年）`;
}

/** `26:00` → 翌日の午前2時, 2 a.m. of the next day; null for what is no time yet. */
export function clockInWords(value: unknown, language: Language): string | null {
  const parts = typeof value === 'string' ? /^(\d{1,2}):(\d{2})$/.exec(value) : null;
  if (!parts) return null;
  const [hour, minute] = [Number(parts[1]), Number(parts[2])];
  const isMorning = hour % 24 < 12;
  if (language === 'ja') {
    const clock = `${isMorning ? '午前' : '午後'}${hour % 12}時${minute === 0 ? '' : `${minute}分`}`;
    return hour >= 24 ? `翌日の${clock}` : clock;
  }
  const time = `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? '' : `:${parts[2]}`}`;
  return `${time} ${isMorning ? 'a.m.' : 'p.m.'}${hour >= 24 ? ' of the next day' : ''}`;
}
