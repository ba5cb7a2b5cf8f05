import type { DocumentModel } from '#engine';

/** @param line the anchor, as it is to be kept */
export function writeAnchorMail(day: string, line: string): DocumentModel {
  const paragraphs = [
    `${day} の監査記録の封印の控えです。次の1行を、このシステムの外で保管してください。`,
    line,
    '監査記録があとから書き換えられていないことを、この1行と照らして確かめられます（tetsuzuki verify-log --anchor）。',
    'This is the day’s anchor of the audit log. Keep the line above outside this system: the log is verified against it.',
  ];
  return {
    title: `監査記録の封印の控え（${day}）`,
    layout: 'letter',
    head: {},
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
  };
}
