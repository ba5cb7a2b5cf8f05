import { describeProblem, type Problem, splitTemplate } from '#engine';
import type { NewAnnouncement } from './publish-announcement.js';

/** What is wrong with a file, Japanese first. */
export type Fault = readonly [ja: string, en: string];

export type ReadAnnouncement =
  | { readonly ok: true; readonly announcement: NewAnnouncement }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const KEYS = ['title', 'title_en', 'important', 'audience', 'category', 'procedure', 'ends_on'];
const AUDIENCES = ['individual', 'business'] as const;
const LONGEST_TITLE = 100;
const LONGEST_BODY = 10_000;

/**
 * An announcement as a file: `key: value` lines between two `---`, then the Japanese text, and the English one after
 * another line `---`. Everything that is wrong with it is told at once.
 */
export function readAnnouncement(path: string, text: string): ReadAnnouncement {
  const problems: Problem[] = [];
  const { head, body } = splitTemplate(path, text, KEYS, problems);
  const value = (key: string): string | null => head.get(key)?.text || null;
  const lines = body.map((line) => line.text);
  const parting = lines.findIndex((line) => line.trim() === '---');
  const japanese = (parting === -1 ? lines : lines.slice(0, parting)).join('\n').trim();
  const english =
    parting === -1
      ? ''
      : lines
          .slice(parting + 1)
          .join('\n')
          .trim();
  const audience = AUDIENCES.find((each) => each === value('audience')) ?? null;
  const endsAt = endOf(value('ends_on'));
  const faults: Fault[] = problems.map((found) => [
    describeProblem(found, null, 'ja'),
    describeProblem(found, null, 'en'),
  ]);
  const expect = (holds: boolean, ...fault: Fault): void => void (holds || faults.push(fault));
  const title = value('title') ?? '';
  expect(title !== '', 'title（題名）を書いてください。', 'Give a title.');
  expect(
    title.length <= LONGEST_TITLE,
    `title は${LONGEST_TITLE}文字までにしてください。`,
    `Keep the title within ${LONGEST_TITLE} characters.`,
  );
  expect(
    japanese !== '',
    '本文がありません。2つ目の --- の下に書いてください。',
    'Write the text below the second ---.',
  );
  expect(
    Math.max(japanese.length, english.length) <= LONGEST_BODY,
    `本文は${LONGEST_BODY}文字までにしてください。`,
    `Keep the text within ${LONGEST_BODY} characters.`,
  );
  expect(
    (value('title_en') === null) === (english === ''),
    '英語は、題名（title_en）と本文（3つ目の --- の下）の両方を書くか、両方とも書かないでください。',
    'Give both the English title (title_en) and the English text (below the third ---), or neither.',
  );
  expect(
    [null, 'yes', 'no'].includes(value('important')),
    'important は yes か no です。',
    '“important” is yes or no.',
  );
  expect(
    value('audience') === null || audience !== null,
    'audience は individual か business です。両方に知らせるときは書きません。',
    '“audience” is individual or business; leave it out for both.',
  );
  expect(
    value('ends_on') === null || endsAt !== null,
    'ends_on は、暦にある日付を 2026-12-31 の形で書いてください。',
    '“ends_on” is a date such as 2026-12-31.',
  );
  if (faults.length > 0) return { ok: false, faults };
  const titleEn = value('title_en');
  return {
    ok: true,
    announcement: {
      title,
      body: japanese,
      english: titleEn === null ? null : { title: titleEn, body: english },
      important: value('important') === 'yes',
      audience,
      category: value('category'),
      procedureId: value('procedure'),
      endsAt,
    },
  };
}

/** The end of that day in Japan; null where there is no such day. */
function endOf(date: string | null): Date | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const midnight = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight.getTime()) || midnight.toISOString().slice(0, 10) !== date) return null;
  return new Date(midnight.getTime() + 15 * 3_600_000);
}
