import { type Block, civilDateInJapan } from '#engine';
import type { NoticeInput } from '../notices/notice-renderer.js';
import type { CompiledVersion } from '../procedures/procedure-library.js';
import type { LetterToPrint } from './letters.queries.js';

/** A line with an address of ours leads nowhere on paper. */
const LINK = /https?:\/\//;

/** What others get by mail, as a letter for a window envelope. */
export function messageLetter(letter: LetterToPrint, { procedure: { info } }: CompiledVersion): NoticeInput {
  const postal = letter.postal.length === 7 ? `〒${letter.postal.slice(0, 3)}-${letter.postal.slice(3)}` : '';
  const lines = (letter.text ?? '').split('\n').filter((line) => !LINK.test(line));
  const paragraphs = lines
    .join('\n')
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const blocks: readonly Block[] = [
    ...(postal === '' ? [] : [{ kind: 'addressee', text: postal } as const]),
    { kind: 'addressee', text: letter.address },
    { kind: 'addressee', text: `${letter.addressee}　様` },
    { kind: 'sender', text: info.department },
    { kind: 'title', text: letter.title },
    ...paragraphs.map((text): Block => ({ kind: 'paragraph', text })),
    {
      kind: 'note',
      text:
        letter.why === null
          ? 'この申請は紙で受け付けています。お返事は、郵送または窓口でお願いします。'
          : '同じ内容を、申請ポータルでもご覧いただけます。',
    },
    {
      kind: 'footer',
      text: `お問い合わせ　${info.contact.name}　電話 ${info.contact.phone}（${info.contact.hours}）`,
    },
  ];
  return {
    model: { title: letter.title, layout: 'letter', head: {}, blocks },
    issuedOn: civilDateInJapan(letter.created_at.toISOString()),
    author: info.department,
    reference: `申込番号 ${letter.number}`,
  };
}
