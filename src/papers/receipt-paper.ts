import { type Block, civilDateInJapan, type DocumentModel } from '#engine';
import type { NoticeInput } from '../notices/notice-renderer.js';
import { exactTime, paperWords } from './paper-words.js';
import { answersHash, type Submitted } from './submitted.js';

/** 受付票: that it arrived, when, and what exactly. */
export function receiptPaper(submitted: Submitted): NoticeInput {
  const { version, language, number, n, at, answers, files } = submitted;
  const { info } = version.procedure;
  const words = paperWords[language];
  const title = n === 1 ? words.receipt : words.correctionReceipt;
  const arrived = files.filter((file) => file.arrivedNow);
  const blocks: readonly Block[] = [
    { kind: 'addressee', text: words.to(submitted.applicantName) },
    { kind: 'sender', text: info.department },
    { kind: 'title', text: title },
    { kind: 'paragraph', text: n === 1 ? words.received : words.correctionReceived },
    {
      kind: 'table',
      rows: [
        [words.item, words.content],
        [words.number, number],
        [words.at, exactTime(at, language)],
        [words.procedure, info.title],
        [words.subject, submitted.subject],
        [words.submission, words.nth(n)],
        [words.version, words.versionOf(submitted.versionNumber, version.hash)],
        [words.answersHash, answersHash(answers)],
      ],
    },
    { kind: 'heading', text: words.files(arrived.length) },
    arrived.length === 0
      ? { kind: 'paragraph', text: words.noFiles }
      : {
          kind: 'table',
          rows: [
            [words.file, words.size, 'SHA-256'],
            ...arrived.map(({ name, bytes, sha256 }) => [
              name,
              words.bytes(bytes.toLocaleString('en-US')),
              sha256,
            ]),
          ],
        },
    ...words.note.map((text): Block => ({ kind: 'note', text })),
    { kind: 'footer', text: words.contact(info.contact.name, info.contact.phone) },
  ];
  return paper(submitted, { title, layout: 'letter', head: {}, blocks });
}

/** The model with what every paper about a submission has in common. */
export function paper({ version, language, number, at }: Submitted, model: DocumentModel): NoticeInput {
  return {
    model,
    issuedOn: civilDateInJapan(at.toISOString()),
    author: version.procedure.info.department,
    reference: `${paperWords[language].number} ${number}`,
    language,
  };
}
