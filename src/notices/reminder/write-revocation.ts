import type { DocumentModel } from '#engine';
import type { AboutNotice } from './write-reminder.js';

/** Says neither what the document decided nor why it was called back: mail is read on shared screens. In both languages. */
export function writeRevocation({ number, procedureTitle, since, link }: AboutNotice): DocumentModel {
  const [year, month, day] = since.split('-').map(Number);
  const paragraphs = [
    `「${procedureTitle}」の申請（申込番号 ${number}）について${year}年${month}月${day}日にお送りした通知書は取り消され、失効しました。お手元の通知書は使えません。`,
    '理由は、次のページにログインしてご覧ください。わからないことは、そのページから担当に質問してください。',
    link,
    'このメールに返信しても、担当には届きません。',
    `A document about your application ${number}, issued on ${since}, has been called back and is no longer valid. Please sign in to read why.`,
  ];
  return {
    title: `通知書が取り消されました（申込番号 ${number}）`,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}
