import type { DocumentModel } from '#engine';
import type { Language } from '../../http/language.js';
import { letterOf } from '../mail/letter-of.js';

export interface AboutNotice {
  readonly number: string;
  readonly procedureTitle: string;
  /** Civil date from which it could be read. */
  readonly since: string;
  readonly link: string;
}

/** Names the application and not what the document decides: mail is read on shared screens. The Japanese one ends with English. */
export function writeReminder(
  { number, procedureTitle, since, link }: AboutNotice,
  language: Language,
): DocumentModel {
  if (language === 'en')
    return letterOf(`A document of yours has not been read (application ${number})`, [
      `A document about your application ${number} for “${procedureTitle}” has been waiting since ${since}, and has not been opened.`,
      'Please sign in and read it on this page: it may name a time limit. Documents are in Japanese, because they are what the law knows.',
      link,
      'If it stays unopened, it may be sent by post. Answers to this mail reach nobody.',
    ]);
  const [year, month, day] = since.split('-').map(Number);
  return letterOf(`まだお読みになっていない通知書があります（申込番号 ${number}）`, [
    `「${procedureTitle}」の申請（申込番号 ${number}）について、${year}年${month}月${day}日から通知書が届いていますが、まだ開かれていません。`,
    '次のページにログインして、通知書をお読みください。期限のあるご案内が書かれていることがあります。',
    link,
    'このまま開かれないときは、通知書を郵送することがあります。このメールに返信しても、担当には届きません。',
    `A document about your application ${number} has been waiting since ${since}. Please sign in and read it: it may name a time limit.`,
  ]);
}
