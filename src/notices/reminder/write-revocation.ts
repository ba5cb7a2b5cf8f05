import type { DocumentModel } from '#engine';
import type { Language } from '../../http/language.js';
import { letterOf } from '../mail/letter-of.js';
import type { AboutNotice } from './write-reminder.js';

/** Says neither what the document decided nor why it was called back: mail is read on shared screens. The Japanese one ends with English. */
export function writeRevocation(
  { number, procedureTitle, since, link }: AboutNotice,
  language: Language,
): DocumentModel {
  if (language === 'en')
    return letterOf(`A document was called back (application ${number})`, [
      `The document about your application ${number} for “${procedureTitle}” that was issued on ${since} has been called back and is no longer valid. It cannot be used.`,
      'Please sign in and read why on this page. You can ask the office there.',
      link,
      'Answers to this mail reach nobody.',
    ]);
  const [year, month, day] = since.split('-').map(Number);
  return letterOf(`通知書が取り消されました（申込番号 ${number}）`, [
    `「${procedureTitle}」の申請（申込番号 ${number}）について${year}年${month}月${day}日にお送りした通知書は取り消され、失効しました。お手元の通知書は使えません。`,
    '理由は、次のページにログインしてご覧ください。わからないことは、そのページから担当に質問してください。',
    link,
    'このメールに返信しても、担当には届きません。',
    `A document about your application ${number}, issued on ${since}, has been called back and is no longer valid. Please sign in to read why.`,
  ]);
}
