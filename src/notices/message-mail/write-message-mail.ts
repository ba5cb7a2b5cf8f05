import type { DocumentModel } from '#engine';
import type { Language } from '../../http/language.js';
import { letterOf } from '../mail/letter-of.js';

export interface WaitingMessage {
  readonly number: string;
  readonly procedureTitle: string;
  /** Who wrote it, as the public knows them. */
  readonly department: string;
  readonly link: string;
}

/**
 * Tells of a message and says nothing of what it says: mail is read on shared screens and stays in strange mailboxes.
 * The Japanese one ends with English, for whoever never said what they read.
 */
export function writeMessageMail(
  { number, procedureTitle, department, link }: WaitingMessage,
  language: Language,
): DocumentModel {
  if (language === 'en')
    return letterOf(`You have a message (application ${number})`, [
      `${department} has written to you about your application ${number} for “${procedureTitle}”.`,
      'Please sign in and read it on this page. You can answer there, too.',
      link,
      'Answers to this mail reach nobody.',
    ]);
  return letterOf(`メッセージが届いています（申込番号 ${number}）`, [
    `「${procedureTitle}」の申請（申込番号 ${number}）について、${department}からメッセージが届いています。`,
    '内容は、次のページにログインしてご覧ください。返信もそのページからできます。',
    link,
    'このメールに返信しても、担当には届きません。',
    `You have a message about your application ${number}. Please sign in to read it and to answer.`,
  ]);
}
