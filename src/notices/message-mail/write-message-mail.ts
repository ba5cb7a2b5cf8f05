import type { DocumentModel } from '#engine';

export interface WaitingMessage {
  readonly number: string;
  readonly procedureTitle: string;
  /** Who wrote it, as the public knows them. */
  readonly department: string;
  readonly link: string;
}

/**
 * Tells of a message and says nothing of what it says: mail is read on shared screens and stays in strange mailboxes.
 * In both languages, because nobody knows which the reader chose when they last signed in.
 */
export function writeMessageMail({
  number,
  procedureTitle,
  department,
  link,
}: WaitingMessage): DocumentModel {
  const paragraphs = [
    `「${procedureTitle}」の申請（申込番号 ${number}）について、${department}からメッセージが届いています。`,
    '内容は、次のページにログインしてご覧ください。返信もそのページからできます。',
    link,
    'このメールに返信しても、担当には届きません。',
    `You have a message about your application ${number}. Please sign in to read it and to answer.`,
  ];
  return {
    title: `メッセージが届いています（申込番号 ${number}）`,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}
