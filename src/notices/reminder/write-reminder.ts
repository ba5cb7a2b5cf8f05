import type { DocumentModel } from '#engine';

export interface AboutNotice {
  readonly number: string;
  readonly procedureTitle: string;
  /** Civil date from which it could be read. */
  readonly since: string;
  readonly link: string;
}

/** Names the application and not what the document decides: mail is read on shared screens. In both languages. */
export function writeReminder({ number, procedureTitle, since, link }: AboutNotice): DocumentModel {
  const [year, month, day] = since.split('-').map(Number);
  const paragraphs = [
    `「${procedureTitle}」の申請（申込番号 ${number}）について、${year}年${month}月${day}日から通知書が届いていますが、まだ開かれていません。`,
    '次のページにログインして、通知書をお読みください。期限のあるご案内が書かれていることがあります。',
    link,
    'このまま開かれないときは、通知書を郵送することがあります。このメールに返信しても、担当には届きません。',
    `A document about your application ${number} has been waiting since ${since}. Please sign in and read it: it may name a time limit.`,
  ];
  return {
    title: `まだお読みになっていない通知書があります（申込番号 ${number}）`,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}
