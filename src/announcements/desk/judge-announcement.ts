import { isCivilDate } from '#engine';
import type { FieldProblem } from '../../http/problem.dto.js';
import type { AnnouncementContent, CorrectionRequest } from './desk-announcement.dto.js';

type Texts = Pick<AnnouncementContent, 'title' | 'body' | 'english'>;

/** What of the words is missing. */
export function judgeWords({ title, body, english }: Texts): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const expect = (holds: boolean, path: string, ja: string, en: string): void => {
    if (!holds) problems.push({ path, code: 'missing', level: 'error', text: { ja, en } });
  };
  expect(title.trim() !== '', '/title', '題名を入力してください。', 'Enter the title.');
  expect(body.trim() !== '', '/body', '本文を入力してください。', 'Enter the text.');
  if (english) {
    const cure = '英語を付けないときは「英語も書く」を外してください。';
    expect(
      english.title.trim() !== '',
      '/english.title',
      `英語の題名を入力してください。${cure}`,
      'Enter the English title, or do without English.',
    );
    expect(
      english.body.trim() !== '',
      '/english.body',
      `英語の本文を入力してください。${cure}`,
      'Enter the English text, or do without English.',
    );
  }
  return problems;
}

/** @param now instant */
export function judgeAnnouncement(content: AnnouncementContent, now: Date): FieldProblem[] {
  const problems = judgeWords(content);
  const { target, category, procedureId, startsAt, endsOn } = content;
  const wrong = (path: string, ja: string, en: string): void =>
    void problems.push({ path, code: 'invalid', level: 'error', text: { ja, en } });
  if (target.favourites && category === null && procedureId === null)
    wrong(
      '/target',
      'お気に入りに登録した人に送るときは、分野か手続きを選んでください。',
      'To reach those who marked a favourite, choose a field or a procedure.',
    );
  if (endsOn !== null && !isCivilDate(endsOn))
    wrong('/endsOn', '終わりの日は、暦にある日付にしてください。', 'The last day is no day of the calendar.');
  else if (endsOn !== null && new Date(`${endsOn}T24:00:00+09:00`) <= (startsAt ? new Date(startsAt) : now))
    wrong(
      '/endsOn',
      '終わりの日は、公開する日より後にしてください。',
      'The last day must be after it is published.',
    );
  if (startsAt !== null && !(new Date(startsAt) > now))
    wrong(
      '/startsAt',
      '公開の日時が過ぎています。これからの日時にするか、「承認されたらすぐ」を選んでください。',
      'The time has passed. Choose one to come, or publish as soon as it is approved.',
    );
  return problems;
}

export function judgeCorrection({ note, ...words }: CorrectionRequest): FieldProblem[] {
  return [
    ...judgeWords(words),
    ...(note.trim() === ''
      ? [
          {
            path: '/note',
            code: 'missing',
            level: 'error' as const,
            text: {
              ja: 'どこを直したのかを入力してください。読む人に示されます。',
              en: 'Say what was wrong. Readers see it.',
            },
          },
        ]
      : []),
  ];
}
